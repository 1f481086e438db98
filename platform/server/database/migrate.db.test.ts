import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { openTestDatabase, type TestDatabase } from './test-database.fixture.ts';

let database: TestDatabase;
let migrations: readonly Migration[];
beforeAll(async () => {
  database = await openTestDatabase();
  migrations = await readMigrations();
});
afterAll(() => database.close());

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const added = (sql: string): Migration => ({
  number: migrations.length + 1,
  name: 'added',
  sql,
  digest: 'added',
});

test('已是最新的数据库什么也不做', async () => {
  expect(await migrate(database.url, migrations)).toEqual([]);
});

test('改到一半出错，整个不成立，下次可以再来', async () => {
  const broken = added('create table half (a integer); select 1 / 0;');
  await expect(migrate(database.url, [...migrations, broken])).rejects.toThrow('没有改动任何内容');
  expect(await ask(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
});

test('几个进程同时启动，只有一个升级', async () => {
  const next = [...migrations, added('create table next (a integer)')];
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, next)));
  expect(applied.flat()).toEqual(['added']);
});

test('数据库比程序新，或者出自别的程序，都拒绝并说明', async () => {
  await expect(migrate(database.url, migrations)).rejects.toThrow('数据库比程序新');
  const [first, ...others] = migrations;
  if (!first) throw new Error('no migrations');
  const changed = [{ ...first, digest: 'changed' }, ...others, added('select 1')];
  await expect(migrate(database.url, changed)).rejects.toThrow('与程序不符');
});
