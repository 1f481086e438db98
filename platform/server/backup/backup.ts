import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FileStore } from '../files/file-store.ts';
import { waitingJobs } from '../jobs/waiting-jobs.ts';
import {
  type BackupManifest,
  JOBS,
  KEY,
  MANIFEST,
  OWN_TABLE,
  tableFile,
} from './backup-manifest.ts';
import { saveFile } from './save-file.ts';

/** What is backed up. */
export interface BackupSource {
  readonly url: string;
  readonly files: FileStore;
  readonly keyFile: string;
}

export interface BackupOptions {
  readonly takenAt: Date;
  /** An earlier backup on the same disk: a file that it holds isn't stored a second time. */
  readonly earlier?: string;
}

/**
 * Writes database, files, waiting jobs and the key into a folder as they are at one moment; the portal may go on
 * working meanwhile. Files are kept before the row that names them, so every file the moment knows is there.
 * @param folder empty, or not there yet
 * @throws a sentence when the folder holds something, or there is no key
 */
export async function backUp(
  { url, files, keyFile }: BackupSource,
  folder: string,
  { takenAt, earlier }: BackupOptions,
): Promise<BackupManifest> {
  const key = await readFile(keyFile, 'utf8').catch(() => undefined);
  if (key === undefined) throw new Error(`${keyFile} can't be read. 读不到密钥文件，没有备份。`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} isn't empty. 备份要写进空的目录。`);
  }
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await client.query<BackupManifest['migrations'][number]>(
      `select number, name, digest from ${OWN_TABLE} order by number`,
    );
    const tables: BackupManifest['tables'] = [];
    for (const name of await tableNames(client)) tables.push(await saveTable(client, name, folder));
    const stored = await client.query<{ digest: string; size: string }>(
      'select digest, size from stored_file order by digest',
    );
    const jobs = await waitingJobs(client);
    await client.query('commit');
    const kept: BackupManifest['files'] = [];
    const lost: string[] = [];
    for (const { digest, size } of stored.rows) {
      if (await saveFile(files, digest, folder, earlier)) kept.push({ digest, size: Number(size) });
      else lost.push(digest);
    }
    const manifest: BackupManifest = {
      format: 1,
      takenAt: takenAt.toISOString(),
      migrations: migrations.rows,
      tables,
      files: kept,
      lost,
      jobs: {
        rows: jobs.length,
        digest: await saveText(
          folder,
          JOBS,
          jobs.map((job) => `${JSON.stringify(job)}\n`).join(''),
        ),
      },
      key: await saveText(folder, KEY, key),
    };
    await saveText(folder, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

async function tableNames(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> $1 order by 1`,
    [OWN_TABLE],
  );
  return rows.map((row) => row.name);
}

async function saveTable(
  client: pg.Client,
  name: string,
  folder: string,
): Promise<BackupManifest['tables'][number]> {
  const hash = createHash('sha256');
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const rows = client.query(copyTo(`copy ${client.escapeIdentifier(name)} to stdout`));
  const path = join(folder, tableFile(name));
  await pipeline(rows, watch, createWriteStream(path, { mode: 0o600 }));
  return { name, rows: rows.rowCount, digest: hash.digest('hex') };
}

/** @returns its digest */
async function saveText(folder: string, name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text, { mode: 0o600, flag: 'wx' });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
