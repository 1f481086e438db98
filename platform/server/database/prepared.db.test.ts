import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { openTestDatabase, type TestDatabase } from './test-database.fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const planned = (db: TestDatabase['db']) =>
  sql<{ statement: string }>`select statement from pg_prepared_statements`
    .execute(db)
    .then(({ rows }) => rows.map(({ statement }) => statement));

test('常问的语句才留下计划，答案不变；长短不一的不占地方', async () => {
  const { db, close } = openDatabase(database.url, () => {}, 1);
  try {
    const sum = (n: number) => sql<{ sum: number }>`select ${n}::int + 1 as sum`.execute(db);
    for (let n = 0; n < 20; n += 1) expect((await sum(n)).rows).toEqual([{ sum: n + 1 }]);
    for (let n = 1; n <= 300; n += 1) {
      const list = Array.from({ length: n }, (_, i) => i);
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from (values ${sql.join(list.map((i) => sql`(${i}::int)`))}) as v`.execute(
        db,
      );
      expect(rows).toEqual([{ many: n }]);
    }
    const kept = await planned(db);
    expect(kept).toEqual([expect.stringMatching(/^select \$1::int \+ 1 as sum$/)]);
  } finally {
    await close();
  }
});

test('留的计划有上限，超过的照样回答', async () => {
  const { db, close } = openDatabase(database.url, () => {}, 1);
  try {
    for (let round = 0; round < 6; round += 1) {
      for (let n = 0; n < 150; n += 1) {
        const text = sql.raw(`as "c${n}"`);
        const { rows } = await sql<Record<string, number>>`select ${n}::int ${text}`.execute(db);
        expect(rows).toEqual([{ [`c${n}`]: n }]);
      }
    }
    expect((await planned(db)).length).toBe(100);
  } finally {
    await close();
  }
});

test('唯一约束只管一部分行的，问得再多也认得出约束', async () => {
  const { db, close } = openDatabase(database.url, () => {}, 1);
  try {
    await sql`create temporary table unit (code text, status text)`.execute(db);
    await sql`create unique index on unit (code) where status = 'active'`.execute(db);
    const add = (code: string) =>
      sql`insert into unit values (${code}, 'active')
          on conflict (code) where status = ${'active'} do nothing`.execute(db);
    for (let n = 0; n < 20; n += 1) {
      expect((await add(`c${n}`)).numAffectedRows).toBe(1n);
      expect((await add(`c${n}`)).numAffectedRows).toBe(0n);
    }
  } finally {
    await close();
  }
});

test('语句出错以后，连接和计划还能用', async () => {
  const { db, close } = openDatabase(database.url, () => {}, 1);
  try {
    const quotient = (n: number) => sql<{ q: number }>`select 10 / ${n}::int as q`.execute(db);
    for (let n = 0; n < 20; n += 1) {
      if (n % 3 === 0) await expect(quotient(0)).rejects.toThrow('division by zero');
      else expect((await quotient(5)).rows).toEqual([{ q: 2 }]);
    }
  } finally {
    await close();
  }
});
