import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccountDesk, type TestPerson } from './account-desk.fixture.ts';
import { TEST_PASSWORD } from './test-person.fixture.ts';
import { testBrowser } from './test-portal.fixture.ts';

let desk: Awaited<ReturnType<typeof openAccountDesk>>;
beforeAll(async () => {
  desk = await openAccountDesk();
});
afterAll(() => desk.close());

const person = (...asked: Parameters<typeof desk.person>) => desk.person(...asked);
const browserOf = (who: Pick<TestPerson, 'cookie'>) => desk.browserOf(who);

describe('安全管理员', () => {
  const act = async (who: TestPerson, path: string, why = '核对') => {
    const admin = browserOf(await person('security-admin'));
    return admin.post(`/api/security/accounts/${who.account}/${path}`, { why });
  };

  test('看得到谁在受限，解除以后马上能登录', async () => {
    const who = await person('filler');
    const browser = testBrowser(desk.portal, '192.0.2.77');
    for (let n = 0; n < 5; n += 1) {
      await browser.post('/api/sign-in', { login: who.login, password: `Wrong-Bridge-${n}` });
    }
    const body = { login: who.login, password: TEST_PASSWORD };
    expect((await browser.post('/api/sign-in', body)).statusCode).toBe(429);
    const admin = browserOf(await person('security-admin'));
    const view = (await admin.get('/api/security/failures?days=7')).json();
    expect(view.slowed).toContainEqual(
      expect.objectContaining({ account: who.account, what: '密码', failures: 5 }),
    );
    const row = view.accounts.find((each: { account: string }) => each.account === who.account);
    expect(row).toMatchObject({ total: 5, counts: [0, 0, 0, 0, 0, 0, 5] });
    expect(view.addresses).toContainEqual(
      expect.objectContaining({ address: '192.0.2.77', total: 5 }),
    );
    expect((await act(who, 'release')).statusCode).toBe(200);
    expect((await browser.post('/api/sign-in', body)).statusCode).toBe(200);
  });

  test('作废密码：原密码不能用，链接只到本人的邮箱，不给安全管理员', async () => {
    const who = await person('filler');
    const done = await act(who, 'void-password');
    expect(Object.keys(done.json())).toEqual(['message']);
    const body = { login: who.login, password: TEST_PASSWORD };
    expect((await testBrowser(desk.portal).post('/api/sign-in', body)).statusCode).toBe(401);
    expect((await browserOf(who).get('/api/account')).statusCode).toBe(401);
    const [letter] = (await testBrowser(desk.portal).get('/api/demonstration/letters')).json();
    expect(letter.to).toBe(`${who.login}@example.com`);
    expect(await desk.kindsOf('account', who.account)).toContain('password-voided');
  });

  test('重置两步验证：没有的拒绝；自己的不行', async () => {
    const who = await person('planning');
    const none = await act(who, 'reset-second-factor');
    expect([none.statusCode, none.json().code]).toEqual([409, 'no-second-factor']);
    await desk.db
      .updateTable('account')
      .set({ totp_secret: Buffer.from('x'), totp_confirmed_at: desk.machine.at })
      .where('id', '=', who.account)
      .execute();
    expect((await act(who, 'reset-second-factor')).statusCode).toBe(200);
    expect(await desk.kindsOf('account', who.account)).toContain('second-factor-reset');
    const self = await person('security-admin');
    const own = await browserOf(self).post(`/api/security/accounts/${self.account}/sign-out`, {
      why: '试试',
    });
    expect([own.statusCode, own.json().code]).toEqual([409, 'own-account']);
  });

  test('各处退出', async () => {
    const who = await person('filler');
    expect((await act(who, 'sign-out')).json()).toEqual({ message: '已退出1处登录' });
    expect((await browserOf(who).get('/api/account')).statusCode).toBe(401);
  });
});
