import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './change.ts';
import { BY_PROGRAM } from './event.ts';
import { CHAIN_START, sm3 } from './event-digest.ts';

const NOW = new Date('2022-03-16T09:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const subject = { kind: 'round', id: '1' } as const;

test('SM3 与 GB/T 32905 的示例一致', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});

test('一个对象的事件依次相连，同时发生的也不分叉', async () => {
  const add = (i: number) =>
    change(database.db, BY_PROGRAM, NOW, (_work, record) =>
      record({ subject, kind: 'noted', after: { i } }),
    );
  await Promise.all(Array.from({ length: 12 }, (_, i) => add(i)));
  const events = await database.db
    .selectFrom('event')
    .select(['number', 'previous_digest', 'digest'])
    .where('subject_id', '=', '1')
    .orderBy('number')
    .execute();
  expect(events.map((e) => e.number)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(events.map((e) => e.previous_digest)).toEqual([
    CHAIN_START,
    ...events.slice(0, -1).map((e) => e.digest),
  ]);
});

test('没有写事件的变更整个不成立', async () => {
  const renamed = change(database.db, BY_PROGRAM, NOW, async (work) => {
    await work
      .insertInto('organisation')
      .values({ kind: 'office', name: '示例处室', created_at: NOW })
      .execute();
  });
  await expect(renamed).rejects.toThrow('without an event');
  const rows = await database.db.selectFrom('organisation').select('name').execute();
  expect(rows).toEqual([]);
});

test.each(['update event set kind = $1', 'delete from event where kind <> $1'])(
  '数据库拒绝改动已写的事件：%s',
  async (text) => {
    const [head = '', tail = ''] = text.split('$1');
    const query = sql`${sql.raw(head)}${'x'}${sql.raw(tail)}`;
    await expect(query.execute(database.db)).rejects.toThrow('only grows');
  },
);

test('数据库拒绝清空事件', async () => {
  await expect(sql`truncate event`.execute(database.db)).rejects.toThrow('only grows');
});
