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
  at = await openTestPortal({ db, trustedProxies: ['10.0.0.1'] });
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

describe('登录', () => {
  test('账号不分大小写和全角，登录以后就是这个人', async () => {
    const who = await person();
    const tab = browser();
    const reply = await signIn(`  ${who.login.toUpperCase().replace('-', '－')}`, PASSWORD, tab);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ stage: 'ready', name: '示例人员', idleSeconds: 1800 });
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(/^fuchi-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      'fuchi-signed-in=1; Path=/; SameSite=Strict',
    ]);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect((await tab.get('/api/account')).json()).toMatchObject({ login: who.login });
    expect(await events(who.account)).toEqual(['signed-in']);
  });

  test('没有登录，什么都看不到', async () => {
    expect((await browser().get('/api/session')).json()).toMatchObject({ stage: 'signed-out' });
    for (const url of ['/api/account', '/api/account/sessions']) {
      const reply = await browser().get(url);
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'sign-in-first']);
    }
  });

  test('账号不存在、密码不对、账号停用、没有密码：回答一模一样', async () => {
    const [wrong, disabled, bare] = [await person(), await person(), await person()];
    await db
      .updateTable('account')
      .set({ status: 'disabled' })
      .where('id', '=', disabled.account)
      .execute();
    await db
      .updateTable('account')
      .set({ password_hash: null })
      .where('id', '=', bare.account)
      .execute();
    const replies = await Promise.all([
      signIn('nobody-at-all'),
      signIn(wrong.login, 'Other-Bridge-417'),
      signIn(disabled.login),
      signIn(bare.login),
    ]);
    const seen = replies.map((reply) => {
      const { requestId, ...body } = reply.json();
      const { 'x-request-id': _, date, ...headers } = reply.headers;
      return { status: reply.statusCode, body, headers };
    });
    expect(seen[0]).toMatchObject({ status: 401, body: { message: '账号或密码不正确' } });
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('同时登录两次，得到两个会话', async () => {
    const who = await person();
    const tabs = [browser(), browser()];
    const replies = await Promise.all(tabs.map((tab) => signIn(who.login, PASSWORD, tab)));
    expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200]);
    const [one, other] = tabs.map((tab) => tab.cookies.get('fuchi-session'));
    expect(one).not.toBe(other);
    expect((await tabs[0]?.get('/api/account/sessions'))?.json()).toHaveLength(3);
  });

  test('输入的错误一次说全，不写日志', async () => {
    const reply = await browser().post('/api/sign-in', { login: ' ', password: '', more: 1 });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().faults).toHaveLength(3);
    expect(at.faults).toEqual([]);
  });
});

describe('会话固定', () => {
  test('别人事先放进来的会话值，登录以后不用', async () => {
    const who = await person();
    const tab = browser();
    const planted = 'A'.repeat(43);
    tab.cookies.set('fuchi-session', planted);
    await signIn(who.login, PASSWORD, tab);
    expect(tab.cookies.get('fuchi-session')).not.toBe(planted);
    const attacker = browser();
    attacker.cookies.set('fuchi-session', planted);
    expect((await attacker.get('/api/session')).json().stage).toBe('signed-out');
  });

  test('攻击者自己的会话放进来，登录以后它结束了', async () => {
    const [attacker, who] = [await person(), await person()];
    const own = browser();
    await signIn(attacker.login, PASSWORD, own);
    const planted = own.cookies.get('fuchi-session') ?? '';
    const tab = browser();
    tab.cookies.set('fuchi-session', planted);
    await signIn(who.login, PASSWORD, tab);
    expect(tab.cookies.get('fuchi-session')).not.toBe(planted);
    expect((await own.get('/api/session')).json().stage).toBe('signed-out');
  });

  test('同名的 cookie 有两个不同的值，一个也不认', async () => {
    const who = await person();
    const reply = await at.portal.inject({
      url: '/api/account',
      headers: { cookie: `${who.cookie}; fuchi-session=${'A'.repeat(43)}` },
    });
    expect(reply.statusCode).toBe(401);
  });

  test('用 https 时只认 __Host- 的 cookie', async () => {
    const secure = await openTestPortal({ db, signIn: { publicUrl: 'https://fuchi.example' } });
    const who = await person();
    const tab = testBrowser(secure.portal);
    const reply = await tab.post('/api/sign-in', { login: who.login, password: PASSWORD });
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-fuchi-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      ),
      'fuchi-signed-in=1; Path=/; SameSite=Strict; Secure',
    ]);
    expect((await tab.get('/api/account')).statusCode).toBe(200);
    const plain = testBrowser(secure.portal);
    plain.cookies.set('fuchi-session', tab.cookies.get('__Host-fuchi-session') ?? '');
    expect((await plain.get('/api/account')).statusCode).toBe(401);
    await secure.portal.close();
  });
});

describe('别的网站发来的请求', () => {
  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', host: 'fuchi.example' },
    { origin: 'null', host: 'fuchi.example' },
    { origin: 'http://fuchi.example.evil.example', host: 'fuchi.example' },
  ])('%o 什么也改不了', async (headers) => {
    const who = await person();
    const tab = browser();
    await signIn(who.login, PASSWORD, tab);
    for (const [method, url, body] of [
      ['POST', '/api/session/end', undefined],
      ['POST', '/api/sign-in', { login: who.login, password: PASSWORD }],
      ['DELETE', '/api/account/sessions', undefined],
    ] as const) {
      const reply = await tab.send(method, url, body, { headers });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'cross-site']);
    }
    expect((await tab.get('/api/session')).json().stage).toBe('ready');
  });

  test('表单能发的内容类型一律不收', async () => {
    const reply = await at.portal.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'content-type': 'text/plain' },
      payload: '{"login":"a","password":"b"}',
    });
    expect(reply.statusCode).toBe(415);
  });
});

describe('猜密码', () => {
  test('五次以后要等，等的时候对的密码也不看；等够了可以；事件里都看得见', async () => {
    const who = await person();
    for (let n = 0; n < 5; n += 1) {
      expect((await signIn(who.login, `Wrong-Bridge-${n}`)).statusCode).toBe(401);
    }
    const held = await signIn(who.login);
    expect(held.statusCode).toBe(429);
    expect(held.headers['retry-after']).toBe('60');
    expect(held.json()).toMatchObject({
      code: 'wait-first',
      message: '连续失败次数较多，请1分钟后再试',
    });
    later(60);
    expect((await signIn(who.login)).statusCode).toBe(200);
    expect(await events(who.account)).toEqual([...Array(5).fill('sign-in-failed'), 'signed-in']);
    const last = await db
      .selectFrom('event')
      .select(['after', 'address', 'account_id'])
      .where('subject_id', '=', who.account)
      .where('kind', '=', 'sign-in-failed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(last).toEqual({
      after: { failures: 5, waitSeconds: 60 },
      address: '192.0.2.1',
      account_id: null,
    });
  });

  test('不存在的账号一样要等，看不出有没有', async () => {
    for (let n = 0; n < 5; n += 1) await signIn('nobody-here', `Wrong-Bridge-${n}`);
    const held = await signIn('nobody-here');
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '60']);
  });

  test('六十次同时来，只看五次密码', async () => {
    const who = await person();
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        signIn(who.login, `Wrong-Bridge-${n}`, browser('198.51.100.9')),
      ),
    );
    const count = (status: number) => replies.filter((r) => r.statusCode === status).length;
    expect([count(401), count(429)]).toEqual([5, 55]);
  });

  test('一个地址试很多账号会慢下来，记一个事件；换 IPv6 地址、伪造 X-Forwarded-For 都没用', async () => {
    const from = (n: number) => browser(`2001:db8:0:1::${n.toString(16)}`);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(`guess-${n}`, 'Wrong-Bridge-1', from(n + 1))),
    );
    const held = await from(999).send(
      'POST',
      '/api/sign-in',
      { login: 'guess-31', password: 'Wrong-Bridge-1' },
      { headers: { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' } },
    );
    expect(held.statusCode).toBe(429);
    const told = await db
      .selectFrom('event')
      .select('after')
      .where('subject_kind', '=', 'system')
      .where('kind', '=', 'address-slowed')
      .execute();
    expect(told).toEqual([{ after: { address: '2001:db8:0:1::/64', failures: 30 } }]);
  });

  test('可信代理说的地址才算', async () => {
    const proxied = browser('10.0.0.1');
    const who = await person();
    await proxied.send(
      'POST',
      '/api/sign-in',
      { login: who.login, password: PASSWORD },
      { headers: { 'x-forwarded-for': '203.0.113.7' } },
    );
    const { address } = await db
      .selectFrom('session')
      .select('address')
      .where('account_id', '=', who.account)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(address).toBe('203.0.113.7');
  });

  test('密码和账号都不出现在事件和失败记录里', async () => {
    await signIn('typed-Secret-417-here', 'My-Secret-Pass-99');
    const who = await person();
    await signIn(who.login, 'My-Secret-Pass-99');
    const kept = JSON.stringify([
      await db.selectFrom('event').selectAll().execute(),
      await db.selectFrom('sign_in_failure').selectAll().execute(),
    ]);
    expect(kept).not.toMatch(/secret-pass|secret-417/i);
  });
});
