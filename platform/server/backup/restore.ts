import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import type { Migration } from '../database/migrations.ts';
import { queueAgain, waitingJob } from '../jobs/waiting-jobs.ts';
import type { BackupSource } from './backup.ts';
import {
  type BackupManifest,
  backupManifest,
  contentFile,
  JOBS,
  KEY,
  MANIFEST,
  tableFile,
} from './backup-manifest.ts';
import { digestOf } from './digest-of.ts';

/**
 * Looks through a whole backup before anything is written of it.
 * @throws a sentence when it isn't whole, was changed, or is newer than the program
 */
export async function demandBackup(
  folder: string,
  migrations: readonly Migration[],
): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  await demandWhole(folder, manifest);
  const same = manifest.migrations.every(({ digest }, i) => migrations[i]?.digest === digest);
  if (same) return manifest;
  throw new Error(
    'the backup was made by another program, or a newer one. 备份出自另一版本的程序，不能恢复。',
  );
}

/**
 * Brings a backup back into an empty database and file store, then up to the program's schema. The whole backup is
 * looked at before anything is written, and all rows come back in one transaction.
 * @throws a sentence when the backup isn't whole, is newer than the program, or there is something already
 */
export async function restore(
  folder: string,
  { url, files, keyFile }: BackupSource,
  migrations: readonly Migration[],
): Promise<BackupManifest> {
  const manifest = await demandBackup(folder, migrations);
  await demandEmpty(url);
  await restoreKey(folder, keyFile);
  await migrate(url, migrations.slice(0, manifest.migrations.length));
  for (const file of manifest.files) {
    const put = await files.put(
      createReadStream(join(folder, contentFile(file.digest))),
      file.size,
    );
    if (!put.ok || put.digest !== file.digest) throw new Error(`${file.digest} changed meanwhile`);
  }
  await restoreRows(folder, url, manifest);
  await migrate(url, migrations);
  const lines = (await readFile(join(folder, JOBS), 'utf8')).split('\n').filter(Boolean);
  await queueAgain(
    url,
    lines.map((line) => waitingJob.parse(JSON.parse(line))),
  );
  return manifest;
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Error(`${folder} holds no finished backup. 目录里没有完整的备份。`);
  }
  return backupManifest.parse(JSON.parse(text));
}

async function demandWhole(folder: string, manifest: BackupManifest): Promise<void> {
  const parts = [
    ...manifest.tables.map(({ name, digest }) => ({ path: tableFile(name), digest })),
    ...manifest.files.map(({ digest }) => ({ path: contentFile(digest), digest })),
    { path: JOBS, digest: manifest.jobs.digest },
    { path: KEY, digest: manifest.key },
  ];
  for (const { path, digest } of parts) {
    if ((await digestOf(join(folder, path))) === digest) continue;
    throw new Error(`the backup's ${path} is missing or was changed. 备份不完整或被改动过。`);
  }
}

async function demandEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_tables where schemaname in ('public', 'pgboss') limit 1`,
    );
    if (rowCount !== 0) {
      throw new Error('the database holds something already. 只能恢复到空的数据库。');
    }
  } finally {
    await client.end();
  }
}

/** Never over another key: what was sealed with that one could not be read any more. */
async function restoreKey(folder: string, keyFile: string): Promise<void> {
  const key = await readFile(join(folder, KEY), 'utf8');
  const there = await readFile(keyFile, 'utf8').catch(() => undefined);
  if (there === key) return;
  if (there !== undefined) {
    throw new Error(`${keyFile} is another key. 那里已有另一个密钥文件，没有恢复。`);
  }
  await mkdir(dirname(keyFile), { recursive: true });
  await writeFile(keyFile, key, { mode: 0o600, flag: 'wx' });
}

async function restoreRows(folder: string, url: string, manifest: BackupManifest): Promise<void> {
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
