import { statementForTests } from '@fuchi/application/statements/statement.fixture';
import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { RoundView } from '@fuchi/round-setup/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundDesk, type RoundDesk } from './rounds.fixture.ts';

let desk: RoundDesk;
beforeAll(async () => {
  desk = await openRoundDesk();
}, 120_000);
afterAll(() => desk.close());

describe('变更已发布的批次', () => {
  const later = (content: RoundView['content']): RoundView['content'] => ({
    ...content,
    settings: {
      ...content.settings,
      clocks: content.settings.clocks.map((clock) =>
        clock.kind === 'applicant' ? { ...clock, at: '2022-04-21T00:00:00+08:00' } : clock,
      ),
    },
  });
  test('延期：送签期间照旧，签完才改，事件里有改前改后', async () => {
    const id = await desk.published();
    const { content } = await desk.viewed(id);
    expect((await desk.change(id, content)).json()).toMatchObject({
      message: '什么都没有改，不用送签',
    });
    expect((await desk.change(id, later(content))).statusCode).toBe(200);
    expect((await desk.viewed(id)).content).toEqual(content);
    expect((await desk.change(id, later(content))).json()).toMatchObject({
      message: '有一项变更正在签批，等它签完或撤回',
    });
    await desk.signed(id);
    expect((await desk.viewed(id)).content).toEqual(later(content));
    const last = (await desk.eventsOf(id)).at(-1);
    expect(last).toMatchObject({ kind: 'round-changed', account_id: desk.people.leader.account });
    expect(last?.before).toEqual({ clocks: content.settings.clocks });
    expect(last?.after).toMatchObject({ clocks: later(content).settings.clocks });
  });

  test('设错的变更不送签；同时送两次，只有一次成', async () => {
    const id = await desk.published();
    const { content } = await desk.viewed(id);
    const wrong = {
      ...content,
      settings: {
        ...content.settings,
        clocks: content.settings.clocks.map((clock) =>
          clock.kind === 'county' ? { ...clock, at: '2022-04-01T00:00:00+08:00' } : clock,
        ),
      },
    };
    expect((await desk.change(id, wrong)).json()).toMatchObject({ code: 'bad-input' });
    const done = await Promise.all([
      desk.change(id, later(content)),
      desk.change(id, later(content)),
    ]);
    expect(done.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('更正的指南：改变结论和上限的申报一个个列出来', { timeout: 120_000 }, async () => {
    const id = await desk.published();
    const { actor, cookie } = await signInForTests(desk.db, {
      role: 'submitter',
      territory: '320583',
      machine: desk.at.machine.at,
    });
    const { actor: recommender } = await signInForTests(desk.db, { role: 'recommender-lead' });
    const apply = async (amount: string, number: string | null) => {
      const who = { organisation: actor.organisation.id, account: actor.account };
      const which = { round: id, line: 'data-product' };
      const application = await applicationForTests(desk.db, who, desk.at.clock.at, which);
      const told: Record<string, unknown> = {
        已入企业库: '是',
        入选应用示范项目名单年度: '2021年度',
        符合数据产品技术要求: '是',
        项目总投入: amount,
        项目完工日期: '2021-10-20',
      };
      const fields = Object.entries(told).map(([fact, value]) => [`fact/${fact}`, value]);
      const by = { application, account: actor.account };
      await fieldsForTests(desk.db, by, Object.fromEntries(fields), desk.at.clock.at);
      await desk.db
        .updateTable('application')
        .set({ recommender_id: recommender.organisation.id })
        .where('id', '=', application)
        .execute();
      await statementForTests(desk.db, { application, by: recommender, statedOn: '2022-03-30' });
      const submitted = {
        state: 'submitted',
        number,
        submitted_at: desk.at.clock.at,
        title: '示例项目',
      };
      if (number !== null) {
        await desk.db
          .updateTable('application')
          .set(submitted)
          .where('id', '=', application)
          .execute();
      }
      return application;
    };
    const received = await apply('1200', 'SQ-1');
    await apply('2000', 'SQ-2');
    const draft = await apply('1300', null);
    const published2 = await desk.upload(
      [
        desk.edited('lines/data-product.yaml', '1000万元', '1500万元'),
        desk.edited('guide.yaml', '1.0.0', '1.0.1'),
        ['cases/data-product.yaml', '[]\n'],
      ],
      'yes',
    );
    expect(published2.json()).toMatchObject({ count: 0, published: 'new' });
    const { content, revision } = await desk.viewed(id);
    const corrected = { ...content, guide: published2.json().digest };
    const body = { ...corrected, revision, command: 'change', said: '' };
    const preview = await desk.people.planner.browser.post(
      `/api/desk/rounds/${id}/changes/preview`,
      body,
    );
    expect(preview.json()).toMatchObject({
      faults: [],
      impact: {
        applications: 3,
        changed: 2,
        rows: [
          {
            label: 'SQ-1 提交人示例单位《示例项目》（数据产品化项目）',
            value: '不符合',
            before: '待定，补助上限240万元',
          },
          { label: '填报中的申报（数据产品化项目）', value: '不符合' },
        ],
      },
    });
    const who = { organisation: actor.organisation.id, account: actor.account };
    const which = { round: id, line: 'talent-training' };
    const frozen = await applicationForTests(desk.db, who, desk.at.clock.at, which);
    const finalised = { state: 'finalised' } as const;
    await desk.db.updateTable('application').set(finalised).where('id', '=', frozen).execute();
    expect((await desk.change(id, corrected)).statusCode).toBe(200);
    const { signOffs } = await desk.viewed(id);
    const task = signOffs.find(({ state }) => state === 'waiting');
    const { rows } = (await desk.people.head.browser.get(`/api/desk/sign-offs/${task?.id}`)).json();
    expect(
      rows.filter(({ section }: { section: string }) => section === '受影响的申报'),
    ).toHaveLength(3);
    await desk.signed(id);
    expect((await desk.viewed(id)).guide.version).toBe('1.0.1');
    expect((await desk.eventsOf(id)).at(-1)).toMatchObject({ guide_digest: corrected.guide });

    // What is written in goes by the correction; what is frozen must be taken up again; what was received stays.
    const guides = async () => {
      const rows = await desk.db
        .selectFrom('application')
        .select(['id', 'guide_digest'])
        .where('id', 'in', [draft, frozen, received])
        .execute();
      const found = new Map(rows.map((row) => [row.id, row.guide_digest]));
      return [draft, frozen, received].map((one) => found.get(one));
    };
    expect(await guides()).toEqual([corrected.guide, desk.guide, desk.guide]);
    const own = (path: string, body: object) =>
      desk.at.portal.inject({
        method: 'POST',
        url: `/api/applications/${frozen}/${path}`,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        payload: body,
      });
    const start = desk.at.clock.at;
    desk.at.clock.at = new Date('2022-04-01T02:00:00Z');
    const refused = await own('submit', { key: 'key-corrected' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().message).toMatch(/^指南已更正：请点“重新修改”/);
    expect((await own('reopen', {})).json()).toMatchObject({ state: 'draft' });
    desk.at.clock.at = start;
    expect(await guides()).toEqual([corrected.guide, corrected.guide, desk.guide]);
    const told = await desk.db
      .selectFrom('notice')
      .select('body')
      .where('account_id', '=', actor.account)
      .where('kind', '=', 'guide-corrected')
      .orderBy('id')
      .execute();
    expect(told.map(({ body }) => body)).toEqual([
      '申报：请按更正后的指南重新检查。',
      '申报：已定稿的一版不能提交，请点“重新修改”，检查后重新定稿、盖章。',
    ]);
  });

  test('结束、重新开放、撤销', async () => {
    const id = await desk.published();
    const { content } = await desk.viewed(id);
    expect((await desk.command(id, 'close', '')).json()).toMatchObject({
      message: '还有截止时间没有到',
    });
    const start = desk.at.clock.at;
    desk.at.clock.at = new Date('2022-06-01T00:00:00Z');
    expect((await desk.command(id, 'close', '')).json()).toMatchObject({ state: 'closed' });
    const reopen = { command: 'reopen' };
    expect((await desk.change(id, { ...content, name: '再开一次' }, reopen)).json()).toMatchObject({
      message: '申报单位的截止时间都已经过去，请重新设定',
    });
    const clocks = content.settings.clocks.map((clock) => ({
      ...clock,
      at: clock.at.replace(
        /2022-0(\d)/,
        (_, month: string) => `2022-${String(Number(month) + 4).padStart(2, '0')}`,
      ),
    }));
    const again = { ...content, settings: { ...content.settings, clocks } };
    expect((await desk.change(id, again, reopen)).statusCode).toBe(200);
    await desk.signed(id);
    expect(await desk.viewed(id)).toMatchObject({ state: 'open', closedAt: null });
    expect((await desk.command(id, 'cancel', '专项资金取消')).json()).toMatchObject({
      state: 'open',
    });
    await desk.signed(id);
    expect((await desk.viewed(id)).state).toBe('withdrawn');
    desk.at.clock.at = start;
  });
});
