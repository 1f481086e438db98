import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { readMigrations } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { type FileStore, openFileStore } from '../files/file-store.ts';
import type { JobKind } from '../jobs/job-kind.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { backUp } from './backup.ts';
import { contentFile, KEY, MANIFEST, tableFile } from './backup-manifest.ts';
import { restore } from './restore.ts';

const NOW = new Date('2022-03-16T01:00:00Z');
const TAKEN = { takenAt: NOW };
const SECRET = `${'k'.repeat(43)}\n`;
const CONTENT = Buffer.from('示例营业执照');
let folder: string;
let source: TestDatabase;
let files: FileStore;
let digest = '';
let keyFile: string;
const from = () => ({ url: source.url, files, keyFile });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-backup-'));
  source = await openTestDatabase();
  files = await openFileStore(join(folder, 'files'));
  keyFile = join(folder, 'key');
  await writeFile(keyFile, SECRET);
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
  await backUp(from(), saved, TAKEN);
  const target = await emptyDatabase();
  const restored = await openFileStore(join(folder, 'restored'));
  const into = { url: target.url, files: restored, keyFile: join(folder, 'restored-key') };
  await restore(saved, into, await readMigrations());
  expect(await readFile(into.keyFile, 'utf8')).toBe(SECRET);
  for (const kept of [into.keyFile, join(saved, KEY), join(saved, MANIFEST)]) {
    expect((await stat(kept)).mode & 0o077).toBe(0);
  }
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
  await backUp(from(), saved, TAKEN);
  const path = join(saved, tableFile('organisation'));
  await writeFile(path, (await readFile(path, 'utf8')).replace('示例二处', '示例九处'));
  const target = await emptyDatabase();
  const other = await openFileStore(join(folder, 'other'));
  const migrations = await readMigrations();
  const into = { url: target.url, files: other, keyFile: join(folder, 'other-key') };
  await expect(restore(saved, into, migrations)).rejects.toThrow('organisation.copy');
  await rm(join(saved, MANIFEST));
  await expect(restore(saved, into, migrations)).rejects.toThrow('没有完整的备份');
  expect(await contents(target.url)).toEqual({});
  await target.drop();
});

test('不写进有内容的目录，不恢复到有内容的数据库，不盖掉另一个密钥', async () => {
  const saved = join(folder, 'once');
  await backUp(from(), saved, TAKEN);
  await expect(backUp(from(), saved, TAKEN)).rejects.toThrow('空的目录');
  const migrations = await readMigrations();
  await expect(restore(saved, from(), migrations)).rejects.toThrow('空的数据库');
  const target = await emptyDatabase();
  const other = join(folder, 'another-key');
  await writeFile(other, 'another');
  const into = { url: target.url, files, keyFile: other };
  await expect(restore(saved, into, migrations)).rejects.toThrow('另一个密钥');
  expect(await contents(target.url)).toEqual({});
  expect(await readFile(other, 'utf8')).toBe('another');
  await target.drop();
  const keyless = { ...from(), keyFile: join(folder, 'no-key') };
  await expect(backUp(keyless, join(folder, 'keyless'), TAKEN)).rejects.toThrow('密钥文件');
});

test('和前一次备份一样的文件不占第二份地方；前一次坏了的不接着用；库里坏了的说出来', async () => {
  const [first, second, third] = ['first', 'second', 'third'].map((name) => join(folder, name));
  if (!first || !second || !third) throw new Error('three names');
  await backUp(from(), first, TAKEN);
  await backUp(from(), second, { ...TAKEN, earlier: first });
  const inode = async (at: string) => (await stat(join(at, contentFile(digest)))).ino;
  expect(await inode(second)).toBe(await inode(first));
  await writeFile(join(first, contentFile(digest)), '坏了');
  const whole = await backUp(from(), third, { ...TAKEN, earlier: first });
  expect(whole).toMatchObject({ files: [{ digest }], lost: [] });
  expect(await inode(third)).not.toBe(await inode(first));
  const place = join(folder, 'damaged');
  const damaged = await openFileStore(place);
  await damaged.put(Readable.from([CONTENT]), 1_000);
  await writeFile(damaged.pathOf(digest), '坏了');
  const lossy = await backUp({ ...from(), files: damaged }, join(folder, 'lossy'), TAKEN);
  expect(lossy).toMatchObject({ files: [], lost: [digest] });
});

test('等着做的工作一同恢复，恢复后接着做，只做一次', async () => {
  const waits: JobKind<{ readonly of: string }> = {
    name: 'waits',
    data: z.strictObject({ of: z.string() }),
    async run() {
      throw new Error('nothing is done here');
    },
  };
  const ran: string[] = [];
  const done: JobKind<{ readonly of: string }> = {
    ...waits,
    async run({ of }) {
      ran.push(of);
    },
  };
  const clock = { now: () => NOW };
  const at = { clock, report: () => undefined, recurring: [] };
  // Makes the queue, and is gone before there is anything to do.
  await (await openJobs({ ...at, url: source.url, db: source.db, kinds: [waits] })).close();
  const idle = await openJobs({ ...at, url: source.url, db: source.db, kinds: [] });
  await source.db.transaction().execute(async (work) => {
    await idle.add(work, waits, { of: '一' });
    await idle.add(work, waits, { of: '二' }, 'key');
  });
  await idle.close();
  const saved = join(folder, 'with-jobs');
  expect((await backUp(from(), saved, TAKEN)).jobs.rows).toBe(2);
  const target = await emptyDatabase();
  const into = { url: target.url, files, keyFile };
  await restore(saved, into, await readMigrations());
  const { db, close } = openDatabase(target.url, () => undefined, 3);
  const jobs = await openJobs({ ...at, url: target.url, db, kinds: [done] });
  await expect.poll(() => [...ran].sort(), { timeout: 50_000 }).toEqual(['一', '二']);
  await jobs.close();
  await close();
  await target.drop();
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
