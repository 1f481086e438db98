import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAccountDesk, type TestPerson } from './account-desk.fixture.ts';
import { TEST_PASSWORD } from './test-person.fixture.ts';
import { testBrowser } from './test-portal.fixture.ts';

let desk: Awaited<ReturnType<typeof openAccountDesk>>;
beforeAll(async () => {
  desk = await openAccountDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.deleteFrom('mail_outbox').execute();
  await desk.db.deleteFrom('sign_in_failure').execute();
});

const rowOf = ({ account }: Pick<TestPerson, 'account'>) =>
  desk.db
    .selectFrom('account')
    .select(['phone', 'email', 'password_hash'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
const letters = () => waitingLetters(desk.db, desk.box, 10);
const anybody = () => testBrowser(desk.portal);
/** The secret in the newest letter. */
const secretOf = async () => {
  const [letter] = await letters();
  return /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
};

describe('电话', () => {
  test('自己改，先核对密码；记录里只有打了码的', async () => {
    const who = await desk.person('filler');
    const browser = desk.browserOf(who);
    const change = (phone: string, password: string) =>
      browser.post('/api/account/phone', { phone, password });
    expect((await change('13900001111', 'wrong-password-1')).json().code).toBe('wrong-password');
    expect((await change('电话', TEST_PASSWORD)).statusCode).toBe(422);
    expect((await rowOf(who)).phone).toBeNull();
    expect((await change('13900001111', TEST_PASSWORD)).statusCode).toBe(200);
    expect((await rowOf(who)).phone).toBe('13900001111');
    const event = await desk.db
      .selectFrom('event')
      .select(['account_id', 'before', 'after'])
      .where('kind', '=', 'phone-changed')
      .where('subject_id', '=', who.account)
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      account_id: who.account,
      before: { phone: null },
      after: { phone: '139****1111' },
    });
  });
});

describe('邮箱', () => {
  const asks = async (who: TestPerson, email: string) =>
    (
      await desk.browserOf(who).post('/api/account/email', { email, password: TEST_PASSWORD })
    ).json();
  const confirms = (link: string) => anybody().post('/api/sign-in/email', { link });

  test('打开新邮箱里的链接才算；旧邮箱得到通知；链接只用一次', async () => {
    const who = await desk.person('filler');
    const before = await rowOf(who);
    expect(await asks(who, 'new-1@example.com')).toEqual({ sentTo: 'n***@example.com' });
    expect(await rowOf(who)).toEqual(before);
    const link = await secretOf();
    expect((await confirms(link)).json()).toEqual({ email: 'n***@example.com' });
    expect(await rowOf(who)).toEqual({ ...before, email: 'new-1@example.com' });
    const [told] = await letters();
    expect([told?.to, told?.title]).toEqual([before.email, '您的邮箱已经更换']);
    expect((await confirms(link)).statusCode).toBe(410);
    const kinds = await desk.kindsOf('account', who.account);
    expect(kinds.slice(-2)).toEqual(['email-asked', 'email-changed']);
    const events = await desk.db.selectFrom('event').select(['before', 'after']).execute();
    expect(JSON.stringify(events)).not.toContain('new-1@example.com');
  });

  test('再申请，先前的链接作废；过了一天也作废', async () => {
    const who = await desk.person('filler');
    await asks(who, 'first@example.com');
    const first = await secretOf();
    await asks(who, 'second@example.com');
    const second = await secretOf();
    expect((await confirms(first)).statusCode).toBe(410);
    desk.machine.at = new Date(desk.machine.at.getTime() + 24 * 3_600_000 + 1);
    expect((await confirms(second)).statusCode).toBe(410);
  });

  test('确认邮箱的链接设不了密码，设密码的链接改不了邮箱', async () => {
    const who = await desk.person('filler');
    await asks(who, 'other@example.com');
    const link = await secretOf();
    const before = await rowOf(who);
    const body = { link, password: 'Other-Bridge-418', account: null };
    expect((await anybody().post('/api/sign-in/new-password', body)).statusCode).toBe(410);
    expect((await anybody().post('/api/sign-in/link', { link })).statusCode).toBe(410);
    await anybody().post('/api/sign-in/forgotten', { login: who.login });
    expect((await confirms(await secretOf())).statusCode).toBe(410);
    expect(await rowOf(who)).toEqual(before);
    expect((await confirms(link)).statusCode).toBe(200);
  });
});

describe('已有账号的人接受邀请', () => {
  const invited = async (role: 'filler' | 'submitter' = 'submitter') => {
    const admin = await desk.person('applicant-admin');
    const body = { name: '示例', email: null, role, until: null };
    const reply = await desk.browserOf(admin).post('/api/people/invitations', body);
    const link = /#([\w-]{43})/.exec(reply.json().link)?.[1] ?? '';
    return { admin, link };
  };
  const accepts = (link: string, login: string, password = TEST_PASSWORD) =>
    anybody().post('/api/sign-in/accept', { link, login, password });
  const dutiesOf = async ({ account }: Pick<TestPerson, 'account'>) =>
    (
      await desk.db
        .selectFrom('appointment')
        .select(['role', 'organisation_id as organisation'])
        .where('account_id', '=', account)
        .where('ended_at', 'is', null)
        .orderBy('id')
        .execute()
    ).map(({ role, organisation }) => `${role} ${organisation}`);

  test('一个账号两个岗位，登录时选；链接只用一次', async () => {
    const who = await desk.person('filler');
    const { admin, link } = await invited();
    expect((await accepts(link, who.login)).statusCode).toBe(200);
    expect(await dutiesOf(who)).toEqual([
      `filler ${who.organisation.id}`,
      `submitter ${admin.organisation.id}`,
    ]);
    expect((await accepts(link, who.login)).statusCode).toBe(410);
    const tab = anybody();
    const signedIn = await tab.post('/api/sign-in', { login: who.login, password: TEST_PASSWORD });
    expect(signedIn.json()).toMatchObject({ stage: 'choose-duty' });
    expect(signedIn.json().duties).toHaveLength(2);
  });

  test('密码不对、没有这个账号，答复一样；链接还能用；错的次数照算', async () => {
    const who = await desk.person('filler');
    const { link } = await invited();
    const plain = (reply: Awaited<ReturnType<typeof accepts>>) => {
      const { requestId: _, ...rest } = reply.json();
      return [reply.statusCode, rest];
    };
    const wrong = await accepts(link, who.login, 'wrong-password-1');
    const nobody = await accepts(link, 'nobody-here', 'wrong-password-1');
    expect(plain(wrong)).toEqual(plain(nobody));
    expect(wrong.statusCode).toBe(401);
    const failures = await desk.db.selectFrom('sign_in_failure').select('id').execute();
    expect(failures).toHaveLength(2);
    expect((await accepts(link, who.login)).statusCode).toBe(200);
  });

  test('必须由不同的人担任的，说清楚；设密码的链接不是邀请', async () => {
    const guard = await desk.person('security-admin');
    const { link } = await invited();
    const refused = await accepts(link, guard.login);
    expect([refused.statusCode, refused.json().message]).toEqual([
      409,
      '这个账号已是安全管理员，不能再任提交人：这两个岗位必须由不同的人担任',
    ]);
    const who = await desk.person('filler');
    expect((await accepts(link, who.login)).statusCode).toBe(200);
    await anybody().post('/api/sign-in/forgotten', { login: who.login });
    expect((await accepts(await secretOf(), who.login)).statusCode).toBe(410);
  });
});
