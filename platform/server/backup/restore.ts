import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import type { Migration } from '../database/migrations.ts';
import type { FileStore } from '../files/file-store.ts';
import {
  type BackupManifest,
  backupManifest,
  contentFile,
  MANIFEST,
  tableFile,
} from './backup-manifest.ts';

/**
 * Brings a backup back into an empty database and file store, then up to the program's schema. The whole backup is
 * looked at before anything is written, and all rows come back in one transaction.
 * @throws a sentence when the backup isn't whole, is newer than the program, or there is something already
 */
export async function restore(
  folder: string,
  url: string,
  files: FileStore,
  migrations: readonly Migration[],
): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  await demandWhole(folder, manifest);
  const then = migrations.slice(0, manifest.migrations.length);
  const same = manifest.migrations.every(({ digest }, i) => then[i]?.digest === digest);
  if (!same) {
    throw new Error(
      'the backup was made by another program, or a newer one. 备份出自另一版本的程序，不能恢复。',
    );
  }
  await demandEmpty(url);
  await migrate(url, then);
  for (const file of manifest.files) {
    await files.put(createReadStream(join(folder, contentFile(file.digest))), file.size);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const name of await inOrder(client, manifest)) {
      const table = client.escapeIdentifier(name);
      await client.query(`delete from ${table}`);
      const rows = client.query(copyFrom(`copy ${table} from stdin`));
      await pipeline(createReadStream(join(folder, tableFile(name))), rows);
    }
    await continueNumbers(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  await migrate(url, migrations);
  return manifest;
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Error(`${folder} holds no finished backup. 目录里没有完整的备份。`);
  }
  return backupManifest.parse(JSON.parse(text));
}

async function demandWhole(folder: string, { tables, files }: BackupManifest): Promise<void> {
  const parts = [
    ...tables.map(({ name, digest }) => ({ path: tableFile(name), digest })),
    ...files.map(({ digest }) => ({ path: contentFile(digest), digest })),
  ];
  for (const { path, digest } of parts) {
    const found = await digestOf(join(folder, path));
    if (found !== digest) {
      throw new Error(`the backup's ${path} is missing or was changed. 备份不完整或被改动过。`);
    }
  }
}

async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

async function demandEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_tables where schemaname = 'public' limit 1`,
    );
    if (rowCount !== 0) {
      throw new Error('the database holds something already. 只能恢复到空的数据库。');
    }
  } finally {
    await client.end();
  }
}

/** Tables after those they refer to: their references are checked row by row. */
async function inOrder(client: pg.Client, { tables }: BackupManifest): Promise<readonly string[]> {
  const { rows } = await client.query<{ of: string; to: string }>(
    `select conrelid::regclass::text as of, confrelid::regclass::text as to
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const left = new Set(tables.map((t) => t.name));
  const order: string[] = [];
  while (left.size > 0) {
    const next = [...left].filter((name) => !rows.some((r) => r.of === name && left.has(r.to)));
    if (next.length === 0) throw new Error('the tables refer to each other in a circle');
    for (const name of next) {
      order.push(name);
      left.delete(name);
    }
  }
  return order;
}

/** New rows are numbered after those that came back. */
async function continueNumbers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column,
       pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column, sequence } of rows) {
    const [name, key] = [table, column].map((word) => client.escapeIdentifier(word));
    await client.query(`select setval($1, coalesce(max(${key}), 0) + 1, false) from ${name}`, [
      sequence,
    ]);
  }
}
