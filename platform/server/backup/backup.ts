import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FileStore } from '../files/file-store.ts';
import {
  type BackupManifest,
  contentFile,
  MANIFEST,
  OWN_TABLE,
  tableFile,
} from './backup-manifest.ts';

/**
 * Writes database and files into a folder as they are at one moment; the portal may go on working meanwhile. Files are
 * kept before the row that names them, so every file the moment knows is there.
 * @param folder empty, or not there yet
 * @throws a sentence when the folder holds something
 */
export async function backUp(
  url: string,
  files: FileStore,
  folder: string,
  takenAt: Date,
): Promise<BackupManifest> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const there = (await readdir(folder)).filter((name) => name !== 'tables');
  if (there.length > 0 || (await readdir(join(folder, 'tables'))).length > 0) {
    throw new Error(`${folder} isn't empty. 备份要写进空的目录。`);
  }
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
    await client.query('commit');
    const manifest: BackupManifest = {
      format: 1,
      takenAt: takenAt.toISOString(),
      migrations: migrations.rows,
      tables,
      files: stored.rows.map(({ digest, size }) => ({ digest, size: Number(size) })),
    };
    for (const { digest } of manifest.files) await saveFile(files, digest, folder);
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    return manifest;
  } catch (error) {
    await rm(join(folder, MANIFEST), { force: true });
    throw error;
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

async function saveFile(files: FileStore, digest: string, folder: string): Promise<void> {
  const path = join(folder, contentFile(digest));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await copyFile(files.pathOf(digest), path);
}
