import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readMigrations } from '../database/migrations.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { type FileStore, openFileStore } from '../files/file-store.ts';
import { backUp } from './backup.ts';
import { MANIFEST, tableFile } from './backup-manifest.ts';
import { restore } from './restore.ts';

const NOW = new Date('2022-03-16T01:00:00Z');
const CONTENT = Buffer.from('示例营业执照');
let folder: string;
let source: TestDatabase;
let files: FileStore;
let digest = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-backup-'));
  source = await openTestDatabase();
  files = await openFileStore(join(folder, 'files'));
  const put = await files.put(Readable.from([CONTENT]), 1_000);
  if (!put.ok) throw new Error('not kept');
  digest = put.digest;
  await source.db
    .insertInto('stored_file')
    .values({ digest, size: String(put.size), type: 'application/pdf', stored_at: NOW })
    .execute();
  const organisation = await source.db
    .insertInto('organisation')
    .values({
      kind: 'office',
      name: '示例\t处室\\N',
      former_names: ['甲', '乙 "丙"'],
      created_at: NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await source.db
    .insertInto('organisation')
    .values({ kind: 'office', name: '示例二处', parent_id: organisation.id, created_at: NOW })
    .execute();
  const chain = { subject_kind: 'round', subject_id: '1', number: 1 };
  await source.db
    .insertInto('event')
    .values({
      ...chain,
      at: NOW,
      kind: 'noted',
      after: '{"金额":"1.10"}',
      previous_digest: '0',
      digest: 'a',
    })
    .execute();
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

/** A database with nothing in it, as a new machine has one. */
async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('databaseServer');
  const name = `restored_${randomBytes(5).toString('hex')}`;
  const at = (database: string) => server.replace(/\/[^/]*$/, `/${database}`);
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await admin(`create database ${name}`);
  return { url: at(name), drop: () => admin(`drop database ${name} with (force)`) };
}

async function contents(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of rows) {
    const columns = name === 'schema_migration' ? 'number, name, digest' : '*';
    all[name] = (await client.query(`select ${columns} from ${name} order by 1, 2`)).rows;
  }
  await client.end();
  return all;
}

test('恢复到空的数据库和目录，逐表逐文件相同，接着能写', async () => {
  const saved = join(folder, 'saved');
  await backUp(source.url, files, saved, NOW);
  const target = await emptyDatabase();
  const restored = await openFileStore(join(folder, 'restored'));
  await restore(saved, target.url, restored, await readMigrations());
  expect(await contents(target.url)).toEqual(await contents(source.url));
  expect(await buffer(restored.open(digest))).toEqual(CONTENT);
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `insert into organisation (kind, name, created_at) values ('office', '示例三处', now()) returning id`,
  );
  expect(rows[0]?.id).toBe('3');
  await expect(client.query('delete from event')).rejects.toThrow('only grows');
  await client.end();
  await target.drop();
});

test('改动过的、不完整的备份不恢复，什么也不写', async () => {
  const saved = join(folder, 'changed');
  await backUp(source.url, files, saved, NOW);
  const path = join(saved, tableFile('organisation'));
  await writeFile(path, (await readFile(path, 'utf8')).replace('示例二处', '示例九处'));
  const target = await emptyDatabase();
  const other = await openFileStore(join(folder, 'other'));
  const migrations = await readMigrations();
  await expect(restore(saved, target.url, other, migrations)).rejects.toThrow('organisation.copy');
  await rm(join(saved, MANIFEST));
  await expect(restore(saved, target.url, other, migrations)).rejects.toThrow('没有完整的备份');
  expect(await contents(target.url)).toEqual({});
  await target.drop();
});

test('不写进有内容的目录，不恢复到有内容的数据库', async () => {
  const saved = join(folder, 'once');
  await backUp(source.url, files, saved, NOW);
  await expect(backUp(source.url, files, saved, NOW)).rejects.toThrow('空的目录');
  const migrations = await readMigrations();
  await expect(restore(saved, source.url, files, migrations)).rejects.toThrow('空的数据库');
});

test('超过大小的文件不留下，一样的文件只存一份', async () => {
  const place = join(folder, 'store');
  const store = await openFileStore(place);
  const large = await store.put(Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1_000);
  expect(large).toEqual({ ok: false, code: 'too-large', most: 1_000 });
  expect(await readdir(join(place, 'incoming'))).toEqual([]);
  const twice = [
    await store.put(Readable.from([CONTENT]), 99),
    await store.put(Readable.from([CONTENT]), 99),
  ];
  expect(twice[0]).toEqual(twice[1]);
  expect(
    (await readdir(place, { recursive: true })).filter((n) => n.endsWith(digest)),
  ).toHaveLength(1);
  expect(() => store.pathOf('../../etc/passwd')).toThrow(RangeError);
});
