import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal } from './test-portal.fixture.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const PATH = '/api/account/delegations';
let database: TestDatabase;
let db: Database;
let at: Awaited<ReturnType<typeof openTestPortal>>;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.db;
  at = await openTestPortal({ db });
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
});

type Method = 'GET' | 'POST' | 'DELETE';
const ask = (who: { cookie: string }, method: Method, url: string, payload?: object) =>
  at.portal.inject({
    method,
    url,
    headers: { cookie: who.cookie },
    ...(payload && { payload }),
  });

async function office() {
  const head = await signInForTests(db, {
    role: 'office-head',
    machine: MACHINE,
    name: '示例处长',
  });
  const organisation = head.actor.organisation.id;
  const officer = await signInForTests(db, {
    role: 'line-officer',
    organisation,
    machine: MACHINE,
    name: '示例科员',
  });
  const stranger = await signInForTests(db, { role: 'line-officer', machine: MACHINE });
  const body = {
    appointment: head.actor.appointment,
    to: officer.actor.account,
    from: '2022-03-16',
    until: '2022-03-20',
    reason: '出差',
  };
  return { head, officer, stranger, body };
}

test('请同事代办：他能选这个岗位，到期就不能；收回立即不能', async () => {
  const { head, officer, body } = await office();
  const before = (await ask(head, 'GET', PATH)).json();
  expect(before).toMatchObject({
    today: '2022-03-16',
    standIns: [],
    duties: [
      { roleName: '处室负责人', colleagues: [{ name: '示例科员', roleName: '条线处室经办人' }] },
    ],
  });
  const view = (await ask(head, 'POST', PATH, body)).json();
  expect(view.standIns).toMatchObject([
    { to: '示例科员', from: '2022-03-16', until: '2022-03-20' },
  ]);
  const [{ id: delegation }] = view.standIns;
  const choose = () =>
    ask(officer, 'POST', '/api/session/duty', { appointment: body.appointment, delegation });
  expect((await choose()).json()).toMatchObject({
    stage: 'ready',
    duty: { role: 'office-head', standsInFor: '示例处长' },
  });
  expect((await ask(officer, 'GET', '/api/account')).statusCode).toBe(200);
  expect((await ask(head, 'DELETE', `${PATH}/${delegation}`)).json().standIns).toEqual([]);
  expect((await ask(officer, 'GET', '/api/account')).statusCode).toBe(401);
  expect((await choose()).statusCode).toBe(404);
  expect((await ask(head, 'DELETE', `${PATH}/${delegation}`)).statusCode).toBe(404);
});

test('代办来的岗位不能再转给别人，别人的代办收不回', async () => {
  const { head, officer, body } = await office();
  const view = (await ask(head, 'POST', PATH, body)).json();
  const [{ id: delegation }] = view.standIns;
  await ask(officer, 'POST', '/api/session/duty', { appointment: body.appointment, delegation });
  const passedOn = await ask(officer, 'POST', PATH, { ...body, to: head.actor.account });
  expect(passedOn.json()).toMatchObject({ faults: [{ code: 'no-appointment' }] });
  expect((await ask(officer, 'DELETE', `${PATH}/${delegation}`)).statusCode).toBe(404);
});

test.each([
  [{ until: '2022-03-15', from: '2022-03-15' }, 'until', '这段时间已经过去'],
  [{ from: '2022-03-21' }, 'until', '结束日期早于开始日期'],
  [{ to: 'stranger' }, 'to', '只能请本单位在岗的同事代办'],
  [{ reason: ' ' }, 'reason', '请写明原因'],
  [{ from: '三月' }, 'from', '日期应为“2022-03-16”的样子'],
])('%o 说清楚错在哪里', async (more, path, message) => {
  const { head, stranger, body } = await office();
  const to = 'to' in more ? stranger.actor.account : body.to;
  const reply = await ask(head, 'POST', PATH, { ...body, ...more, to });
  expect(reply.statusCode).toBe(422);
  expect(reply.json().faults).toMatchObject([{ path, message }]);
});
