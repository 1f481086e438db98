import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { ALL_ROLES, conflictOf, ROLES, type Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRefused, AskedAppointment } from './appointment.ts';
import { appoint, endAppointment } from './appointment-store.ts';
import {
  type AskedDelegation,
  type DelegationRefused,
  delegate,
  endDelegation,
} from './delegation-store.ts';

const NOW = new Date('2022-03-16T01:00:00Z');
let database: TestDatabase;
const organisations = new Map<string, string>();
beforeAll(async () => {
  database = await openTestDatabase();
  for (const kind of new Set(ALL_ROLES.map((role) => ROLES[role].of))) {
    organisations.set(kind, await organisation(kind));
  }
});
afterAll(() => database.close());

let number = 0;
async function account(): Promise<string> {
  number += 1;
  const { id } = await database.db
    .insertInto('account')
    .values({ login: `person-${number}`, name: '示例人员', created_at: NOW })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function organisation(kind: string): Promise<string> {
  const { id } = await database.db
    .insertInto('organisation')
    .values({ kind, name: '示例单位', created_at: NOW })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const placeOf = (role: Role) => organisations.get(ROLES[role].of) ?? '';

function give(who: string, role: Role, more: Partial<AskedAppointment> = {}) {
  return changeOrRefuse<string, AppointmentRefused>(
    database.db,
    BY_PROGRAM,
    NOW,
    async (work, record, refuse) => {
      const given = await appoint(work, record, {
        account: who,
        organisation: placeOf(role),
        role,
        lines: [],
        from: '2022-01-01',
        until: undefined,
        ...more,
      });
      return 'refused' in given ? refuse(given.refused) : given.id;
    },
  );
}

async function given(who: string, role: Role, more: Partial<AskedAppointment> = {}) {
  const done = await give(who, role, more);
  if (!done.ok) throw new Error(done.refused.code);
  return done.value;
}

function standIn(asked: Omit<AskedDelegation, 'reason'>) {
  return changeOrRefuse<string, DelegationRefused>(
    database.db,
    BY_PROGRAM,
    NOW,
    async (work, record, refuse) => {
      const done = await delegate(work, record, { ...asked, reason: '休假' }, NOW);
      return 'refused' in done ? refuse(done.refused) : done.id;
    },
  );
}

const insert = (who: string, role: Role, from = '2022-01-01', until: string | null = null) =>
  database.db
    .insertInto('appointment')
    .values({
      account_id: who,
      organisation_id: placeOf(role),
      role,
      valid_from: from,
      valid_until: until,
    })
    .returning('id')
    .executeTakeFirstOrThrow();

describe('任职', () => {
  test('写下岗位和事件', async () => {
    const who = await account();
    const id = await given(who, 'line-officer', { lines: ['merger'], until: '2022-12-31' });
    const event = await database.db
      .selectFrom('event')
      .select(['kind', 'after'])
      .where('subject_kind', '=', 'account')
      .where('subject_id', '=', who)
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      kind: 'appointed',
      after: {
        appointment: id,
        organisation: placeOf('line-officer'),
        role: 'line-officer',
        lines: ['merger'],
        from: '2022-01-01',
        until: '2022-12-31',
      },
    });
  });

  test.each([
    ['单位的种类不对', 'planning', { organisation: 'finance' }, 'wrong-organisation'],
    ['没有这个单位', 'planning', { organisation: '999999' }, 'no-organisation'],
    ['没有这个账号', 'planning', { account: '999999' }, 'no-account'],
    ['先结束后开始', 'planning', { until: '2021-12-31' }, 'ends-before-it-begins'],
    ['管全部类别的岗位不分类别', 'planning', { lines: ['merger'] }, 'lines-without-need'],
  ] as const)('%s，什么也不写', async (_, role, more, code) => {
    const who = await account();
    const place = 'organisation' in more && organisations.get(more.organisation);
    const done = await give(who, role, { ...more, ...(place && { organisation: place }) });
    expect(done).toMatchObject({ ok: false, refused: { code } });
    expect(await held(who)).toEqual([]);
  });

  test('同一岗位给两次，同时给也只有一个成', async () => {
    const who = await account();
    const done = await Promise.all([1, 2, 3].map(() => give(who, 'filler')));
    expect(done.filter((d) => d.ok)).toHaveLength(1);
    expect(done.flatMap((d) => (d.ok ? [] : [d.refused.code]))).toEqual([
      'held-already',
      'held-already',
    ]);
  });
});

describe('三种管理员是三个人', () => {
  const pairs = ALL_ROLES.flatMap((held) => ALL_ROLES.map((role) => [held, role] as const));

  test('数据库与规则对每一对岗位说的一样', async () => {
    for (const [first, role] of pairs) {
      if (first === role) continue;
      const who = await account();
      await insert(who, first);
      const done = await insert(who, role).then(
        () => 'may',
        (error: unknown) => String(error),
      );
      const expected = conflictOf([first], role) ? /are two people/ : /^may$/;
      expect(done, `${first}, ${role}`).toMatch(expected);
    }
  });

  test('给岗位时拒绝，说是哪两个', async () => {
    const who = await account();
    await given(who, 'system-admin');
    expect(await give(who, 'audit-admin')).toEqual({
      ok: false,
      refused: { code: 'two-people', role: 'audit-admin', held: 'system-admin' },
    });
    expect(await give(who, 'planning')).toMatchObject({ refused: { code: 'two-people' } });
  });

  test('同时给一个人两种管理员，只有一种成；绕过程序直接写库也一样', async () => {
    const who = await account();
    const roles = ['system-admin', 'security-admin', 'audit-admin'] as const;
    const done = await Promise.all(roles.map((role) => give(who, role)));
    expect(done.filter((d) => d.ok)).toHaveLength(1);
    const other = await account();
    const direct = await Promise.allSettled(roles.map((role) => insert(other, role)));
    expect(direct.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });

  test('不在同一时间就可以：前一个到期之后', async () => {
    const who = await account();
    await given(who, 'system-admin', { until: '2022-06-30' });
    expect(await give(who, 'audit-admin', { from: '2022-06-30' })).toMatchObject({ ok: false });
    expect(await give(who, 'audit-admin', { from: '2022-07-01' })).toMatchObject({ ok: true });
  });

  test('免去以后可以', async () => {
    const who = await account();
    const first = await given(who, 'system-admin');
    await changeOrRefuse(database.db, BY_PROGRAM, NOW, (work, record) =>
      endAppointment(work, record, first, NOW),
    );
    expect(await give(who, 'security-admin')).toMatchObject({ ok: true });
  });

  test('代办也不行，数据库也拒绝', async () => {
    const [system, security] = [await account(), await account()];
    const appointment = await given(system, 'system-admin');
    await given(security, 'security-admin');
    const days = { from: '2022-03-01', until: '2022-03-10' };
    expect(await standIn({ holder: system, appointment, to: security, ...days })).toEqual({
      ok: false,
      refused: { code: 'two-people', role: 'system-admin', held: 'security-admin' },
    });
    const direct = database.db
      .insertInto('delegation')
      .values({
        appointment_id: appointment,
        to_account_id: security,
        valid_from: days.from,
        valid_until: days.until,
        reason: 'x',
        created_at: NOW,
      })
      .execute();
    await expect(direct).rejects.toThrow('are two people');
  });
});

describe('代办', () => {
  const days = { from: '2022-03-01', until: '2022-03-10' };
  async function office() {
    const [holder, to] = [await account(), await account()];
    const appointment = await given(holder, 'office-head');
    await given(to, 'line-officer');
    return { holder, appointment, to };
  }

  test('同一单位的同事，一段时间只有一人', async () => {
    const at = await office();
    expect(await standIn({ ...at, ...days })).toMatchObject({ ok: true });
    const third = await account();
    await given(third, 'line-officer');
    expect(await standIn({ ...at, to: third, from: '2022-03-10', until: '2022-03-12' })).toEqual({
      ok: false,
      refused: { code: 'delegated-already', ...days },
    });
    expect(
      await standIn({ ...at, to: third, from: '2022-03-11', until: '2022-03-12' }),
    ).toMatchObject({ ok: true });
  });

  test('同时请两个人代办，只有一个成', async () => {
    const at = await office();
    const third = await account();
    await given(third, 'line-officer');
    const done = await Promise.all([at.to, third].map((to) => standIn({ ...at, to, ...days })));
    expect(done.filter((d) => d.ok)).toHaveLength(1);
  });

  test.each([
    ['自己替自己', (at: Office) => ({ to: at.holder }), 'to-oneself'],
    ['别人的岗位', (at: Office) => ({ holder: at.to, to: at.holder }), 'no-appointment'],
    ['没有这个人', () => ({ to: '999999' }), 'no-account'],
    ['结束在开始之前', () => ({ until: '2022-02-01' }), 'ends-before-it-begins'],
  ])('%s', async (_, more, code) => {
    const at = await office();
    const done = await standIn({ ...at, ...days, ...more(at) });
    expect(done).toMatchObject({ ok: false, refused: { code } });
  });

  test('外单位的人不能代办', async () => {
    const at = await office();
    const stranger = await account();
    await given(stranger, 'finance-officer');
    expect(await standIn({ ...at, ...days, to: stranger })).toMatchObject({
      refused: { code: 'elsewhere' },
    });
  });

  test('只有本人能收回，收回一次', async () => {
    const at = await office();
    const done = await standIn({ ...at, ...days });
    const delegation = done.ok ? done.value : '';
    const end = (holder: string) =>
      changeOrRefuse<boolean, 'none'>(
        database.db,
        BY_PROGRAM,
        NOW,
        async (work, record, refuse) =>
          (await endDelegation(work, record, { holder, delegation }, NOW)) || refuse('none'),
      );
    expect(await end(at.to)).toEqual({ ok: false, refused: 'none' });
    expect(await end(at.holder)).toEqual({ ok: true, value: true });
    expect(await end(at.holder)).toEqual({ ok: false, refused: 'none' });
  });
});

interface Office {
  readonly holder: string;
  readonly to: string;
}

function held(who: string) {
  return database.db
    .selectFrom('appointment')
    .select('role')
    .where('account_id', '=', who)
    .execute();
}
