import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type EmbeddedServer,
  joinEmbedded,
  startEmbedded,
} from '@fuchi/platform-server/database/embedded-server';
import { migrate } from '@fuchi/platform-server/database/migrate';
import { type Migration, readMigrations } from '@fuchi/platform-server/database/migrations';
import { type Database, openDatabase } from '@fuchi/platform-server/database/open-database';
import { type FileStore, openFileStore } from '@fuchi/platform-server/files/file-store';
import { openSecretBox, type SecretBox } from '@fuchi/platform-server/secret-box';
import type { StorageSettings } from './storage-settings.ts';

export interface Storage {
  /** Where the database is, password included: for the program alone, never for a log. */
  readonly url: string;
  readonly db: Database;
  readonly files: FileStore;
  readonly box: SecretBox;
  /** The program's. */
  readonly migrations: readonly Migration[];
  /** The migrations that were applied now. */
  readonly migrated: readonly string[];
  /** Gives everything back, and stops a database server that was started. */
  close(): Promise<void>;
}

/**
 * Opens database, files and key, and brings the database up to the program's schema.
 * @throws a sentence when another process has the data folder, the database can't be reached or is newer
 */
export async function openStorage(
  { data, databaseUrl, files, keyFile }: StorageSettings,
  report: (text: string) => void,
): Promise<Storage> {
  const server = databaseUrl === undefined ? await startEmbedded(data) : undefined;
  try {
    const url = server?.url ?? databaseUrl ?? '';
    const migrations = await readMigrations();
    const migrated = await reached(url, () => migrate(url, migrations));
    await mkdir(dirname(keyFile), { recursive: true });
    const store = await openFileStore(files);
    const box = await openSecretBox(keyFile);
    const { db, close } = openDatabase(url, report);
    return {
      url,
      db,
      files: store,
      box,
      migrations,
      migrated,
      async close() {
        await close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** The database for a command that works beside the portal, which may run meanwhile. @throws a sentence where there is none */
export async function joinDatabase({
  data,
  databaseUrl,
}: StorageSettings): Promise<Pick<EmbeddedServer, 'url' | 'stop'>> {
  if (databaseUrl === undefined) return joinEmbedded(data);
  return { url: databaseUrl, stop: async () => undefined };
}

/** A database that can't be reached is a sentence; what else goes wrong with it says so itself. */
async function reached<Result>(url: string, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : '';
    const why = UNREACHED[code];
    if (why === undefined) throw error;
    const { hostname, port, pathname } = new URL(url);
    throw new Error(
      `the database ${hostname}:${port || '5432'}${pathname} can't be opened (${code}). 打不开数据库：${why}。`,
    );
  }
}

/** Codes of the network's and PostgreSQL's. */
const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在运行',
  ENOTFOUND: '找不到这台服务器',
  EAI_AGAIN: '找不到这台服务器',
  ETIMEDOUT: '服务器没有回应',
  EHOSTUNREACH: '到不了这台服务器',
  '28P01': '用户名或密码不对',
  '28000': '不允许这个用户登录',
  '3D000': '没有这个数据库，请先建立',
  '42501': '这个用户没有建表的权限',
};
