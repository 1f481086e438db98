import { randomBytes } from 'node:crypto';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { secretBox } from '@fuchi/platform-server/secret-box';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
  secondFactorState,
  startSecondFactor,
  takeCode,
} from './second-factor-store.ts';
import { signInForTests } from './sign-in.fixture.ts';
import { totpCode } from './totp.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const NOW = new Date('2022-03-16T01:00:00Z');
const box = secretBox(randomBytes(32));
let database: TestDatabase;
let account: string;
let secret: Buffer;
let recovery: readonly string[];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ({ account } = (await signInForTests(database.db, { role: 'planning' })).actor);
  secret = await start();
  recovery = (await confirm(totpCode(secret, MACHINE))) ?? [];
});

const later = (seconds: number) => new Date(MACHINE.getTime() + seconds * 1000);

async function start(): Promise<Buffer> {
  const begun = await database.db
    .transaction()
    .execute((work) => startSecondFactor(work, box, account));
  return begun ?? Buffer.alloc(0);
}

function confirm(code: string) {
  return database.db
    .transaction()
    .execute((work) =>
      confirmSecondFactor(
        work,
        async () => undefined,
        box,
        { account, code },
        { now: NOW, machine: MACHINE },
      ),
    );
}

const take = (code: string, machine = later(30), who = account) =>
  database.db.transaction().execute((work) => takeCode(work, box, { account: who, code }, machine));

test('设好以后：密钥封存，恢复码只有摘要', async () => {
  expect(recovery).toHaveLength(10);
  expect(new Set(recovery).size).toBe(10);
  expect(recovery[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  expect(await secondFactorState(database.db, account)).toEqual({
    confirmedAt: NOW,
    recoveryCodesLeft: 10,
  });
  const kept = await database.db
    .selectFrom('account')
    .select('totp_secret')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const bytes = kept.totp_secret ?? Buffer.alloc(0);
  expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes(secret.toString('base64'))).toBe(false);
});

test('设的时候用过的码，登录时不再收', async () => {
  expect(await take(totpCode(secret, MACHINE), MACHINE)).toBeUndefined();
});

test('一个码收一次，同时来两次也只收一次，旧的也不收', async () => {
  const code = totpCode(secret, later(30));
  const taken = await Promise.all(Array.from({ length: 4 }, () => take(code)));
  expect(taken.filter((kind) => kind === 'device')).toHaveLength(1);
  expect(await take(code)).toBeUndefined();
  expect(await take(totpCode(secret, MACHINE))).toBeUndefined();
  expect(await take(totpCode(secret, later(60)))).toBe('device');
});

test('别人的码不收', async () => {
  const other = await signInForTests(database.db, { role: 'planning' });
  expect(await take(totpCode(secret, later(30)), later(30), other.actor.account)).toBeUndefined();
});

test('恢复码收一次，怎么打都行，同时来两次也只收一次', async () => {
  const [first = '', second = ''] = recovery;
  expect(await take(first.toLowerCase().replaceAll('-', ' '))).toBe('recovery');
  expect(await take(first)).toBeUndefined();
  const taken = await Promise.all([take(second), take(second), take(second)]);
  expect(taken.filter((kind) => kind === 'recovery')).toHaveLength(1);
  expect((await secondFactorState(database.db, account)).recoveryCodesLeft).toBe(8);
});

test('新的恢复码一出，旧的都作废', async () => {
  const fresh = await change(database.db, BY_PROGRAM, NOW, (work, record) =>
    newRecoveryCodes(work, record, account),
  );
  expect(await take(recovery[0] ?? '')).toBeUndefined();
  expect(await take(fresh[0] ?? '')).toBe('recovery');
});

test('已有的不能被另一个悄悄换掉', async () => {
  expect(await start()).toHaveLength(0);
  expect(await take(totpCode(secret, later(30)))).toBe('device');
});

test('错的码设不成', async () => {
  await change(database.db, BY_PROGRAM, NOW, (work, record) =>
    removeSecondFactor(work, record, account),
  );
  expect(await take(totpCode(secret, later(60)), later(60))).toBeUndefined();
  expect(await take(recovery[0] ?? '')).toBeUndefined();
  secret = await start();
  const right = totpCode(secret, MACHINE);
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  expect(await confirm(wrong)).toBeUndefined();
  expect(await take(right, MACHINE)).toBeUndefined();
  expect(await confirm(right)).toHaveLength(10);
});
