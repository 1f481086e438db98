import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from './actor-store.ts';
import { SESSION_SETTINGS } from './session-settings.ts';
import { endSessions, renewSession, startSession, touchSession } from './session-store.ts';
import { type SignedIn, signInForTests } from './sign-in.fixture.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const NOW = new Date('2022-03-16T01:00:00Z');
let database: TestDatabase;
let signed: SignedIn;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  signed = await signInForTests(database.db, {
    role: 'line-officer',
    lines: ['tech-upgrade'],
    machine: MACHINE,
  });
});

const valueIn = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);
const later = (minutes: number) => new Date(MACHINE.getTime() + minutes * 60_000);
const asked = async (
  machine = MACHINE,
  { cookie = valueIn(signed.cookie), now = NOW, settings = SESSION_SETTINGS } = {},
) => (await actorOf(database.db, cookie, { machine, now }, settings, '192.0.2.1'))?.actor;

describe('谁在操作', () => {
  test('登录的人、岗位、单位和类别范围', async () => {
    expect(await asked()).toEqual(signed.actor);
    expect(signed.actor).toMatchObject({
      role: 'line-officer',
      lines: ['tech-upgrade'],
      organisation: { kind: 'office', name: '条线处室经办人示例单位' },
      standsInFor: undefined,
    });
  });

  test.each(['', 'x', 'A'.repeat(43), '../../etc/passwd', 'a'.repeat(100_000)])(
    '不是会话的值什么也不是：%.20s',
    async (cookie) => {
      expect(await asked(MACHINE, { cookie })).toBeUndefined();
    },
  );

  test('表里的摘要不能当会话用', async () => {
    const { digest } = await database.db
      .selectFrom('session')
      .select('digest')
      .where('id', '=', signed.actor.session)
      .executeTakeFirstOrThrow();
    expect(await asked(MACHINE, { cookie: digest })).toBeUndefined();
    expect(await asked(MACHINE, { cookie: digest.slice(0, 43) })).toBeUndefined();
  });
});

describe('会话何时结束', () => {
  test('闲置到时，差一分钟还在', async () => {
    expect(await asked(later(29))).toBeDefined();
    expect(await asked(later(30))).toBeUndefined();
  });

  test('有操作就重新计时，到最长时间仍然结束', async () => {
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      const found = await actorOf(
        database.db,
        valueIn(signed.cookie),
        { machine: later(minutes), now: NOW },
        SESSION_SETTINGS,
        '192.0.2.1',
      );
      expect(found).toBeDefined();
      if (found) await touchSession(database.db, found.session, later(minutes));
    }
    expect(await asked(later(12 * 60 - 1))).toBeDefined();
    expect(await asked(later(12 * 60))).toBeUndefined();
  });

  test('模拟时钟往前拨，不影响会话', async () => {
    const later = new Date('2023-06-01T00:00:00Z');
    expect(await asked(MACHINE, { now: later })).toBeDefined();
  });

  test('退出以后', async () => {
    const { account, session } = signed.actor;
    const { db } = database;
    await db
      .transaction()
      .execute((work) => endSessions(work, account, { only: session }, 'signed-out', MACHINE));
    expect(await asked()).toBeUndefined();
  });

  test('别人的会话编号结束不了这个会话', async () => {
    const other = await signInForTests(database.db, { role: 'filler', machine: MACHINE });
    const ended = await database.db
      .transaction()
      .execute((work) =>
        endSessions(
          work,
          other.actor.account,
          { only: signed.actor.session },
          'ended-elsewhere',
          MACHINE,
        ),
      );
    expect(ended).toBe(0);
    expect(await asked()).toBeDefined();
  });

  test('账号停用', async () => {
    await set('account', signed.actor.account, { status: 'disabled' });
    expect(await asked()).toBeUndefined();
  });

  test('换了新的会话值，旧的就没用了；两个同时换，只有一个成', async () => {
    const cookie = valueIn(signed.cookie);
    const renewed = await Promise.all(
      [1, 2].map(() =>
        database.db.transaction().execute((work) => renewSession(work, cookie, {}, MACHINE)),
      ),
    );
    const [fresh, ...more] = renewed.filter((value) => value !== undefined);
    expect(more).toEqual([]);
    expect(await asked()).toBeUndefined();
    expect(await asked(MACHINE, { cookie: fresh ?? '' })).toEqual(signed.actor);
  });
});

describe('岗位', () => {
  const appointment = (values: { valid_from?: string; valid_until?: string; ended_at?: Date }) =>
    database.db
      .updateTable('appointment')
      .set(values)
      .where('id', '=', signed.actor.appointment)
      .execute();

  test.each([
    ['开始当天', { valid_from: '2022-03-16' }, true],
    ['还没开始', { valid_from: '2022-03-17' }, false],
    ['最后一天', { valid_until: '2022-03-16' }, true],
    ['已经过期', { valid_until: '2022-03-15' }, false],
    ['已经免去', { ended_at: MACHINE }, false],
  ])('%s', async (_, values, valid) => {
    await appointment(values);
    expect((await asked()) !== undefined).toBe(valid);
  });

  test('日期按北京时间：3月16日零点一过就是16日', async () => {
    await appointment({ valid_from: '2022-03-16' });
    expect(await asked(MACHINE, { now: new Date('2022-03-15T15:59:59Z') })).toBeUndefined();
    expect(await asked(MACHINE, { now: new Date('2022-03-15T16:00:00Z') })).toBeDefined();
  });

  test('单位撤销', async () => {
    await set('organisation', signed.actor.organisation.id, { status: 'closed' });
    expect(await asked()).toBeUndefined();
  });
});

describe('代办', () => {
  let standIn: SignedIn;
  let delegation: string;
  let cookie: string;
  beforeEach(async () => {
    standIn = await signInForTests(database.db, {
      role: 'line-officer',
      name: '示例代办人',
      machine: MACHINE,
    });
    const { id } = await database.db
      .insertInto('delegation')
      .values({
        appointment_id: signed.actor.appointment,
        to_account_id: standIn.actor.account,
        valid_from: '2022-03-10',
        valid_until: '2022-03-20',
        reason: '出差',
        created_at: MACHINE,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    delegation = id;
    const started = await database.db.transaction().execute((work) =>
      startSession(
        work,
        {
          account: standIn.actor.account,
          address: '192.0.2.1',
          device: 'test',
          secondFactorAt: MACHINE,
          duty: { appointment: signed.actor.appointment, delegation },
        },
        MACHINE,
      ),
    );
    cookie = started.cookie;
  });
  const on = (day: string) => asked(MACHINE, { cookie, now: new Date(`${day}T04:00:00Z`) });

  test('两头的日子都算，之外不算', async () => {
    expect(await on('2022-03-09')).toBeUndefined();
    expect(await on('2022-03-10')).toBeDefined();
    expect(await on('2022-03-20')).toBeDefined();
    expect(await on('2022-03-21')).toBeUndefined();
  });

  test('以被代办人的岗位和范围，记着替谁', async () => {
    expect(await on('2022-03-16')).toMatchObject({
      account: standIn.actor.account,
      name: '示例代办人',
      appointment: signed.actor.appointment,
      lines: ['tech-upgrade'],
      standsInFor: { account: signed.actor.account, name: '示例人员' },
    });
  });

  test('代办收回、本人岗位免去、本人账号停用，都不再能代办', async () => {
    await set('delegation', delegation, { ended_at: MACHINE });
    expect(await on('2022-03-16')).toBeUndefined();
    await set('delegation', delegation, { ended_at: null });
    expect(await on('2022-03-16')).toBeDefined();
    await set('account', signed.actor.account, { status: 'disabled' });
    expect(await on('2022-03-16')).toBeUndefined();
  });

  test('没有代办的人拿别人的岗位，什么也不是', async () => {
    await database.db
      .updateTable('session')
      .set({ delegation_id: null })
      .where('account_id', '=', standIn.actor.account)
      .execute();
    expect(await on('2022-03-16')).toBeUndefined();
  });
});

describe('第二道验证', () => {
  const unproven = () =>
    database.db
      .updateTable('session')
      .set({ second_factor_at: null })
      .where('id', '=', signed.actor.session)
      .execute();

  test('官员没有第二道验证就不能操作；演示时免去', async () => {
    await unproven();
    expect(await asked()).toBeUndefined();
    const settings = { ...SESSION_SETTINGS, secondFactor: 'waived' } as const;
    expect(await asked(MACHINE, { settings })).toBeDefined();
  });

  test('设了第二道验证的人，演示时也要验证', async () => {
    await unproven();
    await set('account', signed.actor.account, { totp_confirmed_at: MACHINE });
    const settings = { ...SESSION_SETTINGS, secondFactor: 'waived' } as const;
    expect(await asked(MACHINE, { settings })).toBeUndefined();
  });

  test('申报单位的人可以没有，设了就要验证', async () => {
    signed = await signInForTests(database.db, { role: 'submitter', machine: MACHINE });
    await unproven();
    expect(await asked()).toBeDefined();
    await set('account', signed.actor.account, { totp_confirmed_at: MACHINE });
    expect(await asked()).toBeUndefined();
  });
});

async function set(
  table: 'account' | 'organisation' | 'delegation',
  id: string,
  values: Record<string, string | Date | null>,
): Promise<void> {
  await database.db.updateTable(table).set(values).where('id', '=', id).execute();
}
