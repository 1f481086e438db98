import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { beginAttempt, succeed } from './attempt-store.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('sign_in_failure').execute();
});

const at = (seconds: number) => new Date(MACHINE.getTime() + seconds * 1000);
const begin = (seconds: number, tried = 'sign-in zhang', address = '192.0.2.1') =>
  beginAttempt(database.db, { tried, address }, at(seconds));

test('五次以后要等，等得越来越长；没等够的不算一次', async () => {
  for (let n = 1; n <= 5; n += 1)
    expect(await begin(n)).toEqual({ ok: true, failures: { tried: n, address: n } });
  expect(await begin(6)).toEqual({ ok: false, waitSeconds: 59 });
  expect(await begin(64)).toEqual({ ok: false, waitSeconds: 1 });
  expect(await begin(65)).toMatchObject({ ok: true, failures: { tried: 6 } });
  expect(await begin(66)).toEqual({ ok: false, waitSeconds: 119 });
});

test('一百次同时来，也只有五次', async () => {
  const begun = await Promise.all(Array.from({ length: 100 }, () => begin(0)));
  expect(begun.filter(({ ok }) => ok)).toHaveLength(5);
});

test('成功以后重新开始，别的账号不受影响', async () => {
  for (let n = 0; n < 5; n += 1) await begin(n);
  expect(await begin(5, 'sign-in li')).toMatchObject({ ok: true });
  await database.db.transaction().execute((work) => succeed(work, 'sign-in zhang'));
  expect(await begin(6)).toMatchObject({ ok: true, failures: { tried: 1 } });
});

test('一个地址试很多账号，也会慢下来；别的地址不受影响', async () => {
  for (let n = 0; n < 30; n += 1)
    expect(await begin(n / 10, `sign-in ${n}`)).toMatchObject({ ok: true });
  expect(await begin(3.5, 'sign-in new')).toEqual({ ok: false, waitSeconds: 2 });
  expect(await begin(3.5, 'sign-in new', '192.0.2.2')).toMatchObject({ ok: true });
  expect(await begin(5, 'sign-in new')).toMatchObject({ ok: true });
});

test('一天以后都忘掉，表里也没有了', async () => {
  for (let n = 0; n < 5; n += 1) await begin(n);
  expect(await begin(24 * 3600 + 5)).toMatchObject({
    ok: true,
    failures: { tried: 1, address: 1 },
  });
  const rows = await database.db.selectFrom('sign_in_failure').select('id').execute();
  expect(rows).toHaveLength(1);
});

test('表里读不到试的是什么', async () => {
  await begin(0, 'sign-in my-password-in-the-wrong-field');
  const rows = await database.db.selectFrom('sign_in_failure').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('wrong-field');
});
