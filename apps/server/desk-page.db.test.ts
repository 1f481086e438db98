import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type SignInForTests, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { ALL_ROLES } from '@fuchi/workflow/role';
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
