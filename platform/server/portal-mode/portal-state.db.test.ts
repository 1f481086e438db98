import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { openPortalClock } from './portal-clock.ts';
import { advanceClock, decideMode, portalState } from './portal-state.ts';

const MACHINE = new Date('2026-03-02T04:00:00Z');
const OPENING = new Date('2022-03-16T01:00:00Z');
const later = (hours: number, from = MACHINE) => new Date(from.getTime() + hours * 3_600_000);
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(async () => {
  await sql`truncate portal`.execute(database.db);
});

const at = { machine: MACHINE, shownAt: OPENING };
const decide = (mode: 'demonstration' | 'production') =>
  database.db.transaction().execute((work) => decideMode(work, mode, at));
const advance = (to: Date, machine: Date) =>
  database.db.transaction().execute((work) => advanceClock(work, to, machine));

test('是演示还是正式环境只定一次，以后改不了', async () => {
  expect(await portalState(database.db)).toBeUndefined();
  expect(await decide('production')).toBe(true);
  expect(await decide('demonstration')).toBe(false);
  expect((await portalState(database.db))?.mode).toBe('production');
  await expect(
    sql`update portal set mode = 'demonstration', clock_real_at = now(), clock_shown_at = now()`.execute(
      database.db,
    ),
  ).rejects.toThrow('stays what it was started as');
  await expect(sql`delete from portal`.execute(database.db)).rejects.toThrow('only grows');
});

test('两个进程同时初次启动，只有一个说了算', async () => {
  const decided = await Promise.all([
    decide('production'),
    decide('demonstration'),
    decide('demonstration'),
  ]);
  expect(decided.filter(Boolean)).toHaveLength(1);
});

test('先启动的一个没有做完，后一个重新来定', async () => {
  const failed = database.db.transaction().execute(async (work) => {
    await decideMode(work, 'production', at);
    throw new Error('killed');
  });
  await expect(failed).rejects.toThrow('killed');
  expect(await decide('demonstration')).toBe(true);
});

test('正式环境的时钟就是机器的，调不了', async () => {
  await decide('production');
  const clock = await openPortalClock(database.db, fail, { now: () => MACHINE });
  expect(clock.now()).toEqual(MACHINE);
  clock.close();
  expect(await advance(later(1), MACHINE)).toEqual({ refused: { code: 'no-clock' } });
});

test('演示的时钟从开放申报起跟着机器走，只能往后调', async () => {
  await decide('demonstration');
  let machine = MACHINE;
  const clock = await openPortalClock(database.db, fail, { now: () => machine });
  const other = await openPortalClock(database.db, fail, { now: () => machine });
  expect(clock.now()).toEqual(OPENING);
  machine = later(3);
  expect(clock.now()).toEqual(later(3, OPENING));
  const deadline = new Date('2022-04-30T16:00:00Z');
  expect(await advance(deadline, machine)).toEqual({ before: later(3, OPENING) });
  await clock.reread();
  expect(clock.now()).toEqual(deadline);
  // The other process learns of it by itself.
  await expect.poll(() => other.now(), { timeout: 20_000 }).toEqual(deadline);
  for (const to of [deadline, later(1, OPENING)]) {
    expect(await advance(to, machine)).toEqual({ refused: { code: 'not-later' } });
  }
  await expect(
    sql`update portal set clock_shown_at = clock_shown_at - interval '1 second'`.execute(
      database.db,
    ),
  ).rejects.toThrow('never goes back');
  machine = later(5);
  expect(clock.now()).toEqual(later(2, deadline));
  clock.close();
  other.close();
});

function fail(text: string): never {
  throw new Error(text);
}
