import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import type { Wording } from '@fuchi/platform-server/wording';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { SignOffChain } from '@fuchi/workflow/sign-off';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BeginRefused, beginSignOff, contentDigest } from './begin-sign-off.ts';
import type { SignOffCarrier } from './carrier.ts';
import type { SignOffContent } from './contract.ts';
import { type SignRefused, sign } from './sign.ts';
import { isNextOf, signOffFor, signOffsFor, signOffsOf, waitingFor } from './sign-off-store.ts';
import { withdrawSignOff } from './withdraw-sign-off.ts';

const NOW = new Date('2022-03-10T01:00:00Z');
const CHAIN: SignOffChain = {
  id: 'round-publish',
  name: '发布申报批次',
  steps: [
    { name: '经办', role: 'planning' },
    { name: '归口处室负责人', role: 'office-head' },
    { name: '分管领导', role: 'leader' },
    { name: '财政会签', role: 'finance-head' },
  ],
};
const CONTENT: SignOffContent = {
  title: '发布申报批次：示例批次',
  reason: '按年度计划发布',
  comparedWith: '',
  rows: [{ section: '时间', label: '开放申报', value: '2022-03-16 09:00' }],
  payload: { revision: 3 },
};

let database: TestDatabase;
let officer: Actor;
let head: Actor;
let leader: Actor;
let finance: Actor;
let otherHead: Actor;
let subject: { kind: 'round'; id: string };
let subjects = 0;
const carried: string[] = [];
let against: Wording | undefined;
const carrier: SignOffCarrier = {
  subject: 'round',
  command: 'publish',
  lock: async () => undefined,
  agreed: async (_work, _record, signOff) => {
    carried.push(`agreed ${signOff.subject.id}`);
    return against;
  },
  ended: async (_work, _record, signOff, { state, said }) => {
    carried.push(`${state} ${signOff.subject.id} ${said}`);
  },
};

beforeAll(async () => {
  database = await openTestDatabase();
  const person = async (
    role: 'planning' | 'office-head' | 'leader' | 'finance-head',
    organisation?: string,
  ) =>
    (await signInForTests(database.db, { role, ...(organisation && { organisation }), name: role }))
      .actor;
  officer = await person('planning');
  head = await person('office-head', officer.organisation.id);
  otherHead = await person('office-head');
  leader = await person('leader');
  finance = await person('finance-head');
});
afterAll(() => database.close());
beforeEach(() => {
  subjects += 1;
  subject = { kind: 'round', id: String(subjects) };
  carried.length = 0;
  against = undefined;
});

const begin = (actor: Actor = officer, chain: SignOffChain = CHAIN) =>
  changeOrRefuse<string, BeginRefused>(
    database.db,
    byActor(actor),
    NOW,
    async (work, record, refuse) => {
      const asked = { subject, command: 'publish', chain, content: CONTENT, opinion: '拟同意' };
      const begun = await beginSignOff(work, record, asked, { actor, now: NOW });
      return 'refused' in begun ? refuse(begun.refused) : begun.id;
    },
  );
const begun = async () => {
  const done = await begin();
  if (!done.ok) throw new Error(done.refused.code);
  return done.value;
};
const signs = (actor: Actor, id: string, agreed = true, digest = contentDigest(CONTENT)) =>
  changeOrRefuse<string, SignRefused>(
    database.db,
    byActor(actor),
    NOW,
    async (work, record, refuse) => {
      const asked = { id, agreed, opinion: agreed ? '同意' : '请补充', digest };
      const done = await sign(work, record, [carrier], asked, { actor, now: NOW });
      return 'refused' in done ? refuse(done.refused) : done.state;
    },
  );
const waits = async (actor: Actor) => (await waitingFor(database.db, actor)).map(({ id }) => id);
const standingIn = (actor: Actor, holder: Actor): Actor => ({
  ...holder,
  account: actor.account,
  name: actor.name,
  standsInFor: { account: holder.account, name: holder.name },
});

describe('逐级签批', () => {
  test('送签的人签第一步，依次到每一步的人，最后一步签了才办', async () => {
    const id = await begun();
    const seen: (readonly [string, boolean])[] = [];
    for (const who of [head, leader, finance]) {
      for (const other of [officer, head, leader, finance]) {
        expect(await isNextOf(database.db, other, id)).toBe(other === who);
        expect((await waits(other)).includes(id)).toBe(other === who);
      }
      expect(carried).toEqual([]);
      const done = await signs(who, id);
      seen.push([who.role, done.ok]);
    }
    expect(seen).toEqual([
      ['office-head', true],
      ['leader', true],
      ['finance-head', true],
    ]);
    expect(carried).toEqual([`agreed ${subject.id}`]);
    const [kept] = await signOffsOf(database.db, subject);
    expect(kept).toMatchObject({
      id,
      state: 'agreed',
      endedAt: NOW,
      digest: contentDigest(CONTENT),
    });
    expect(kept?.signatures.map(({ step, role, date }) => [step, role, date])).toEqual([
      [0, 'planning', '2022-03-10'],
      [1, 'office-head', '2022-03-10'],
      [2, 'leader', '2022-03-10'],
      [3, 'finance-head', '2022-03-10'],
    ]);
    const events = await database.db
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'round')
      .where('subject_id', '=', subject.id)
      .orderBy('number')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual([
      'sign-off-begun',
      ...Array.from({ length: 4 }, () => 'signed'),
    ]);
  });

  test.each([
    ['还没轮到', () => leader, 'wrong-step-role'],
    ['送签的人自己', () => officer, 'wrong-step-role'],
    ['别的处室的负责人', () => otherHead, 'wrong-step-role'],
    ['送签的人代签负责人的一步', () => standingIn(officer, head), 'holds-another-step'],
  ])('不能签：%s', async (_, who, code) => {
    const id = await begun();
    expect(await signs(who(), id)).toMatchObject({ ok: false, refused: { code } });
    expect((await signOffsOf(database.db, subject))[0]?.signatures).toHaveLength(1);
  });

  test('代签的记着是代谁签的；本人以后不能再签别的一步', async () => {
    const id = await begun();
    const deputy = (
      await signInForTests(database.db, {
        role: 'line-officer',
        organisation: officer.organisation.id,
        name: '代签的人',
      })
    ).actor;
    expect(await waits(standingIn(deputy, head))).toContain(id);
    expect(await signs(standingIn(deputy, head), id)).toEqual({ ok: true, value: 'waiting' });
    expect((await signOffsOf(database.db, subject))[0]?.signatures[1]).toMatchObject({
      account: deputy.account,
      holder: head.account,
      name: '代签的人',
      holderName: 'office-head',
    });
    const headAsLeader = standingIn(head, leader);
    expect(await signs(headAsLeader, id)).toMatchObject({
      refused: { code: 'holds-another-step', step: '归口处室负责人' },
    });
    expect(await waits(headAsLeader)).not.toContain(id);
  });

  test('看到的与要签的不是同一份内容，就不签', async () => {
    const id = await begun();
    expect(await signs(head, id, true, 'f'.repeat(64))).toEqual({
      ok: false,
      refused: { code: 'other-content' },
    });
  });

  test('不同意就到此为止，可以重新送签', async () => {
    const id = await begun();
    expect(await begin()).toEqual({ ok: false, refused: { code: 'waiting-already' } });
    expect(await signs(head, id, false)).toEqual({ ok: true, value: 'declined' });
    expect(carried).toEqual([`declined ${subject.id} 请补充`]);
    expect(await signs(leader, id)).toMatchObject({ refused: { code: 'finished' } });
    expect(await begin()).toMatchObject({ ok: true });
  });

  test('办不成的，最后一步也不算签', async () => {
    const id = await begun();
    await signs(head, id);
    await signs(leader, id);
    against = { zh: '内容已经变了', en: 'changed' };
    expect(await signs(finance, id)).toMatchObject({
      refused: { code: 'not-carried-out', why: against },
    });
    expect((await signOffsOf(database.db, subject))[0]).toMatchObject({ state: 'waiting' });
    expect(await waits(finance)).toContain(id);
  });

  test('两位负责人同时签同一步，只有一位成', async () => {
    const second = (
      await signInForTests(database.db, {
        role: 'office-head',
        organisation: officer.organisation.id,
      })
    ).actor;
    const id = await begun();
    const done = await Promise.all([signs(head, id), signs(second, id)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await signOffsOf(database.db, subject))[0]?.signatures).toHaveLength(2);
  });

  test('同时送签两次，只有一次成', async () => {
    const done = await Promise.all([begin(), begin(), begin()]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('一个人就能定的链不开始', async () => {
    const [first] = CHAIN.steps;
    const alone = { ...CHAIN, steps: first ? [first] : [] };
    await expect(begin(officer, alone)).rejects.toThrow('no second step');
  });
});

describe('撤回和查看', () => {
  const withdraw = (actor: Actor, id: string) =>
    changeOrRefuse<void, 'none'>(database.db, byActor(actor), NOW, async (work, record, refuse) => {
      const asked = { id, said: '还要改' };
      if (!(await withdrawSignOff(work, record, [carrier], asked, { actor, now: NOW })))
        refuse('none');
    });

  test('送签的处室的经办人可以撤回一次，别人不可以', async () => {
    const id = await begun();
    for (const who of [leader, head, otherHead]) {
      expect(await withdraw(who, id)).toEqual({ ok: false, refused: 'none' });
    }
    expect(await withdraw(officer, id)).toMatchObject({ ok: true });
    expect(carried).toEqual([`withdrawn ${subject.id} 还要改`]);
    expect(await withdraw(officer, id)).toEqual({ ok: false, refused: 'none' });
    expect(await waits(head)).not.toContain(id);
  });

  test('链上的角色看得到，别的处室和角色看不到', async () => {
    const id = await begun();
    const sees = async (actor: Actor) => ({
      one: (await signOffFor(database.db, actor, id)) !== undefined,
      listed: (await signOffsFor(database.db, actor)).some((each) => each.id === id),
    });
    for (const who of [officer, head, leader, finance]) {
      expect(await sees(who)).toEqual({ one: true, listed: true });
    }
    const others = await Promise.all(
      (['submitter', 'recommender-lead', 'line-officer', 'system-admin'] as const).map(
        async (role) => (await signInForTests(database.db, { role })).actor,
      ),
    );
    for (const who of [otherHead, ...others]) {
      expect(await sees(who)).toEqual({ one: false, listed: false });
    }
  });
});
