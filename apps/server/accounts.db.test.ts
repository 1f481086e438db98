import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
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
async function firm() {
  const admin = await person('applicant-admin');
  const organisation = admin.organisation.id;
  const filler = await person('filler', { organisation });
  return { admin, filler, organisation, browser: browserOf(admin) };
}
const dutiesIn = async (organisation: string) =>
  (
    await desk.db
      .selectFrom('appointment')
      .select(['account_id as account', 'role'])
      .where('organisation_id', '=', organisation)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .execute()
  ).map(({ account, role }) => `${role} ${account}`);
describe('别的单位的人', () => {
  test('看不到、免不了、加不了岗位、做不了链接，与不存在的一样', async () => {
    const [own, foreign] = [await firm(), await firm()];
    const before = await dutiesIn(foreign.organisation);
    const seen = await own.browser.get('/api/people');
    expect(seen.body).not.toContain(foreign.filler.login);
    const asked = (account: string, appointment: string) => [
      own.browser.send('DELETE', `/api/people/duties/${appointment}`),
      own.browser.post(`/api/people/${account}/duties`, { role: 'submitter', until: null }),
      own.browser.post(`/api/people/${account}/password-link`),
      own.browser.post(`/api/people/${account}/look`, { field: 'email', why: '好奇' }),
    ];
    const { account, appointment } = foreign.filler;
    const answers = await Promise.all(asked(account, appointment));
    const missing = await Promise.all(asked('999999', '999999'));
    const plain = (replies: typeof answers) =>
      replies.map((reply) => {
        const { requestId: _, ...rest } = reply.json();
        return [reply.statusCode, rest];
      });
    expect(plain(answers)).toEqual(plain(missing));
    expect(answers.map((reply) => reply.statusCode)).toEqual([404, 404, 404, 404]);
    expect(await dutiesIn(foreign.organisation)).toEqual(before);
  });

  test('别的单位的邀请撤不回', async () => {
    const [own, foreign] = [await firm(), await firm()];
    const invited = await foreign.browser.post('/api/people/invitations', {
      name: '示例',
      email: null,
      role: 'filler',
      until: null,
    });
    expect(invited.statusCode).toBe(200);
    const [{ id }] = (await foreign.browser.get('/api/people')).json().invitations;
    const path = `/api/people/invitations/${id}`;
    expect((await own.browser.send('DELETE', path)).statusCode).toBe(404);
    expect((await foreign.browser.send('DELETE', path)).statusCode).toBe(200);
    expect((await foreign.browser.send('DELETE', path)).statusCode).toBe(404);
  });

  test('单位管理员不能邀请管理员，也不能免去另一名管理员', async () => {
    const { browser, organisation } = await firm();
    const other = await person('applicant-admin', { organisation });
    const asked = { name: '示例', email: null, role: 'applicant-admin', until: null };
    const refused = await browser.post('/api/people/invitations', asked);
    expect([refused.statusCode, refused.json().faults[0].code]).toEqual([422, 'not-here']);
    const ended = await browser.send('DELETE', `/api/people/duties/${other.appointment}`);
    expect(ended.statusCode).toBe(404);
  });

  test('推荐单位负责人只管本单位的经办人', async () => {
    const lead = await person('recommender-lead');
    const organisation = lead.organisation.id;
    const handler = await person('recommender-handler', { organisation });
    const browser = browserOf(lead);
    const other = await person('recommender-handler');
    const end = async (appointment: string) =>
      (await browser.send('DELETE', `/api/people/duties/${appointment}`)).statusCode;
    expect(await end(other.appointment)).toBe(404);
    expect(await end(lead.appointment)).toBe(404);
    expect(await end(handler.appointment)).toBe(200);
  });
});

describe('邀请', () => {
  test('信里的链接建账号、给岗位和期限；链接不在回答里，也不在记录里', async () => {
    const { browser, organisation } = await firm();
    const invited = await browser.post('/api/people/invitations', {
      name: '示例新人',
      email: 'new@example.com',
      role: 'submitter',
      until: '2022-12-31',
    });
    expect(invited.json()).toEqual({ link: null, sentTo: 'n***@example.com' });
    const [letter] = (await testBrowser(desk.portal).get('/api/demonstration/letters')).json();
    const secret = /#([\w-]{43})/.exec(letter.text)?.[1] ?? '';
    const { rows } = { rows: await desk.db.selectFrom('event').selectAll().execute() };
    expect(JSON.stringify(rows)).not.toContain(secret);
    const someone = testBrowser(desk.portal);
    const made = await someone.post('/api/sign-in/new-password', {
      link: secret,
      password: 'New-Bridge-4178',
      account: { login: `invited-${organisation}`, name: '示例新人' },
    });
    expect(made.statusCode).toBe(200);
    const duty = await desk.db
      .selectFrom('appointment')
      .innerJoin('account', 'account.id', 'appointment.account_id')
      .select(['role', 'valid_from as from', 'valid_until as until'])
      .where('account.login', '=', `invited-${organisation}`)
      .execute();
    expect(duty).toEqual([{ role: 'submitter', from: '2022-03-16', until: '2022-12-31' }]);
  });

  test('撤回的、单位关闭的邀请用不了', async () => {
    const { browser, organisation } = await firm();
    const invite = async () =>
      (
        await browser.post('/api/people/invitations', {
          name: '示例',
          email: null,
          role: 'filler',
          until: null,
        })
      ).json().link as string;
    const use = async (link: string) =>
      (await testBrowser(desk.portal).post('/api/sign-in/link', { link: link.split('#')[1] ?? '' }))
        .statusCode;
    const first = await invite();
    expect(await use(first)).toBe(200);
    const [{ id }] = (await browser.get('/api/people')).json().invitations;
    await browser.send('DELETE', `/api/people/invitations/${id}`);
    expect(await use(first)).toBe(410);
    const second = await invite();
    const admin = browserOf(await person('system-admin'));
    const closed = await admin.post(`/api/accounts/units/${organisation}/close`, { why: '注销' });
    expect(closed.statusCode).toBe(200);
    expect(await use(second)).toBe(410);
    expect((await browser.get('/api/people')).statusCode).toBe(401);
  });
});

describe('交接管理员', () => {
  const handOver = (browser: ReturnType<typeof testBrowser>, to: string, more: object = {}) =>
    browser.post('/api/people/hand-over', {
      to,
      stay: null,
      password: TEST_PASSWORD,
      ...more,
    });

  test('同时交给两个人，只有一人接任', async () => {
    const { admin, filler, organisation, browser } = await firm();
    const other = await person('submitter', { organisation });
    const done = await Promise.all(
      [filler, other].map(({ account }) => handOver(browser, account)),
    );
    expect(done.map((reply) => reply.statusCode).filter((code) => code === 200)).toHaveLength(1);
    const duties = await dutiesIn(organisation);
    expect(duties.filter((duty) => duty.startsWith('applicant-admin'))).toHaveLength(1);
    expect(duties).not.toContain(`applicant-admin ${admin.account}`);
  });

  test('要密码；只能给本单位的同事；自己留任填报人', async () => {
    const { admin, filler, organisation, browser } = await firm();
    const stranger = await person('filler');
    const wrong = await handOver(browser, filler.account, { password: 'Wrong-Bridge-1' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'wrong-password']);
    for (const to of [stranger.account, admin.account, '999999']) {
      const refused = await handOver(browser, to);
      expect([refused.statusCode, refused.json().faults[0].code]).toEqual([422, 'no-colleague']);
    }
    expect((await handOver(browser, filler.account, { stay: 'filler' })).statusCode).toBe(200);
    expect(await dutiesIn(organisation)).toEqual([
      `filler ${filler.account}`,
      `applicant-admin ${filler.account}`,
      `filler ${admin.account}`,
    ]);
    expect(await desk.kindsOf('organisation', organisation)).toContain(
      'administration-handed-over',
    );
  });

  test('代办的人不能交接', async () => {
    const { admin, filler, browser } = await firm();
    const delegated = await browser.post('/api/account/delegations', {
      appointment: admin.appointment,
      to: filler.account,
      from: '2022-03-16',
      until: '2022-03-20',
      reason: '出差',
    });
    const [{ id }] = delegated.json().standIns;
    const standIn = browserOf(filler);
    const chosen = { appointment: admin.appointment, delegation: id };
    expect((await standIn.post('/api/session/duty', chosen)).statusCode).toBe(200);
    const refused = await handOver(standIn, filler.account);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'stands-in']);
  });
});

describe('最后一名管理员', () => {
  test('单位管理员只剩一人时，系统管理员也不能免；两人同时互免，留下一人', async () => {
    const system = await person('system-admin');
    const admin = browserOf(system);
    const { admin: first, organisation } = await firm();
    const end = (browser: typeof admin, { appointment }: Pick<TestPerson, 'appointment'>) =>
      browser.send('DELETE', `/api/accounts/duties/${appointment}`);
    const refused = await end(admin, first);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'last-one']);
    const second = await person('applicant-admin', { organisation });
    const both = await Promise.all([end(admin, first), end(admin, second)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('两名系统管理员同时互免，留下一人；自己的岗位自己免不了', async () => {
    const one = await person('system-admin');
    const organisation = one.organisation.id;
    const two = await person('system-admin', { organisation });
    const end = (by: TestPerson, { appointment }: TestPerson) =>
      browserOf(by).send('DELETE', `/api/accounts/duties/${appointment}`);
    const own = await end(one, one);
    expect([own.statusCode, own.json().code]).toEqual([409, 'own-duty']);
    const both = await Promise.all([end(one, two), end(two, one)]);
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await dutiesIn(organisation)).toHaveLength(1);
  });
});

describe('系统管理员', () => {
  test('停用以后登录都结束，不能再登录；启用恢复；两次停用只有一次成', async () => {
    const admin = browserOf(await person('system-admin'));
    const who = await person('planning');
    const switchOver = (to: 'disable' | 'enable') =>
      admin.post(`/api/accounts/people/${who.account}/${to}`, { why: '核对' });
    expect((await browserOf(who).get('/api/account')).statusCode).toBe(200);
    const twice = await Promise.all([switchOver('disable'), switchOver('disable')]);
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await browserOf(who).get('/api/account')).statusCode).toBe(401);
    const body = { login: who.login, password: TEST_PASSWORD };
    expect((await testBrowser(desk.portal).post('/api/sign-in', body)).statusCode).toBe(401);
    expect((await switchOver('enable')).statusCode).toBe(200);
    expect((await testBrowser(desk.portal).post('/api/sign-in', body)).statusCode).toBe(200);
  });

  test('岗位限定项目类别和日期，不认识的类别拒绝', async () => {
    const admin = browserOf(await person('system-admin'));
    const office = await person('office-head');
    const who = await person('line-officer');
    const give = (lines: readonly string[]) =>
      admin.post(`/api/accounts/units/${office.organisation.id}/duties`, {
        login: who.login,
        role: 'line-officer',
        lines,
        from: '2022-04-01',
        until: '2022-06-30',
      });
    const refused = await give(['no-such-line']);
    expect(refused.json().faults[0].message).toBe('没有“no-such-line”这个项目类别');
    const given = await give(['merger']);
    const people: { login: string; duties: object[] }[] = given.json().people;
    expect(people.find(({ login }) => login === who.login)?.duties).toMatchObject([
      { role: 'line-officer', lines: ['merger'], from: '2022-04-01', until: '2022-06-30' },
    ]);
  });

  test('完整的联系方式要说原因，留下记录；回答里平时只有遮住的', async () => {
    const admin = browserOf(await person('system-admin'));
    const who = await person('planning');
    const unit = await admin.get(`/api/accounts/units/${who.organisation.id}`);
    expect(unit.body).not.toContain(`${who.login}@example.com`);
    const path = `/api/accounts/people/${who.account}/look`;
    expect((await admin.post(path, { field: 'email', why: '' })).statusCode).toBe(422);
    const seen = await admin.post(path, { field: 'email', why: '电话通知' });
    expect(seen.json()).toEqual({ value: `${who.login}@example.com` });
    expect(await desk.kindsOf('account', who.account)).toContain('personal-data-seen');
  });

  test('同时建同一个单位，只有一个成', async () => {
    const admin = browserOf(await person('system-admin'));
    const asked = { kind: 'office', name: '示例装备处' };
    const done = await Promise.all([1, 2, 3].map(() => admin.post('/api/accounts/units', asked)));
    expect(done.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422]);
  });

  test('有县级单位经由的市级单位不能关闭', async () => {
    const admin = browserOf(await person('system-admin'));
    const rows = [
      ['示例盐城市工信局', '设区市', '工信', '盐城'],
      ['示例东台市工信局', '县', '工信', '东台'],
    ];
    const body = { rows, carryOut: true };
    const made = await admin.post('/api/accounts/recommenders/import', body);
    expect(made.json()).toMatchObject({ made: 2 });
    const again = await admin.post('/api/accounts/recommenders/import', body);
    expect(again.json()).toMatchObject({
      made: 0,
      rows: [{ outcome: 'there' }, { outcome: 'there' }],
    });
    const found = await admin.get('/api/accounts/units?q=%E7%A4%BA%E4%BE%8B%E7%9B%90%E5%9F%8E');
    const [{ id }] = found.json().units;
    const closed = await admin.post(`/api/accounts/units/${id}/close`, { why: '撤并' });
    expect(closed.json().faults[0].message).toContain('示例东台市工信局');
  });
});

test('登录的人名下的岗位都不在，权限也就没有了', async () => {
  const { actor, cookie } = await signInForTests(desk.db, {
    role: 'recommender-lead',
    machine: desk.machine.at,
  });
  const browser = browserOf({ cookie });
  expect((await browser.get('/api/people')).statusCode).toBe(200);
  const admin = browserOf(await person('system-admin'));
  await admin.send('DELETE', `/api/accounts/duties/${actor.appointment}`);
  expect((await browser.get('/api/people')).statusCode).toBe(401);
});
