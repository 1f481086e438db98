import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';

const at = (database: string) => inject('databaseServer').replace(/\/[^/]*$/, `/${database}`);
const name = `upgrade_${randomBytes(6).toString('hex')}`;
let migrations: readonly Migration[];
beforeAll(async () => {
  migrations = await readMigrations();
  await ask('postgres', `create database ${name}`);
});
afterAll(() => ask('postgres', `drop database ${name} with (force)`));

async function ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: at(database) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A little of everything that stands since the first migrations, as a portal in use holds it. */
const IN_USE = `
  insert into organisation (kind, name, created_at) values ('office', '示例处', now()), ('recommender', '示例局', now());
  insert into organisation (kind, name, credit_code, territory, created_at)
    values ('applicant', '示例有限公司', '91320583MADEM0011F', '320583', now());
  insert into account (login, name, created_at) values ('first', '陈示例', now()), ('second', '林示例', now());
  insert into appointment (account_id, organisation_id, role, valid_from) values (1, 3, 'applicant-admin', '2022-03-16');
  insert into event (at, subject_kind, subject_id, number, kind, after, previous_digest, digest)
    values (now(), 'organisation', '3', 1, 'organisation-created', '{"名称": "示例"}', '0', 'a');
  insert into event_chain values ('organisation', '3', 1, 'a');
  insert into stored_file values ('${'a'.repeat(64)}', 5, 'application/pdf', now());
  insert into mail_outbox (recipient, title, written_at) values ('a@example.com', '示例', now());`;

async function contents(tables: readonly string[]): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    all[table] = await ask(name, `select to_jsonb(t) as row from ${table} t order by ctid`);
  }
  return all;
}

test('上一个版本的、正在使用的数据库逐个升级，原有的内容都在，新的列有了着落', async () => {
  const early = 4;
  await migrate(at(name), migrations.slice(0, early));
  await ask(name, IN_USE);
  const tables = (
    await ask(name, `select tablename from pg_tables where schemaname = 'public' order by 1`)
  )
    .map(({ tablename }) => String(tablename))
    .filter((table) => table !== 'schema_migration');
  const before = await contents(tables);
  for (let upTo = early + 1; upTo <= migrations.length; upTo += 1) {
    expect(await migrate(at(name), migrations.slice(0, upTo))).toEqual([
      migrations[upTo - 1]?.name,
    ]);
    // What stood there stands there still; columns that came later are beside it.
    expect(await contents(tables)).toMatchObject(before);
  }
  expect(await migrate(at(name), migrations)).toEqual([]);
  await expect(migrate(at(name), migrations.slice(0, -1))).rejects.toThrow('数据库比程序新');
});
