import { type OpenDatabase, openDatabase } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { change } from './change.ts';
import { BY_PROGRAM } from './event.ts';
import { CHAIN_START, sm3 } from './event-digest.ts';
import { sealDue, seals } from './seal-store.ts';

const opened: TestDatabase[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  opened.push(database);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

/** By the clock on the wall where the fund is run. */
const at = (text: string) => new Date(`${text}+08:00`);
const happens = (now: Date, id = '1', db = database.db) =>
  change(db, BY_PROGRAM, now, (_work, record) =>
    record({ subject: { kind: 'round', id }, kind: 'noted' }),
  );
const sealed = async () =>
  (await seals(database.db, { most: 100 }))
    .map(({ day, events, lastEvent }) => [day, events, lastEvent])
    .reverse();

test('过完的一天才封，每天一次，缺的补上，没有事的日子也封', async () => {
  await happens(at('2022-03-16T10:00:00'));
  await happens(at('2022-03-16T23:59:59'));
  expect(await sealDue(database.db, at('2022-03-16T23:59:59'))).toEqual({
    days: [],
    postponed: false,
  });
  await happens(at('2022-03-17T00:00:00'));
  await happens(at('2022-03-19T08:00:00'));
  const days = ['2022-03-16', '2022-03-17', '2022-03-18'];
  expect(await sealDue(database.db, at('2022-03-19T09:00:00'))).toEqual({ days, postponed: false });
  expect(await sealDue(database.db, at('2022-03-19T09:00:00'))).toMatchObject({ days: [] });
  expect(await sealed()).toEqual([
    ['2022-03-16', 2, '2'],
    ['2022-03-17', 3, '3'],
    ['2022-03-18', 3, '3'],
  ]);
});

test('摘要按写明的算法：前一天的摘要、依次每个事件、封存本身', async () => {
  await happens(at('2022-03-16T10:00:00'));
  await happens(at('2022-03-17T10:00:00'));
  const now = at('2022-03-18T00:00:00');
  await sealDue(database.db, now);
  const events = await database.db.selectFrom('event').selectAll().orderBy('id').execute();
  const [second, first] = await seals(database.db, { most: 2 });
  const said = (day: string, n: number) => JSON.stringify([day, n, String(n), now.toISOString()]);
  expect(first?.digest).toBe(
    sm3(`${CHAIN_START}\n1 ${events[0]?.digest}\n${said('2022-03-16', 1)}`),
  );
  expect(second?.digest).toBe(
    sm3(`${first?.digest}\n2 ${events[1]?.digest}\n${said('2022-03-17', 2)}`),
  );
});

test('还没有事件就没有可封的', async () => {
  expect(await sealDue(database.db, at('2022-03-19T09:00:00'))).toMatchObject({ days: [] });
});

test('时钟往前跳几年，一天不缺', async () => {
  await happens(at('2022-03-16T10:00:00'));
  const { days } = await sealDue(database.db, at('2023-03-16T10:00:00'));
  expect([days.length, days.at(-1)]).toEqual([365, '2023-03-15']);
});

test('号小的后提交：封存等它，两个都在里面', async () => {
  const slow = gate();
  const first = change(database.db, BY_PROGRAM, at('2022-03-16T23:59:58'), async (_, record) => {
    await record({ subject: { kind: 'round', id: 'slow' }, kind: 'noted' });
    slow.reached();
    await slow.opened;
  });
  await slow.isReached;
  // A number higher than the one that is still under way, and committed before it.
  await happens(at('2022-03-16T23:59:59'), 'fast');
  const now = at('2022-03-17T00:00:01');
  expect(await sealDue(database.db, now)).toEqual({ days: [], postponed: true });
  slow.open();
  await first;
  expect(await sealDue(database.db, now)).toMatchObject({ days: ['2022-03-16'] });
  expect(await sealed()).toEqual([['2022-03-16', 2, '2']]);
});

test('变更已经开始、还没有写事件：也等它', async () => {
  const slow = gate();
  const first = change(database.db, BY_PROGRAM, at('2022-03-16T23:59:58'), async (_, record) => {
    slow.reached();
    await slow.opened;
    await record({ subject: { kind: 'round', id: 'slow' }, kind: 'noted' });
  });
  await slow.isReached;
  await happens(at('2022-03-16T23:59:59'), 'fast');
  const sealing = sealDue(database.db, at('2022-03-17T00:00:01'));
  slow.open();
  await first;
  expect(await sealing).toEqual({ days: ['2022-03-16'], postponed: false });
  expect(await sealed()).toEqual([['2022-03-16', 2, '2']]);
});

test('封存等着的时候，已经开始的变更还能写完，不互相等死', async () => {
  const slow = gate();
  const inside = gate();
  const first = change(database.db, BY_PROGRAM, at('2022-03-16T23:59:58'), async (_, record) => {
    await record({ subject: { kind: 'round', id: 'a' }, kind: 'noted' });
    slow.reached();
    await slow.opened;
    // Its chain's end is held by the other, which hasn't ended either.
    await record({ subject: { kind: 'round', id: 'b' }, kind: 'noted' });
  });
  const second = change(database.db, BY_PROGRAM, at('2022-03-16T23:59:58'), async (_, record) => {
    await record({ subject: { kind: 'round', id: 'b' }, kind: 'noted' });
    inside.reached();
    await inside.opened;
    await record({ subject: { kind: 'round', id: 'c' }, kind: 'noted' });
  });
  await Promise.all([slow.isReached, inside.isReached]);
  const sealing = sealDue(database.db, at('2022-03-17T00:00:01'));
  slow.open();
  inside.open();
  await Promise.all([first, second]);
  expect(await sealing).toEqual({ days: ['2022-03-16'], postponed: false });
  expect(await sealed()).toEqual([['2022-03-16', 4, '4']]);
});

test('封了以后才到的，算到下一次封存里，一个事件只在一处', async () => {
  await happens(at('2022-03-16T10:00:00'));
  await sealDue(database.db, at('2022-03-17T00:00:00'));
  await happens(at('2022-03-16T23:59:59'));
  await sealDue(database.db, at('2022-03-18T00:00:00'));
  expect(await sealed()).toEqual([
    ['2022-03-16', 1, '1'],
    ['2022-03-17', 2, '2'],
  ]);
});

test('几个进程同时封、同时有人办事：每天一次，连得上，一个不漏', async () => {
  const others: OpenDatabase[] = [1, 2, 3].map(() =>
    openDatabase(database.url, () => undefined, 3),
  );
  const pools = [database, ...others];
  await happens(at('2022-03-10T10:00:00'));
  const writing = Array.from({ length: 40 }, (_, n) =>
    happens(at('2022-03-15T10:00:00'), String(n % 7), pools[n % 4]?.db),
  );
  const now = at('2022-03-16T00:00:01');
  const sealing = pools.map(({ db }) => sealDue(db, now));
  const done = await Promise.all(sealing);
  await Promise.all(writing);
  const days = done.flatMap((one) => one.days);
  expect(new Set(days).size).toBe(days.length);
  await sealDue(database.db, at('2022-03-17T00:00:01'));
  const all = await seals(database.db, { most: 10 });
  expect(all.map(({ day }) => day).reverse()).toEqual(
    [10, 11, 12, 13, 14, 15, 16].map((n) => `2022-03-${n}`),
  );
  expect(all[0]).toMatchObject({ events: 41, lastEvent: '41' });
  for (const [i, seal] of all.entries()) {
    expect(seal.previousDigest).toBe(all[i + 1]?.digest ?? CHAIN_START);
  }
  await Promise.all(others.map((one) => one.close()));
});

test('封存只增不改', async () => {
  await happens(at('2022-03-16T10:00:00'));
  await sealDue(database.db, at('2022-03-17T00:00:00'));
  await expect(
    database.db.updateTable('event_seal').set({ events: '0' }).execute(),
  ).rejects.toThrow('only grows');
  await expect(database.db.deleteFrom('event_seal').execute()).rejects.toThrow('only grows');
});

function gate() {
  let open: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const opened = new Promise<void>((done) => {
    open = done;
  });
  const isReached = new Promise<void>((done) => {
    reached = done;
  });
  return { opened, open, isReached, reached };
}
