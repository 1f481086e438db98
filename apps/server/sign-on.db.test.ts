import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { openSignOn, type SignOnSettings } from '@fuchi/platform-server/sign-on/open-id';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLIENT, startIdentityProvider, walkThrough } from './identity-provider.fixture.ts';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const RETURN_URL = 'http://fuchi.example/api/sign-on/return';
let database: TestDatabase;
let db: Database;
let province: Awaited<ReturnType<typeof startIdentityProvider>>;
let at: Awaited<ReturnType<typeof openTestPortal>>;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.db;
  province = await startIdentityProvider(RETURN_URL);
  at = await openTestPortal({ db, signIn: { signOn: openSignOn(settings()) } });
});
afterAll(async () => {
  await at.portal.close();
  await province.close();
  await database.close();
});
beforeEach(async () => {
  at.machine.at = MACHINE;
  at.faults.length = 0;
  await db.deleteFrom('sign_on_request').execute();
});

function settings(more: Partial<SignOnSettings> = {}): SignOnSettings {
  return {
    title: '示例统一身份认证',
    issuer: province.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    returnUrl: RETURN_URL,
    scope: 'openid profile email',
    accountClaim: 'preferred_username',
    secondFactorAcr: ['two-factors'],
    ...more,
  };
}

type Browser = ReturnType<typeof testBrowser>;
const person = (role: Role = 'submitter') => testPerson(db, MACHINE, role);
const newBrowser = () => testBrowser(at.portal);

/** From our button to the address at which the provider sends back. */
async function away(tab: Browser): Promise<string> {
  const reply = await tab.get('/api/sign-on/start');
  return walkThrough(reply.headers.location ?? '', province.issuer);
}
async function comeBack(tab: Browser, url: string): Promise<string> {
  // Another site sends the browser here: it says so.
  const { pathname, search } = new URL(url);
  const headers = { 'sec-fetch-site': 'cross-site' };
  const reply = await tab.send('GET', pathname + search, undefined, { headers });
  expect(reply.statusCode).toBe(302);
  return reply.headers.location ?? '';
}
const signOn = async (tab: Browser) => comeBack(tab, await away(tab));
const stage = async (tab: Browser) => (await tab.get('/api/session')).json().stage;
const requests = async () => db.selectFrom('sign_on_request').selectAll().execute();

describe('统一身份认证', () => {
  test('登录页知道它叫什么；去的时候带 PKCE、state、nonce', async () => {
    expect((await newBrowser().get('/api/sign-in')).json().signOn).toBe('示例统一身份认证');
    const tab = newBrowser();
    const reply = await tab.get('/api/sign-on/start');
    const asked = new URL(reply.headers.location ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: RETURN_URL,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(reply.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  test('认证方说的账号正好有一个，就关联并登录；以后只认关联，不认名字', async () => {
    const [who, other] = [await person(), await person()];
    province.become('sub-linked', { preferred_username: who.login.toUpperCase() });
    const tab = newBrowser();
    expect(await signOn(tab)).toBe('/sign-in');
    expect(await stage(tab)).toBe('ready');
    expect((await tab.get('/api/account')).json().login).toBe(who.login);
    // The same person under another name there stays the same person here.
    province.become('sub-linked', { preferred_username: other.login });
    const again = newBrowser();
    await signOn(again);
    expect((await again.get('/api/account')).json().login).toBe(who.login);
    const kinds = await db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', who.account)
      .orderBy('id')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['sign-on-linked', 'signed-on', 'signed-on']);
  });

  test('换一个人用同样的名字，不能再关联到这个账号', async () => {
    const who = await person();
    province.become('sub-first', { preferred_username: who.login });
    await signOn(newBrowser());
    province.become('sub-second', { preferred_username: who.login });
    const tab = newBrowser();
    expect(await signOn(tab)).toBe('/sign-in?sign-on=waiting');
    expect(await stage(tab)).toBe('signed-out');
    expect(await requests()).toMatchObject([{ subject: 'sub-second', account_id: null }]);
  });

  test('没有这个账号：不建账号、不给权限，只登记一次等管理员', async () => {
    const accounts = async () => (await db.selectFrom('account').select('id').execute()).length;
    const before = await accounts();
    province.become('sub-unknown', { name: '示例来客', preferred_username: 'nobody-here' });
    for (const tab of [newBrowser(), newBrowser()]) {
      expect(await signOn(tab)).toBe('/sign-in?sign-on=waiting');
      expect(await stage(tab)).toBe('signed-out');
    }
    expect(await accounts()).toBe(before);
    expect(await requests()).toMatchObject([{ name: '示例来客', decided_at: null }]);
  });

  test('系统管理员确认以后能登录，别的角色看不到也确认不了', async () => {
    const who = await person();
    province.become('sub-confirmed', { name: '示例来客' });
    await signOn(newBrowser());
    const admin = await signInForTests(db, { role: 'system-admin', machine: MACHINE });
    const planner = await signInForTests(db, { role: 'planning', machine: MACHINE });
    const ask = (
      cookie: string,
      method: 'GET' | 'POST' | 'DELETE',
      url: string,
      payload?: object,
    ) => at.portal.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    expect((await ask(planner.cookie, 'GET', '/api/sign-on/requests')).statusCode).toBe(403);
    const [request] = (await ask(admin.cookie, 'GET', '/api/sign-on/requests')).json();
    const url = `/api/sign-on/requests/${request.id}`;
    expect((await ask(planner.cookie, 'POST', url, { login: who.login })).statusCode).toBe(403);
    expect((await ask(admin.cookie, 'POST', url, { login: 'nobody-here' })).statusCode).toBe(422);
    const both = await Promise.all([
      ask(admin.cookie, 'POST', url, { login: who.login }),
      ask(admin.cookie, 'DELETE', url),
    ]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([200, 404]);
    const linked = both[0]?.statusCode === 200;
    const tab = newBrowser();
    await signOn(tab);
    expect(await stage(tab)).toBe(linked ? 'ready' : 'signed-out');
  });

  test('停用的账号进不来', async () => {
    const who = await person();
    province.become('sub-disabled', { preferred_username: who.login });
    await signOn(newBrowser());
    await db
      .updateTable('account')
      .set({ status: 'disabled' })
      .where('id', '=', who.account)
      .execute();
    const tab = newBrowser();
    expect(await signOn(tab)).toBe('/sign-in?sign-on=waiting');
    expect(await stage(tab)).toBe('signed-out');
  });

  test('第二步：认证方担保过的不再问，没担保的照样要', async () => {
    const [plain, strong] = [await person('planning'), await person('planning')];
    province.become('sub-plain', { preferred_username: plain.login });
    const one = newBrowser();
    await signOn(one);
    expect(await stage(one)).toBe('set-up-second-factor');
    province.become('sub-strong', { preferred_username: strong.login, acr: 'two-factors' });
    const two = newBrowser();
    await signOn(two);
    expect(await stage(two)).toBe('ready');
  });
});

describe('不是这样走来的，一律不认', () => {
  const refused = '/sign-in?sign-on=refused';

  test('别的浏览器拿着回来的地址进不去，原来的浏览器还能用一次', async () => {
    const who = await person();
    province.become('sub-browser', { preferred_username: who.login });
    const tab = newBrowser();
    const url = await away(tab);
    const attacker = newBrowser();
    expect(await comeBack(attacker, url)).toBe(refused);
    expect(await stage(attacker)).toBe('signed-out');
    expect(await comeBack(tab, url)).toBe('/sign-in');
    expect(await comeBack(tab, url)).toBe(refused);
  });

  test('把别人的登录塞进来：攻击者的回来地址在受害者的浏览器里不管用', async () => {
    const attacker = await person();
    province.become('sub-attacker', { preferred_username: attacker.login });
    const url = await away(newBrowser());
    const victim = newBrowser();
    await victim.get('/api/sign-on/start');
    expect(await comeBack(victim, url)).toBe(refused);
    expect(await stage(victim)).toBe('signed-out');
  });

  test('十分钟以后不算', async () => {
    province.become('sub-late', { preferred_username: (await person()).login });
    const tab = newBrowser();
    const url = await away(tab);
    at.machine.at = new Date(MACHINE.getTime() + 10 * 60_000);
    expect(await comeBack(tab, url)).toBe(refused);
  });

  test.each(['code', 'state', 'iss'])('改了 %s', async (part) => {
    province.become('sub-changed', { preferred_username: (await person()).login });
    const tab = newBrowser();
    const url = new URL(await away(tab));
    const value = url.searchParams.get(part) ?? '';
    url.searchParams.set(
      part,
      part === 'iss' ? 'https://evil.example' : `${value.slice(0, -4)}AAAA`,
    );
    expect(await comeBack(tab, url.href)).toBe(refused);
    expect(await stage(tab)).toBe('signed-out');
  });

  test.each(['nonce', 'verifier'])('记着的 %s 不对', async (column) => {
    province.become('sub-secret', { preferred_username: (await person()).login });
    const tab = newBrowser();
    const url = await away(tab);
    await db
      .updateTable('sign_on_attempt')
      .set({ [column]: 'B'.repeat(43) })
      .where('used_at', 'is', null)
      .execute();
    expect(await comeBack(tab, url)).toBe(refused);
    expect(await stage(tab)).toBe('signed-out');
  });

  test('用户在那边说不，只是没有登录', async () => {
    const tab = newBrowser();
    const start = (await tab.get('/api/sign-on/start')).headers.location ?? '';
    const state = new URL(start).searchParams.get('state') ?? '';
    const back = new URLSearchParams({ error: 'access_denied', state, iss: province.issuer });
    expect(await comeBack(tab, `${RETURN_URL}?${back}`)).toBe(refused);
    expect(at.faults).toEqual([]);
  });
});

describe('设置', () => {
  test('邮箱只在认证方核实过时才算', async () => {
    const [verified, unverified] = [await person(), await person()];
    const signOnBy = openSignOn(settings({ accountClaim: 'email' }));
    const byEmail = await openTestPortal({ db, signIn: { signOn: signOnBy } });
    const attempt = async (subject: string, claims: Record<string, unknown>) => {
      province.become(subject, claims);
      const tab = testBrowser(byEmail.portal);
      return signOn(tab);
    };
    const email = (login: string) => `${login}@example.com`;
    expect(
      await attempt('sub-unverified', { email: email(unverified.login), email_verified: false }),
    ).toBe('/sign-in?sign-on=waiting');
    expect(
      await attempt('sub-verified', { email: email(verified.login), email_verified: true }),
    ).toBe('/sign-in');
    await byEmail.portal.close();
  });

  test('认证方连不上，说清楚，恢复以后不用重启', async () => {
    const down = await openTestPortal({
      db,
      signIn: { signOn: openSignOn(settings({ issuer: 'http://127.0.0.1:9' })) },
    });
    const reply = await testBrowser(down.portal).get('/api/sign-on/start');
    expect(reply.headers.location).toBe('/sign-in?sign-on=unavailable');
    expect(down.faults).toEqual([]);
    await down.portal.close();
  });

  test.each(['http://province.example', 'ftp://province.example', 'http://127.0.0.1.evil.example'])(
    '不加密的认证方不收：%s',
    (issuer) => {
      expect(() => openSignOn(settings({ issuer }))).toThrow('https://');
    },
  );
});
