import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { createLink, type LinkTarget } from '@fuchi/record-person/one-time-link-store';
import { totpCode } from '@fuchi/record-person/totp';
import type { Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from './test-person.fixture.ts';
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
  await db.deleteFrom('sign_in_failure').execute();
  await db.deleteFrom('mail_outbox').execute();
});

type Browser = ReturnType<typeof testBrowser>;
const person = (role?: Role) => testPerson(db, MACHINE, role);
const signIn = async (login: string, password = TEST_PASSWORD, tab = testBrowser(at.portal)) => {
  const reply = await tab.post('/api/sign-in', { login, password });
  return { tab, status: reply.statusCode, view: reply.json() };
};
const later = (seconds: number) => {
  at.machine.at = new Date(at.machine.at.getTime() + seconds * 1000);
};
const codeFor = (secret: Buffer) => totpCode(secret, at.machine.at);
const send = async (tab: Browser, url: string, body: object) => {
  const reply = await tab.post(url, body);
  return { status: reply.statusCode, code: reply.json().code, ...reply.json() };
};

/** Sets the second factor up, and gives its secret and the recovery codes. */
async function setUp(tab: Browser) {
  const { uri } = await send(tab, '/api/account/second-factor/start', { password: TEST_PASSWORD });
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
  const { codes } = await send(tab, '/api/account/second-factor/confirm', {
    code: codeFor(secret),
  });
  return { secret, codes };
}

describe('两步验证', () => {
  test('官员没设就什么也做不了，设好才行；会话值换了新的', async () => {
    const who = await person('finance-officer');
    const { tab, view } = await signIn(who.login);
    expect(view).toMatchObject({
      stage: 'set-up-second-factor',
      duty: { role: 'finance-officer' },
    });
    expect((await tab.get('/api/account')).statusCode).toBe(401);
    const old = tab.cookies.get('fuchi-session') ?? '';
    const { codes } = await setUp(tab);
    expect(codes).toHaveLength(10);
    expect((await tab.get('/api/account')).json()).toMatchObject({
      secondFactorNeeded: true,
      recoveryCodesLeft: 10,
    });
    const attacker = testBrowser(at.portal);
    attacker.cookies.set('fuchi-session', old);
    expect((await attacker.get('/api/session')).json().stage).toBe('signed-out');
  });

  test('设置前要再输密码，错了不给密钥', async () => {
    const { tab } = await signIn((await person('auditor')).login);
    const wrong = await send(tab, '/api/account/second-factor/start', {
      password: 'Wrong-Bridge-1',
    });
    expect(wrong).toMatchObject({ status: 403, code: 'wrong-password' });
    expect(wrong).not.toHaveProperty('secret');
  });

  test('下次登录要验证码：没给之前不说是谁，给了换会话值，用过的码不收', async () => {
    const who = await person('planning');
    const { secret } = await setUp((await signIn(who.login)).tab);
    later(60);
    const { tab, view } = await signIn(who.login);
    expect(view).toMatchObject({ stage: 'second-factor', name: null, duty: null, duties: [] });
    expect((await tab.get('/api/account')).statusCode).toBe(401);
    expect(
      await send(tab, '/api/session/duty', { appointment: who.appointment, delegation: null }),
    ).toMatchObject({ status: 401 });
    expect(
      await send(tab, '/api/account/second-factor/start', { password: TEST_PASSWORD }),
    ).toMatchObject({ status: 401 });
    const old = tab.cookies.get('fuchi-session') ?? '';
    const code = codeFor(secret);
    expect(await send(tab, '/api/sign-in/second-factor', { code })).toMatchObject({
      stage: 'ready',
    });
    expect(tab.cookies.get('fuchi-session')).not.toBe(old);
    const again = await signIn(who.login);
    expect(await send(again.tab, '/api/sign-in/second-factor', { code })).toMatchObject({
      status: 403,
      code: 'wrong-code',
    });
  });

  test('猜验证码：五次以后要等，会话还在；事件里看得见', async () => {
    const who = await person('planning');
    const { secret } = await setUp((await signIn(who.login)).tab);
    later(60);
    const { tab } = await signIn(who.login);
    const right = codeFor(secret);
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, '0');
    for (let n = 0; n < 5; n += 1) {
      expect(await send(tab, '/api/sign-in/second-factor', { code: wrong })).toMatchObject({
        status: 403,
      });
    }
    expect(await send(tab, '/api/sign-in/second-factor', { code: right })).toMatchObject({
      status: 429,
      code: 'wait-first',
    });
    // Signing in by password again doesn't start the count anew.
    const again = await signIn(who.login);
    expect(await send(again.tab, '/api/sign-in/second-factor', { code: right })).toMatchObject({
      status: 429,
    });
    later(61);
    expect(await send(tab, '/api/sign-in/second-factor', { code: codeFor(secret) })).toMatchObject({
      stage: 'ready',
    });
    const failed = await db
      .selectFrom('event')
      .select('id')
      .where('subject_id', '=', who.account)
      .where('kind', '=', 'second-factor-failed')
      .execute();
    expect(failed).toHaveLength(5);
  });

  test('同一个验证码从两个窗口同时给，只进一个', async () => {
    const who = await person('planning');
    const { secret } = await setUp((await signIn(who.login)).tab);
    later(60);
    const tabs = [(await signIn(who.login)).tab, (await signIn(who.login)).tab];
    const code = codeFor(secret);
    const done = await Promise.all(
      tabs.map((tab) => send(tab, '/api/sign-in/second-factor', { code })),
    );
    expect(done.map((one) => one.stage ?? one.code).sort()).toEqual(['ready', 'wrong-code']);
  });

  test('手机丢了用恢复码，一个用一次', async () => {
    const who = await person('planning');
    const { codes } = await setUp((await signIn(who.login)).tab);
    const code = codes[3];
    const { tab } = await signIn(who.login);
    expect(await send(tab, '/api/sign-in/second-factor', { code })).toMatchObject({
      stage: 'ready',
    });
    expect((await tab.get('/api/account')).json().recoveryCodesLeft).toBe(9);
    const again = await signIn(who.login);
    expect(await send(again.tab, '/api/sign-in/second-factor', { code })).toMatchObject({
      status: 403,
    });
  });

  test('官员不能关，申报单位的人可以，都要密码和验证码', async () => {
    const official = await person('planning');
    const { tab } = await signIn(official.login);
    const { secret } = await setUp(tab);
    later(60);
    const body = { password: TEST_PASSWORD, code: codeFor(secret) };
    expect(await send(tab, '/api/account/second-factor/remove', body)).toMatchObject({
      status: 409,
      code: 'factor-needed',
    });
    const filler = await person('filler');
    const own = (await signIn(filler.login)).tab;
    const theirs = await setUp(own);
    later(60);
    const remove = (code: string, password = TEST_PASSWORD) =>
      send(own, '/api/account/second-factor/remove', { password, code });
    expect(await remove('000000')).toMatchObject({ status: 403, code: 'wrong-code' });
    expect(await remove(codeFor(theirs.secret), 'Wrong-Bridge-1')).toMatchObject({ status: 403 });
    expect(await remove(codeFor(theirs.secret))).toMatchObject({ done: true });
    expect((await signIn(filler.login)).view.stage).toBe('ready');
  });
});

describe('改密码', () => {
  test('要当前密码，新密码要合要求；改了以后别处都退出', async () => {
    const who = await person();
    const [{ tab }, other] = [await signIn(who.login), await signIn(who.login)];
    const change = (current: string, next: string) =>
      send(tab, '/api/account/password', { current, next });
    expect(await change('Wrong-Bridge-1', 'New-Bridge-4178')).toMatchObject({ status: 403 });
    const weak = await change(TEST_PASSWORD, 'aaaaa');
    expect(weak).toMatchObject({ status: 422, code: 'bad-input' });
    expect(weak.faults.map((f: { code: string }) => f.code)).toEqual([
      'too-short',
      'too-few-kinds',
      'sequence',
    ]);
    expect(await change(TEST_PASSWORD, 'New-Bridge-4178')).toMatchObject({ done: true });
    expect((await tab.get('/api/account')).statusCode).toBe(200);
    expect((await other.tab.get('/api/account')).statusCode).toBe(401);
    expect((await signIn(who.login)).status).toBe(401);
    expect((await signIn(who.login, 'New-Bridge-4178')).status).toBe(200);
  });
});

describe('忘记密码', () => {
  const forgotten = (login: string, headers: Record<string, string> = {}) =>
    testBrowser(at.portal).send('POST', '/api/sign-in/forgotten', { login }, { headers });
  const letters = async () =>
    (await testBrowser(at.portal).get('/api/demonstration/letters')).json();
  const linkIn = (text: string) => /#([\w-]{43})$/m.exec(text)?.[1] ?? '';
  const use = (link: string, password = 'New-Bridge-4178') =>
    send(testBrowser(at.portal), '/api/sign-in/new-password', { link, password, account: null });

  test('有没有这个账号，回答都一样；信只寄给有的', async () => {
    const who = await person();
    const [known, unknown] = await Promise.all([forgotten(who.login), forgotten('nobody-at-all')]);
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: `${who.login}@example.com` });
  });

  test('信里的地址是设置里的，不是请求里的', async () => {
    const who = await person();
    await forgotten(who.login, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    const [letter] = await letters();
    expect(letter.text).toContain('http://fuchi.example/sign-in/new-password#');
    expect(letter.text).not.toContain('evil');
  });

  test('打开链接设新密码：会话都结束，链接用一次，同时用两次也只成一次', async () => {
    const who = await person();
    const before = await signIn(who.login);
    await forgotten(who.login);
    await forgotten(who.login);
    const [second, first] = (await letters()).map((l: { text: string }) => linkIn(l.text));
    expect(await send(testBrowser(at.portal), '/api/sign-in/link', { link: first })).toMatchObject({
      purpose: 'password',
      login: who.login,
    });
    const done = await Promise.all([use(first, 'One-Bridge-4178'), use(first, 'Two-Bridge-4178')]);
    expect(done.map((one) => one.code ?? 'done').sort()).toEqual(['done', 'link-gone']);
    expect((await before.tab.get('/api/account')).statusCode).toBe(401);
    const winner = done[0]?.done ? 'One-Bridge-4178' : 'Two-Bridge-4178';
    expect((await signIn(who.login, winner)).status).toBe(200);
    // The other letter's link goes with it.
    expect(await use(second)).toMatchObject({ status: 410, code: 'link-gone' });
  });

  test('密码不合要求时，链接还在', async () => {
    const who = await person();
    await forgotten(who.login);
    const link = linkIn((await letters())[0].text);
    expect(await use(link, 'short')).toMatchObject({ status: 422 });
    expect(await use(link)).toMatchObject({ done: true });
  });

  test('一小时以后失效；停用的账号打不开', async () => {
    const [who, disabled] = [await person(), await person()];
    await forgotten(disabled.login);
    const theirs = linkIn((await letters())[0].text);
    await forgotten(who.login);
    const link = linkIn((await letters())[0].text);
    await db
      .updateTable('account')
      .set({ status: 'disabled' })
      .where('id', '=', disabled.account)
      .execute();
    expect(await use(theirs)).toMatchObject({ status: 410 });
    later(3600);
    expect(await use(link)).toMatchObject({ status: 410 });
  });

  test('不能拿来给人寄一堆信', async () => {
    const who = await person();
    for (let n = 0; n < 5; n += 1) expect((await forgotten(who.login)).statusCode).toBe(200);
    expect((await forgotten(who.login)).statusCode).toBe(429);
    expect(await letters()).toHaveLength(5);
  });

  test('重置密码不绕过两步验证', async () => {
    const who = await person('planning');
    await setUp((await signIn(who.login)).tab);
    await forgotten(who.login);
    await use(linkIn((await letters())[0].text));
    expect((await signIn(who.login, 'New-Bridge-4178')).view.stage).toBe('second-factor');
  });
});

describe('邀请', () => {
  const invite = (target: LinkTarget) =>
    db.transaction().execute((work) => createLink(work, target, at.machine.at));
  const accept = (link: string, login: string, password = 'New-Bridge-4178') =>
    send(testBrowser(at.portal), '/api/sign-in/new-password', {
      link,
      password,
      account: { login, name: '示例新人' },
    });

  test('没有账号的人：填账号、姓名和密码，就有了岗位', async () => {
    const host = await person('applicant-admin');
    const link = await invite({
      purpose: 'invite',
      organisation: host.organisation.id,
      role: 'filler',
    });
    expect(await send(testBrowser(at.portal), '/api/sign-in/link', { link })).toMatchObject({
      login: null,
      organisation: host.organisation.name,
      roleName: '填报人',
    });
    expect(await accept(link, host.login)).toMatchObject({
      status: 422,
      faults: [{ code: 'login-taken', path: 'account.login' }],
    });
    expect(await accept(link, 'New.Filler')).toMatchObject({ done: true });
    expect((await signIn('new.filler', 'New-Bridge-4178')).view).toMatchObject({
      stage: 'ready',
      name: '示例新人',
      duty: { role: 'filler', organisation: host.organisation.name },
    });
    expect(await accept(link, 'another')).toMatchObject({ status: 410 });
  });

  test('岗位与单位不合，什么也不建', async () => {
    const host = await person('applicant-admin');
    const link = await invite({
      purpose: 'invite',
      organisation: host.organisation.id,
      role: 'system-admin',
    });
    expect(await accept(link, 'would-be-admin')).toMatchObject({ status: 410 });
    const made = await db
      .selectFrom('account')
      .select('id')
      .where('login', '=', 'would-be-admin')
      .execute();
    expect(made).toEqual([]);
  });
});

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
