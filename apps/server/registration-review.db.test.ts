import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  decide,
  openRegistrationDesk,
  type RegistrationDesk,
  someCode,
  upload,
} from './registration-desk.fixture.ts';

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

describe('审核', () => {
  test('通过：单位、管理员、记录、邮件一次都有', async () => {
    const { browser, body, id, askedAt } = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    const list = (await handler.get('/api/registrations')).json();
    expect(list.rows.map((row: { id: string }) => row.id)).toContain(id);
    const view = (await handler.get(`/api/registrations/${id}`)).json();
    expect(view).toMatchObject({
      stateName: '待审核',
      territoryName: '江苏省苏州市昆山市',
      contactPhone: '139****4321',
      licence: { name: 'licence.pdf', type: 'pdf' },
      buttons: [
        { command: 'approve', held: null },
        { command: 'return', asks: '理由' },
        { command: 'refuse' },
      ],
    });
    expect(view.checks.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'fine',
      'fine',
      'fine',
      'unchecked',
    ]);
    const done = await decide(handler, { id, askedAt }, 'approve');
    expect(done.json()).toMatchObject({ stateName: '已通过', buttons: [] });
    const [unit] = await desk.unitsWith(body.creditCode);
    expect(unit).toMatchObject({
      kind: 'applicant',
      name: '示例精工有限公司',
      territory: '320583',
    });
    expect(await desk.events(id)).toEqual(['registration-submitted', 'registration-approved']);
    expect((await browser.get('/api/session')).json()).toMatchObject({
      stage: 'choose-duty',
      duties: [{ role: 'applicant-admin', organisation: '示例精工有限公司' }],
    });
    const [letter] = await waitingLetters(desk.db, desk.at.box, 1);
    expect(letter).toMatchObject({ title: '单位注册已通过' });
    expect(letter?.text).toContain('http://fuchi.example/registration');
  });

  test('别的县看不到，像不存在一样', async () => {
    const { id, askedAt } = await desk.submitted();
    const elsewhere = await desk.official(desk.changshu);
    const replies = [
      await elsewhere.get(`/api/registrations/${id}`),
      await elsewhere.get(`/api/registrations/${id}/licence`),
      await elsewhere.get(`/api/registrations/${id}/authorisation?as=inline`),
      await elsewhere.post(`/api/registrations/${id}/contact`, { field: 'phone', why: '核对' }),
      await decide(elsewhere, { id, askedAt }, 'approve'),
    ];
    for (const reply of replies)
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'no-such']);
    const { rows, counts } = (await elsewhere.get('/api/registrations')).json();
    expect([rows, counts]).toEqual([[], { waiting: 0, returned: 0, decided: 0 }]);
    expect(await desk.events(id)).toEqual(['registration-submitted']);
  });

  test('申请人自己看不到审核的页面', async () => {
    const { browser, id } = await desk.submitted();
    expect((await browser.get('/api/registrations')).statusCode).toBe(401);
    expect((await browser.get(`/api/registrations/${id}`)).statusCode).toBe(401);
  });

  test('退回要写理由；改了再交，执照不用重传；照旧的内容审核的要先看新的', async () => {
    const { browser, body, id, askedAt } = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    const silent = await decide(handler, { id, askedAt }, 'return', ' ');
    expect([silent.statusCode, silent.json().message]).toEqual([409, '请写明理由']);
    expect((await decide(handler, { id, askedAt }, 'return', '授权书没有盖章')).statusCode).toBe(
      200,
    );
    const returned = (await browser.get('/api/registration')).json();
    expect(returned).toMatchObject({
      registration: { stateName: '退回补正', reason: '授权书没有盖章' },
      draft: { name: body.name, licence: body.licence },
    });
    desk.at.clock.at = new Date(desk.at.clock.at.getTime() + 60_000);
    const again = { ...returned.draft, authorisation: await upload(browser, 'authorisation') };
    const reply = await browser.post('/api/registration', again);
    expect(reply.json()).toMatchObject({ registration: { id, stateName: '待审核' }, draft: null });
    const stale = await decide(handler, { id, askedAt }, 'approve');
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile']);
    const { askedAt: now } = reply.json().registration;
    expect((await decide(handler, { id, askedAt: now }, 'approve')).statusCode).toBe(200);
    expect(await desk.events(id)).toEqual([
      'registration-submitted',
      'registration-returned',
      'registration-resubmitted',
      'registration-approved',
    ]);
  });

  test('不予通过以后可以重新申请', async () => {
    const { browser, body, id, askedAt } = await desk.submitted();
    await decide(await desk.official(desk.kunshan), { id, askedAt }, 'refuse', '不在本市');
    expect((await browser.get('/api/registration')).json()).toMatchObject({
      registration: { stateName: '不予通过', reason: '不在本市' },
    });
    const again = await browser.post('/api/registration', body);
    expect(again.json().registration).toMatchObject({ stateName: '待审核' });
    expect(again.json().registration.id).not.toBe(id);
  });

  test('两个人同时审核，只算一次', async () => {
    const { body, id, askedAt } = await desk.submitted();
    const [one, two] = [
      await desk.official(desk.kunshan),
      await desk.official(desk.kunshan, 'recommender-lead'),
    ];
    const replies = await Promise.all([
      decide(one, { id, askedAt }, 'approve'),
      decide(two, { id, askedAt }, 'approve'),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await desk.unitsWith(body.creditCode)).toHaveLength(1);
  });

  test('审核的人不能审自己的', async () => {
    const handler = await desk.official(desk.kunshan);
    const body = await desk.filled(handler);
    const { registration } = (await handler.post('/api/registration', body)).json();
    const reply = await decide(handler, registration, 'approve');
    expect([reply.statusCode, reply.json().message]).toEqual([
      409,
      '这是您自己提交的注册，请由同事审核',
    ]);
    const { buttons } = (await handler.get(`/api/registrations/${registration.id}`)).json();
    expect(buttons[0].held).toBe('这是您自己提交的注册，请由同事审核');
    const colleague = await desk.official(desk.kunshan, 'recommender-lead');
    expect((await decide(colleague, registration, 'approve')).statusCode).toBe(200);
  });

  test('撤回以后审核不了；审核以后撤回不了', async () => {
    const first = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    expect((await first.browser.post('/api/registration/withdraw')).json()).toMatchObject({
      registration: { stateName: '已撤回' },
    });
    expect((await decide(handler, first, 'approve')).statusCode).toBe(409);
    const second = await desk.submitted();
    await decide(handler, second, 'approve');
    expect((await second.browser.post('/api/registration/withdraw')).statusCode).toBe(409);
  });

  test('完整的电话写明原因才看得到，看过有记录；事件里没有电话', async () => {
    const { id } = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    const reply = await handler.post(`/api/registrations/${id}/contact`, {
      field: 'phone',
      why: '核对授权书',
    });
    expect(reply.json()).toEqual({ value: '13900004321' });
    expect(await desk.events(id)).toEqual(['registration-submitted', 'personal-data-seen']);
    const kept = await desk.db
      .selectFrom('event')
      .select('after')
      .where('subject_id', '=', id)
      .execute();
    expect(JSON.stringify(kept)).not.toContain('13900004321');
  });

  test('执照和授权书只在这里看得到', async () => {
    const { id } = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    const reply = await handler.get(`/api/registrations/${id}/licence?as=inline`);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    });
    expect(reply.headers['content-disposition']).toMatch(/^inline/);
    expect(reply.rawPayload.toString('latin1')).toMatch(/^%PDF/);
  });
});

describe('同一个代码', () => {
  test('两个人同时提交，先到的成，后到的知道该问谁', async () => {
    const creditCode = someCode();
    const [one, two] = [(await desk.newPerson()).browser, (await desk.newPerson()).browser];
    const bodies = [await desk.filled(one, { creditCode }), await desk.filled(two, { creditCode })];
    const replies = await Promise.all([
      one.post('/api/registration', bodies[0]),
      two.post('/api/registration', bodies[1]),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    const lost = replies.find(({ statusCode }) => statusCode === 422);
    const message = expect.stringContaining('正在示例昆山市工信局审核');
    expect(lost?.json().faults).toMatchObject([
      { path: 'creditCode', code: 'waiting-elsewhere', message },
    ]);
  });

  test('一个人点了两次提交，只有一份', async () => {
    const { browser } = await desk.newPerson();
    const body = await desk.filled(browser);
    const replies = await Promise.all([
      browser.post('/api/registration', body),
      browser.post('/api/registration', body),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const rows = await desk.db
      .selectFrom('registration')
      .select('id')
      .where('credit_code', '=', body.creditCode)
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('已注册的代码：说明由谁邀请；凭材料接管，原管理员的岗位结束', async () => {
    const first = await desk.submitted();
    const handler = await desk.official(desk.kunshan);
    await decide(handler, first, 'approve');
    const { creditCode } = first.body;
    const { browser } = await desk.newPerson();
    expect((await browser.post('/api/registration/code', { creditCode })).json()).toMatchObject({
      check: 'ok',
      claimed: { name: '示例精工有限公司', administrators: ['示**'] },
    });
    const refused = await browser.post(
      '/api/registration',
      await desk.filled(browser, { creditCode }),
    );
    expect(refused.json().faults).toMatchObject([{ path: 'creditCode', code: 'claimed' }]);
    const body = await desk.filled(browser, { creditCode, purpose: 'take-over' });
    const { registration } = (await browser.post('/api/registration', body)).json();
    const view = (await handler.get(`/api/registrations/${registration.id}`)).json();
    expect(view).toMatchObject({ purpose: 'take-over', unit: { administrators: ['示例经办'] } });
    expect((await decide(handler, registration, 'approve')).statusCode).toBe(200);
    expect((await first.browser.get('/api/session')).json()).toMatchObject({
      stage: 'no-duty',
      duties: [],
    });
    expect((await browser.get('/api/session')).json()).toMatchObject({
      duties: [{ role: 'applicant-admin', organisation: '示例精工有限公司' }],
    });
    expect(await desk.unitsWith(creditCode)).toHaveLength(1);
  });

  test('校验不过的代码，写明情况就收，审核的人看得到', async () => {
    const right = someCode();
    const wrong = right.slice(0, 17) + (right.endsWith('0') ? '1' : '0');
    const { browser } = await desk.newPerson();
    const plain = await browser.post(
      '/api/registration',
      await desk.filled(browser, { creditCode: wrong }),
    );
    expect(plain.json().faults).toMatchObject([{ path: 'creditCode', code: 'check-digit' }]);
    const { id } = await desk.submitted({ creditCode: wrong, codeOverride: '早期代码，执照如此' });
    const view = (await (await desk.official(desk.kunshan)).get(`/api/registrations/${id}`)).json();
    expect(view.checks[0]).toMatchObject({
      outcome: 'look',
      says: expect.stringContaining('早期代码，执照如此'),
    });
  });
});
