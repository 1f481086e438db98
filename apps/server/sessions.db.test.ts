import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import type { Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD as PASSWORD, testPerson } from './test-person.fixture.ts';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
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
beforeEach(async () => {
  at.machine.at = MACHINE;
  at.faults.length = 0;
  await db.deleteFrom('sign_in_failure').execute();
});

const person = (role?: Role) => testPerson(db, MACHINE, role);
const browser = (address?: string) => testBrowser(at.portal, address);
const signIn = (login: string, password = PASSWORD, from = browser()) =>
  from.post('/api/sign-in', { login, password });
const events = async (subject: string) =>
  (
    await db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', subject)
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);
const later = (seconds: number) => {
  at.machine.at = new Date(at.machine.at.getTime() + seconds * 1000);
};

describe('会话', () => {
  test('看状态不算操作，“继续使用”算', async () => {
    const who = await person();
    const tab = browser();
    await signIn(who.login, PASSWORD, tab);
    later(25 * 60);
    expect((await tab.get('/api/session')).json().idleSeconds).toBe(5 * 60);
    expect((await tab.post('/api/session/keep')).json().idleSeconds).toBe(30 * 60);
    later(29 * 60);
    expect((await tab.get('/api/session')).json()).toMatchObject({
      stage: 'ready',
      idleSeconds: 60,
    });
    later(60);
    expect((await tab.get('/api/session')).json().stage).toBe('signed-out');
    expect((await tab.post('/api/session/keep')).statusCode).toBe(401);
  });

  test('退出以后旧的值没用，再退出一次也不出错', async () => {
    const who = await person();
    const tab = browser();
    await signIn(who.login, PASSWORD, tab);
    const old = tab.cookies.get('fuchi-session') ?? '';
    expect((await tab.post('/api/session/end')).json().stage).toBe('signed-out');
    expect(tab.cookies.size).toBe(0);
    tab.cookies.set('fuchi-session', old);
    expect((await tab.get('/api/account')).statusCode).toBe(401);
    expect((await tab.post('/api/session/end')).statusCode).toBe(200);
    expect(await events(who.account)).toEqual(['signed-in', 'signed-out']);
  });

  test('看见自己的设备，让一台、让其他都退出；别人的动不了', async () => {
    const [who, other] = [await person(), await person()];
    const [one, two, theirs] = [browser(), browser('198.51.100.3'), browser()];
    await signIn(who.login, PASSWORD, one);
    later(1);
    await two.send(
      'POST',
      '/api/sign-in',
      { login: who.login, password: PASSWORD },
      { headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' } },
    );
    await signIn(other.login, PASSWORD, theirs);
    const rows = (await one.get('/api/account/sessions')).json();
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      device: 'Firefox · Windows',
      address: '198.51.100.3',
      own: false,
    });
    const foreign = (await theirs.get('/api/account/sessions'))
      .json()
      .find((s: { own: boolean }) => s.own);
    for (const id of [foreign.id, '0', '-1', 'x', '9'.repeat(18)]) {
      expect((await one.send('DELETE', `/api/account/sessions/${id}`)).statusCode).toBe(404);
    }
    expect((await theirs.get('/api/account')).statusCode).toBe(200);
    expect((await one.send('DELETE', `/api/account/sessions/${rows[0].id}`)).json()).toHaveLength(
      2,
    );
    expect((await two.get('/api/account')).statusCode).toBe(401);
    expect((await one.send('DELETE', '/api/account/sessions')).json()).toMatchObject([
      { own: true },
    ]);
    expect((await one.get('/api/account')).statusCode).toBe(200);
  });

  test('几个岗位时要选，选不了别人的', async () => {
    const [who, other] = [await person(), await person()];
    const { id: second } = await db
      .insertInto('appointment')
      .values({
        account_id: who.account,
        organisation_id: who.organisation.id,
        role: 'applicant-admin',
        valid_from: '2022-01-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const tab = browser();
    expect((await signIn(who.login, PASSWORD, tab)).json()).toMatchObject({
      stage: 'choose-duty',
      duties: [{ roleName: '提交人' }, { roleName: '单位管理员' }],
    });
    expect((await tab.get('/api/account')).statusCode).toBe(401);
    const choose = (appointment: string) =>
      tab.post('/api/session/duty', { appointment, delegation: null });
    expect((await choose(other.appointment)).statusCode).toBe(404);
    expect((await choose(second)).json()).toMatchObject({
      stage: 'ready',
      duty: { role: 'applicant-admin' },
    });
    const from = (appointment: string) =>
      tab.send('GET', '/api/account', undefined, {
        headers: { 'x-acting-from': `${appointment}.0` },
      });
    expect((await from(second)).statusCode).toBe(200);
    expect((await from(who.appointment)).json()).toMatchObject({ code: 'other-duty' });
    await db
      .updateTable('appointment')
      .set({ ended_at: MACHINE })
      .where('id', '=', second)
      .execute();
    expect((await tab.get('/api/account')).statusCode).toBe(401);
    expect((await tab.get('/api/session')).json().stage).toBe('choose-duty');
  });
});
