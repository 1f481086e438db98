import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openRegistrationDesk,
  PASSWORD,
  type RegistrationDesk,
  someCode,
  upload,
} from './registration-desk.fixture.ts';
import { testBrowser } from './test-portal.fixture.ts';

let desk: RegistrationDesk;
beforeAll(async () => {
  desk = await openRegistrationDesk();
});
afterAll(async () => {
  expect(desk.at.faults).toEqual([]);
  await desk.close();
});
beforeEach(async () => {
  await desk.db.deleteFrom('sign_in_failure').execute();
});

describe('建立账号', () => {
  test('建好就登录了，没有岗位；账号后面总有四位数字，邮件里写着', async () => {
    const { browser, reply, email } = await desk.newPerson('Zhang.San');
    expect(reply.statusCode).toBe(200);
    const { login } = reply.json();
    expect(login).toMatch(/^zhang\.san-\d{4}$/);
    expect((await browser.get('/api/session')).json()).toMatchObject({
      stage: 'no-duty',
      name: '示例经办',
    });
    const [letter] = await waitingLetters(desk.db, desk.at.box, 1);
    expect(letter).toMatchObject({ to: email, title: '您的扶持系统账号' });
    expect(letter?.text).toContain(login);
    const again = testBrowser(desk.at.portal);
    expect((await again.post('/api/sign-in', { login, password: PASSWORD })).statusCode).toBe(200);
  });

  test('想用的账号有没有人用，从回答里看不出来', async () => {
    const first = await desk.newPerson('taken');
    const second = await desk.newPerson('taken');
    const third = await desk.newPerson('nobody-has-this');
    for (const { reply } of [first, second, third]) {
      expect(reply.statusCode).toBe(200);
      expect(reply.json().login).toMatch(/-\d{4}$/);
    }
  });

  test('密码、电话、邮箱的毛病一次说全', async () => {
    const bad = await testBrowser(desk.at.portal).post('/api/registration/account', {
      login: '张三',
      name: ' ',
      phone: 'x',
      email: 'x',
      password: '',
    });
    expect(bad.statusCode).toBe(422);
    expect(bad.json().faults.map(({ path }: { path: string }) => path)).toEqual([
      'login',
      'name',
      'phone',
      'email',
      'password',
    ]);
    const weak = await testBrowser(desk.at.portal).post('/api/registration/account', {
      login: 'zhangsan',
      name: '张三',
      phone: '13800001234',
      email: 'a@example.com',
      password: 'zhangsan1',
    });
    expect(weak.json().faults.map(({ path }: { path: string }) => path)).toContain('password');
  });

  test('同一个网络地址连着建，越来越慢；别的地址不受影响', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect((await desk.newPerson('many', '192.0.2.77')).reply.statusCode).toBe(200);
    }
    const { reply } = await desk.newPerson('many', '192.0.2.77');
    expect([reply.statusCode, reply.json().message]).toEqual([
      429,
      '这个网络地址今天新建的账号较多，请1分钟后再试',
    ]);
    expect((await desk.newPerson('many', '192.0.2.78')).reply.statusCode).toBe(200);
  });
});

describe('填写', () => {
  test('填了一半，换一台机器登录还在', async () => {
    const { browser, reply } = await desk.newPerson();
    const first = (await browser.get('/api/registration')).json();
    expect(first).toMatchObject({
      registration: null,
      draft: { contactName: '示例经办', contactPhone: '13800001234', creditCode: '' },
    });
    const licence = await upload(browser, 'licence');
    await browser.send('PUT', '/api/registration/draft', {
      ...first.draft,
      name: '示例精',
      licence,
    });
    const other = testBrowser(desk.at.portal);
    await other.post('/api/sign-in', { login: reply.json().login, password: PASSWORD });
    expect((await other.get('/api/registration')).json()).toMatchObject({
      draft: { name: '示例精', licence },
      licence: { name: 'licence.pdf', type: 'pdf' },
    });
  });

  test('不登录，问不到也存不了', async () => {
    const nobody = testBrowser(desk.at.portal);
    for (const reply of [
      await nobody.get('/api/registration'),
      await nobody.post('/api/registration/code', { creditCode: someCode() }),
      await nobody.get('/api/registration/recommenders?territory=320583'),
    ]) {
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'sign-in-first']);
    }
  });

  test('推荐单位按注册地列出', async () => {
    const { browser } = await desk.newPerson();
    const of = async (territory: string) =>
      (await browser.get(`/api/registration/recommenders?territory=${territory}`)).json();
    expect(await of('320583')).toEqual({
      choices: [{ id: desk.kunshan, name: '示例昆山市工信局' }],
      note: '',
    });
    expect(await of('320506')).toMatchObject({
      choices: [],
      note: '吴中区还没有设立项目推荐单位，请与当地工信部门联系',
    });
  });

  test('别的地区的推荐单位、别人的扫描件，不收', async () => {
    const { browser } = await desk.newPerson();
    const elsewhere = await browser.post(
      '/api/registration',
      await desk.filled(browser, { recommender: desk.changshu }),
    );
    expect(elsewhere.json().faults).toMatchObject([{ path: 'recommender' }]);
    const other = await desk.newPerson();
    const licence = await upload(other.browser, 'licence');
    const stolen = await browser.post('/api/registration', await desk.filled(browser, { licence }));
    expect(stolen.json().faults).toMatchObject([
      { path: 'licence', message: '没有找到上传的营业执照，请重新上传' },
    ]);
    const { draft } = (await browser.get('/api/registration')).json();
    expect(draft).not.toBeNull();
  });
});
