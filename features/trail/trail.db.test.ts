import { join } from 'node:path';
import { deskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { answerFaults } from '@fuchi/platform-server/http-fault';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { demandPermissions } from '@fuchi/platform-server/route-permission';
import { change } from '@fuchi/record-event/change';
import type { NewEvent, Subject } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type SignInForTests, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventView, SealPage, SubjectTrail, TrailPage, VerifyReply } from './contract.ts';
import { trailRoutes } from './http.ts';

let database: TestDatabase;
let db: Database;
let app: FastifyInstance;
let actor: Actor | undefined;
const clock = { at: new Date('2022-03-16T01:00:00Z') };
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.db;
  app = fastify();
  demandPermissions(app);
  answerFaults(app, (text) => expect(text).toBe(''));
  const nothing = async () => undefined;
  const limits = { ready: nothing, answers: nothing };
  const routes = deskRoutes<Actor>(app, { actorOf: async () => actor, limits });
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const guide = loaded.checked;
  trailRoutes(routes, { db, moment: () => ({ machine: clock.at, now: clock.at }), guide });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const person = async (asked: SignInForTests) => (await signInForTests(db, asked)).actor;
const happens = (by: Actor, event: NewEvent, at: string) =>
  change(db, byActor(by), new Date(at), (_work, record) => record(event));
async function get<Reply>(as: Actor, url: string): Promise<Reply> {
  actor = as;
  return (await app.inject(url)).json<Reply>();
}
const kinds = ({ events }: { readonly events: readonly EventView[] }) =>
  events.map(({ kind }) => kind);

describe('查询', () => {
  let auditor: Actor;
  let clerk: Actor;
  beforeAll(async () => {
    auditor = await person({ role: 'auditor' });
    clerk = await person({ role: 'planning', name: '王示例' });
    const other = await person({ role: 'leader', name: '李_示例' });
    const subject: Subject = { kind: 'round', id: '5' };
    await happens(clerk, { subject, kind: 'a' }, '2022-03-14T15:59:59.999Z');
    await happens(clerk, { subject, kind: 'b' }, '2022-03-14T16:00:00Z');
    await happens(other, { subject, kind: 'c' }, '2022-03-15T15:59:59.999Z');
    await happens(
      other,
      { subject: { kind: 'round', id: '6' }, kind: 'd' },
      '2022-03-15T16:00:00Z',
    );
  });

  test.each([
    ['subject=round&id=5', ['c', 'b', 'a']],
    ['from=2022-03-15&to=2022-03-15', ['c', 'b']],
    ['role=leader', ['d', 'c']],
    ['kind=a', ['a']],
    ['person=%E7%8E%8B', ['b', 'a']],
    ['person=%25', []],
    ['person=_', ['d', 'c']],
    ['organisation=%E5%88%86%E7%AE%A1%E9%A2%86%E5%AF%BC', ['d', 'c']],
    ['subject=round&from=2022-03-16', ['d']],
    ['kind=x%27%20or%201%3D1', []],
  ])('%s', async (query, found) => {
    expect(kinds(await get<TrailPage>(auditor, `/api/trail?${query}`))).toEqual(found);
  });

  test('按账号编号找人', async () => {
    const page = await get<TrailPage>(auditor, `/api/trail?person=%23${clerk.account}`);
    expect(kinds(page)).toEqual(['b', 'a']);
  });

  test('一页100条，接着往前，一条不重不漏', async () => {
    const subject: Subject = { kind: 'round', id: 'many' };
    for (let n = 0; n < 250; n += 1) {
      await happens(clerk, { subject, kind: `n${n}` }, '2022-03-15T17:00:00Z');
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const before = next === '' ? '' : `&before=${next}`;
      const page: TrailPage = await get(auditor, `/api/trail?subject=round&id=many${before}`);
      seen.push(...kinds(page));
      next = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, n) => `n${249 - n}`));
  });

  test('名称是现在的，导出的和看到的一样遮住，导出记在案', async () => {
    const { id } = clerk.organisation;
    const subject: Subject = { kind: 'organisation', id };
    await happens(
      clerk,
      { subject, kind: 'e', after: { phone: '13812345678' } },
      '2022-03-15T18:00:00Z',
    );
    const page = await get<TrailPage>(auditor, '/api/trail?kind=e');
    expect(page.events[0]).toMatchObject({
      subject: { name: '综合规划处经办人示例单位', says: `单位 ${id}` },
      by: { name: '王示例', role: '综合规划处经办人', address: '192.0.2.1' },
      changes: [{ field: '电话', before: null, after: '138****5678' }],
      sealed: null,
    });
    actor = auditor;
    const file = await app.inject('/api/trail/file?kind=e');
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(file.headers['content-disposition']).toContain('2022-03-16');
    const exported = await get<TrailPage>(auditor, '/api/trail?kind=trail-exported');
    expect(exported.events[0]).toMatchObject({
      says: '导出操作记录',
      changes: [
        { field: '种类', after: 'e' },
        { field: '条数', after: '1' },
      ],
    });
  });
});

describe('一个对象自己的', () => {
  const read = async (as: Actor, { kind, id }: Subject) => {
    actor = as;
    const reply = await app.inject(`/api/trail/${kind}/${id}`);
    return reply.statusCode === 200 ? reply.json<SubjectTrail>().events.length : reply.statusCode;
  };
  const at = '2022-03-15T19:00:00Z';

  test('账号：本人、本单位管理员、管账号和管安全的、审计；别人没有', async () => {
    const own = await person({ role: 'filler' });
    const subject: Subject = { kind: 'account', id: own.account };
    await happens(own, { subject, kind: 'signed-in' }, at);
    const organisation = own.organisation.id;
    const readers = await Promise.all([
      person({ role: 'applicant-admin', organisation }),
      person({ role: 'system-admin' }),
      person({ role: 'security-admin' }),
      person({ role: 'audit-admin' }),
      person({ role: 'auditor' }),
    ]);
    for (const reader of [own, ...readers]) expect(await read(reader, subject)).toBe(1);
    const others = await Promise.all([
      person({ role: 'submitter', organisation }),
      person({ role: 'applicant-admin' }),
      person({ role: 'planning' }),
      person({ role: 'leader' }),
    ]);
    for (const other of others) expect(await read(other, subject)).toBe(404);
  });

  test('单位：本单位、推荐辖区、厅内处室；别的单位、别的辖区没有', async () => {
    const own = await person({ role: 'filler', territory: '320583' });
    const subject: Subject = { kind: 'organisation', id: own.organisation.id };
    await happens(own, { subject, kind: 'organisation-created' }, at);
    const near = await person({ role: 'recommender-handler', territory: '320583' });
    const far = await person({ role: 'recommender-handler', territory: '320981' });
    const office = await person({ role: 'line-officer' });
    for (const reader of [own, near, office]) expect(await read(reader, subject)).toBe(1);
    const stranger = await person({ role: 'applicant-admin', territory: '320583' });
    const expert = await person({ role: 'expert' });
    for (const other of [far, stranger, expert]) expect(await read(other, subject)).toBe(404);
    // What officials do in their own house isn't everybody's in the province.
    const theirs: Subject = { kind: 'organisation', id: far.organisation.id };
    await happens(far, { subject: theirs, kind: 'organisation-created' }, at);
    expect(await read(office, theirs)).toBe(404);
    expect(await read(far, theirs)).toBe(1);
  });

  test('批次、名单、指南：官员；系统：只有审计', async () => {
    const [clerk, filler, auditor] = await Promise.all([
      person({ role: 'finance-officer' }),
      person({ role: 'filler' }),
      person({ role: 'audit-admin' }),
    ]);
    for (const kind of ['round', 'register', 'guide'] as const) {
      const subject: Subject = { kind, id: '77' };
      await happens(clerk, { subject, kind: 'x' }, at);
      expect([await read(clerk, subject), await read(filler, subject)]).toEqual([1, 404]);
    }
    const system: Subject = { kind: 'system', id: '77' };
    await happens(clerk, { subject: system, kind: 'x' }, at);
    expect([await read(clerk, system), await read(auditor, system)]).toEqual([404, 1]);
  });

  test('没有的种类、没有的对象、不成编号的：一样是没有', async () => {
    const auditor = await person({ role: 'auditor' });
    const filler = await person({ role: 'filler' });
    for (const path of ['nothing/1', 'account/999999999', 'account/x', 'toString/1', 'round/%00']) {
      for (const who of [auditor, filler]) {
        actor = who;
        const reply = await app.inject(`/api/trail/${path}`);
        expect([path, reply.statusCode, reply.json().code]).toEqual([path, 404, 'no-such']);
      }
    }
  });

  test('链断了看得出来', async () => {
    const clerk = await person({ role: 'planning' });
    const subject: Subject = { kind: 'round', id: '78' };
    await happens(clerk, { subject, kind: 'x' }, at);
    await happens(clerk, { subject, kind: 'y' }, at);
    const chain = async () => (await get<SubjectTrail>(clerk, '/api/trail/round/78')).chain;
    expect(await chain()).toEqual({ events: 2, sound: true });
    await db
      .updateTable('event_chain')
      .set({ digest: 'x' })
      .where('subject_id', '=', '78')
      .execute();
    expect(await chain()).toEqual({ events: 2, sound: false });
    await db
      .updateTable('event_chain')
      .set((eb) => ({
        digest: eb
          .selectFrom('event')
          .select('event.digest')
          .where('subject_id', '=', '78')
          .where('number', '=', 2)
          .$asScalar()
          .$notNull(),
      }))
      .where('subject_id', '=', '78')
      .execute();
  });
});

describe('封存和核对', () => {
  test('看的时候把过完的日子封好；导出的摘要拿来核对，没有改动', async () => {
    const auditor = await person({ role: 'audit-admin' });
    clock.at = new Date('2022-03-18T01:00:00Z');
    const page = await get<SealPage>(auditor, '/api/trail/seals');
    expect(page.seals.map(({ day }) => day)).toEqual([
      '2022-03-17',
      '2022-03-16',
      '2022-03-15',
      '2022-03-14',
    ]);
    expect(page.seals.at(-1)).toMatchObject({ events: 1, total: 1 });
    expect(page.unsealed).toBe(0);
    actor = auditor;
    const { body: against, headers } = await app.inject('/api/trail/digest');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const verify = async (text: string) =>
      (
        await app.inject({
          method: 'POST',
          url: '/api/trail/verify',
          payload: { against: text },
        })
      ).json<VerifyReply & { code?: string }>();
    expect(await verify(against)).toMatchObject({
      faults: [],
      moreFaults: 0,
      seals: 4,
      against: '2022-03-18 09:00:00 导出的摘要：4天的封存',
    });
    expect(await verify(page.seals[0]?.digest ?? '')).toMatchObject({
      faults: [],
      against: '2022-03-17 的封存摘要',
    });
    expect((await verify('f'.repeat(64))).faults).toMatchObject([{ code: 'digest-unknown' }]);
    expect(await verify(`${against}x`)).toMatchObject({ code: 'bad-input' });
    const { events } = await get<TrailPage>(auditor, '/api/trail?subject=system&id=trail');
    expect(events.slice(0, 4).map(({ says }) => says)).toEqual([
      '核对操作记录',
      '核对操作记录',
      '核对操作记录',
      '导出操作记录摘要',
    ]);
  });
});
