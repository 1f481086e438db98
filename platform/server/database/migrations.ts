import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programRoot } from '../program-root.ts';

export interface Migration {
  /** 1, 2, 3, … without gaps. */
  readonly number: number;
  /** The file's name without ending: 0002-people. */
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/**
 * The program's migrations in their order, read from `db/`.
 * @throws when numbers have gaps or stand twice: the files are part of the program
 */
export async function readMigrations(
  folder = join(programRoot(), 'db'),
): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file)).sort();
  const migrations = await Promise.all(
    files.map(async (file): Promise<Migration> => {
      const sql = await readFile(join(folder, file), 'utf8');
      const digest = createHash('sha256').update(sql).digest('hex');
      return { number: Number(file.slice(0, 4)), name: file.slice(0, -'.sql'.length), sql, digest };
    }),
  );
  const stray = migrations.find((m, i) => m.number !== i + 1);
  if (stray) throw new Error(`db/${stray.name}.sql isn't the next number`);
  return migrations;
}
