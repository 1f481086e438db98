import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { decideMode, portalState, shownBy } from '@fuchi/platform-server/portal-mode/portal-state';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type SignInForTests, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestPortal } from './test-portal.fixture.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
let database: TestDatabase;
let db: Database;
let at: Awaited<ReturnType<typeof openTestPortal>>;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.db;
  at = await openTestPortal({ db, mode: 'demonstration' });
  await openRoundForTests(db, at.clock.at, {
    clocks: [
      clock('opening', '2022-03-16T09:00:00+08:00'),
      clock('applicant', '2022-04-15T17:00:00+08:00'),
      clock('applicant', '2022-04-20T17:00:00+08:00', 'merger'),
      clock('applicant', '2022-04-10T17:00:00+08:00', null, '320583'),
      clock('county', '2022-04-22T17:00:00+08:00'),
      clock('city', '2022-04-29T17:00:00+08:00'),
    ],
  });
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
});
afterEach(() => {
  at.machine.at = MACHINE;
  expect(at.faults).toEqual([]);
});

type Kind = 'opening' | 'applicant' | 'county' | 'city';
function clock(
  kind: Kind,
  moment: string,
  line: string | null = null,
  place: string | null = null,
) {
  return { kind, line, territory: place, at: moment };
}
const person = (asked: SignInForTests) => signInForTests(db, { machine: MACHINE, ...asked });
const get = (url: string, cookie?: string) =>
  at.portal.inject({ url, ...(cookie !== undefined && { headers: { cookie } }) });
const deskOf = async (asked: SignInForTests) =>
  (await get('/api/desk', (await person(asked)).cookie)).json();
const clocksOf = async (asked: SignInForTests) =>
  (await deskOf(asked)).rounds.flatMap(
    ({ clocks }: { clocks: { kind: string; at: string; lines: string[] | null }[] }) =>
      clocks.map(({ kind, at: moment, lines }) =>
        [kind, moment.slice(5, 10), lines?.join('、') ?? '其余'].join(' '),
      ),
  );

describe('是哪种环境、服务器几点', () => {
  test('谁都能问，答的是程序的时钟', async () => {
    const reply = await get('/api/portal');
    expect(reply.json()).toEqual({ mode: 'demonstration', now: at.clock.at.toISOString() });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('页面自己问时间，不延长登录；打开工作台才算操作', async () => {
    const { cookie, actor } = await person({ role: 'planning' });
    const seenAt = async () =>
      (
        await db
          .selectFrom('session')
          .select('seen_at')
          .where('id', '=', actor.session)
          .executeTakeFirstOrThrow()
      ).seen_at;
    at.machine.at = new Date(MACHINE.getTime() + 600_000);
    expect((await get('/api/portal', cookie)).statusCode).toBe(200);
    expect(await seenAt()).toEqual(MACHINE);
    expect((await get('/api/desk', cookie)).statusCode).toBe(200);
    expect(await seenAt()).toEqual(at.machine.at);
  });
});

describe('工作台', () => {
  test('没有登录的人没有工作台', async () => {
    const reply = await get('/api/desk');
    expect(reply.statusCode).toBe(401);
    expect(reply.json().code).toBe('sign-in-first');
  });

  test.each(ALL_ROLES)('%s 的工作台说他是谁、以什么岗位', async (role) => {
    expect(await deskOf({ role, name: '示例甲' })).toMatchObject({
      role,
      name: '示例甲',
      more: false,
    });
  });

  test('各看各的时限', async () => {
    expect(await clocksOf({ role: 'submitter', territory: '320583', level: 'county' })).toEqual([
      'opening 03-16 其余',
      'applicant 04-10 其余',
      'applicant 04-20 企业重大兼并重组项目',
    ]);
    expect(await clocksOf({ role: 'line-officer', lines: ['merger'] })).toEqual([
      'opening 03-16 其余',
      'applicant 04-20 其余',
      'county 04-22 其余',
      'city 04-29 其余',
    ]);
    expect(await clocksOf({ role: 'expert' })).toEqual([]);
    expect(await clocksOf({ role: 'security-admin' })).toEqual([]);
  });

  test('哪个是自己的时限', async () => {
    const own = async (asked: SignInForTests) => (await deskOf(asked)).ownClock;
    const recommender = { role: 'recommender-lead', territory: '320500' } as const;
    expect(await own({ role: 'filler' })).toBe('applicant');
    expect(await own({ ...recommender, level: 'city' })).toBe('city');
    expect(await own({ ...recommender, level: 'county' })).toBe('county');
    expect(await own({ role: 'planning' })).toBeNull();
  });

  test('最近办理的只有自己办的，不含进出，新的在前', async () => {
    const [own, other] = [await person({ role: 'planning' }), await person({ role: 'planning' })];
    const does = (actor: Actor, kind: string) =>
      change(db, byActor(actor), at.clock.at, (_work, record) =>
        record({ subject: { kind: 'organisation', id: actor.organisation.id }, kind }),
      );
    await does(own.actor, 'organisation-renamed');
    await does(other.actor, 'organisation-closed');
    await does(own.actor, 'signed-in');
    await does(own.actor, 'organisation-placed');
    const { doings } = (await get('/api/desk', own.cookie)).json();
    expect(doings.map(({ what, about }: { what: string; about: string }) => [what, about])).toEqual(
      [
        ['调整单位的区域或层级', own.actor.organisation.name],
        ['单位更名', own.actor.organisation.name],
      ],
    );
  });
});

describe('往后拨模拟时间', () => {
  const later = (hours: number) => new Date(at.clock.at.getTime() + hours * 3_600_000);
  const set = async (role: Role, to: Date) => {
    const { cookie } = await person({ role });
    const payload = { to: to.toISOString() };
    return at.portal.inject({
      method: 'POST',
      url: '/api/demonstration/clock',
      headers: { cookie },
      payload,
    });
  };
  const shown = async () => {
    const clock = (await portalState(db))?.clock;
    return clock && shownBy(clock, MACHINE);
  };

  test('没有模拟时间的，拨不了', async () => {
    expect((await set('planning', later(1))).json().code).toBe('no-clock');
  });

  test('只有综合规划处和系统管理员能拨；只能往后，一次最多一年', async () => {
    await db
      .transaction()
      .execute((work) =>
        decideMode(work, 'demonstration', { machine: MACHINE, shownAt: at.clock.at }),
      );
    expect((await set('office-head', later(1))).statusCode).toBe(403);
    for (const to of [later(0), later(-1)]) {
      const reply = await set('planning', to);
      expect(reply.statusCode).toBe(422);
      expect(reply.json().faults[0].message).toBe('只能往后拨，不能早于现在的模拟时间');
    }
    const { faults } = (await set('planning', later(24 * 367))).json();
    expect(faults[0].message).toBe('一次最多往后拨一年');
    expect(await shown()).toEqual(at.clock.at);
    expect((await set('system-admin', later(24 * 366))).statusCode).toBe(200);
    expect(await shown()).toEqual(later(24 * 366));
  });

  test('拨了以后，问到的是新的时间；谁拨的有记录', async () => {
    const reread = at.clock.reread;
    at.clock.reread = async () => {
      at.clock.at = (await shown()) ?? at.clock.at;
    };
    const to = new Date((await shown())?.getTime() ?? 0);
    to.setUTCDate(to.getUTCDate() + 1);
    const reply = await set('planning', to);
    at.clock.reread = reread;
    expect(reply.json()).toEqual({ mode: 'demonstration', now: to.toISOString() });
    const { after, role } = await db
      .selectFrom('event')
      .select(['after', 'role'])
      .where('kind', '=', 'clock-advanced')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect([after, role]).toEqual([{ moment: to.toISOString() }, 'planning']);
  });
});
