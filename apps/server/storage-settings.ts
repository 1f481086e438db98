import { join, resolve } from 'node:path';
import { programRoot } from '@fuchi/platform-server/program-root';

type Env = Readonly<Record<string, string | undefined>>;

/** Where everything that is kept lies. */
export interface StorageSettings {
  /** The data folder: the database the program brings along, and whatever has no place of its own below. */
  readonly data: string;
  /** A PostgreSQL of one's own in place of the one in the data folder. Holds a password: for the program alone. */
  readonly databaseUrl: string | undefined;
  /** Uploaded files, by content. */
  readonly files: string;
  /** The key of what is sealed in the database. */
  readonly keyFile: string;
}

/**
 * Where things lie: FUCHI_DATA, else `data` in the program's folder; DATABASE_URL; FUCHI_FILES and FUCHI_KEY, else in
 * the data folder.
 * @throws a sentence for an address that can't be a database's
 * @example storageOf({ FUCHI_DATA: '/srv/fuchi' }).files // '/srv/fuchi/files'
 */
export function storageOf(env: Env): StorageSettings {
  const data = pathOf(env['FUCHI_DATA']) ?? join(programRoot(), 'data');
  return {
    data,
    databaseUrl: databaseUrlOf(env['DATABASE_URL'] ?? ''),
    files: pathOf(env['FUCHI_FILES']) ?? join(data, 'files'),
    keyFile: pathOf(env['FUCHI_KEY']) ?? join(data, 'secret-key'),
  };
}

function pathOf(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : resolve(text);
}

function databaseUrlOf(text: string): string | undefined {
  if (text === '') return undefined;
  const fits = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
  if (fits) return text;
  // Without what was given: it may hold a password.
  throw new RangeError(
    'DATABASE_URL 应为 PostgreSQL 的地址，如“postgres://fuchi:密码@数据库服务器:5432/fuchi”',
  );
}
