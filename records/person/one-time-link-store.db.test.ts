import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLink, findLink, useLink } from './one-time-link-store.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const TARGET = { purpose: 'password', email: 'a@example.com' } as const;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const later = (minutes: number) => new Date(MACHINE.getTime() + minutes * 60_000);
const made = () => database.db.transaction().execute((work) => createLink(work, TARGET, MACHINE));
const used = (secret: string, machine = MACHINE) =>
  database.db.transaction().execute((work) => useLink(work, secret, machine));

test('用一次，看几次都行', async () => {
  const secret = await made();
  expect(await findLink(database.db, secret, MACHINE)).toEqual(TARGET);
  expect(await findLink(database.db, secret, MACHINE)).toEqual(TARGET);
  expect(await used(secret)).toEqual(TARGET);
  expect(await used(secret)).toBeUndefined();
  expect(await findLink(database.db, secret, MACHINE)).toBeUndefined();
});

test('同时用两次，只有一次成', async () => {
  const secret = await made();
  const done = await Promise.all(Array.from({ length: 5 }, () => used(secret)));
  expect(done.filter((target) => target !== undefined)).toHaveLength(1);
});

test('事务撤销了，链接没有用掉', async () => {
  const secret = await made();
  const broken = database.db.transaction().execute(async (work) => {
    await useLink(work, secret, MACHINE);
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await used(secret)).toEqual(TARGET);
});

test('到时失效', async () => {
  const secret = await made();
  expect(await findLink(database.db, secret, later(59))).toEqual(TARGET);
  expect(await findLink(database.db, secret, later(60))).toBeUndefined();
  expect(await used(secret, later(60))).toBeUndefined();
});

test('表里的摘要打不开链接', async () => {
  const secret = await made();
  const { digest } = await database.db
    .selectFrom('one_time_link')
    .select('digest')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  expect(digest).not.toContain(secret);
  expect(await used(digest)).toBeUndefined();
});
