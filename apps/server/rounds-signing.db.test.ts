import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundDesk, type RoundDesk } from './rounds.fixture.ts';

let desk: RoundDesk;
beforeAll(async () => {
  desk = await openRoundDesk();
}, 120_000);
afterAll(() => desk.close());

const toldOf = async (account: string) =>
  (
    await desk.db
      .selectFrom('notice')
      .select('title')
      .where('account_id', '=', account)
      .orderBy('id')
      .execute()
  ).map(({ title }) => title);

describe('签批和发布', () => {
  test('轮到谁，就告诉谁：本处的处长，然后领导；别处的处长不告诉', async () => {
    const { head, otherHead, leader, planner } = desk.people;
    const id = await desk.complete('要告诉的批次');
    await desk.command(id, 'send', '请审定');
    const says = '等您签批：发布申报批次：要告诉的批次';
    const told = async () => [
      (await toldOf(head.account)).filter((title) => title === says).length,
      (await toldOf(leader.account)).filter((title) => title === says).length,
    ];
    expect(await told()).toEqual([1, 0]);
    await desk.signed(id);
    expect(await told()).toEqual([1, 1]);
    expect([await toldOf(otherHead.account), await toldOf(planner.account)]).toEqual([[], []]);
  });

  test('送签、退回、修改、再送签、处长和领导签了才发布，到点才开放', async () => {
    const id = await desk.complete('送签的批次');
    expect((await desk.command(id, 'send', '')).json()).toMatchObject({ message: '请写意见' });
    expect((await desk.command(id, 'send', '请审定')).json()).toMatchObject({ state: 'signing' });
    const sent = await desk.viewed(id);
    expect((await desk.save(id, sent.content, sent.revision)).statusCode).toBe(409);
    const [task] = await desk.waitingOf(desk.people.head.browser);
    expect(task?.title).toBe('发布申报批次：送签的批次');
    const signOff = task?.id ?? '';
    // Neither another office's head, nor the leader before his turn, nor who sent it.
    expect(
      (await desk.people.otherHead.browser.get(`/api/desk/sign-offs/${signOff}`)).statusCode,
    ).toBe(404);
    expect((await desk.signs(desk.people.leader.browser, signOff)).json()).toMatchObject({
      message: '现在是“归口处室负责人”一步，不由您签',
    });
    expect((await desk.signs(desk.people.planner.browser, signOff)).statusCode).toBe(409);
    const declined = await desk.signs(
      desk.people.head.browser,
      signOff,
      false,
      '县（市）的时间太紧',
    );
    expect(declined.json()).toMatchObject({ state: 'declined' });
    const back = await desk.viewed(id);
    expect(back).toMatchObject({
      state: 'draft',
      signOffs: [{ state: 'declined', declined: '县（市）的时间太紧' }],
    });

    const clocks = back.content.settings.clocks.map((clock) =>
      clock.kind === 'county' ? { ...clock, at: '2022-04-28T17:00:00+08:00' } : clock,
    );
    const settings = { ...back.content.settings, clocks };
    expect((await desk.save(id, { ...back.content, settings }, back.revision)).statusCode).toBe(
      200,
    );
    await desk.command(id, 'send', '已按意见推迟');
    const [again] = await desk.waitingOf(desk.people.head.browser);
    const read = (await desk.people.head.browser.get(`/api/desk/sign-offs/${again?.id}`)).json();
    expect(read.comparedWith).toBe('上次送签的内容');
    expect(
      read.rows.filter((row: { value: string; before: string }) => row.value !== row.before),
    ).toEqual([
      {
        section: '时间',
        label: '县（市）截止',
        value: '2022-04-28 17:00',
        before: '2022-04-25 17:00',
      },
    ]);
    await desk.signed(id);
    expect(await desk.viewed(id)).toMatchObject({ state: 'open', faults: [] });
    expect((await desk.eventsOf(id)).map(({ kind }) => kind)).toEqual([
      'round-drafted',
      'round-saved',
      'round-sent',
      'sign-off-begun',
      'signed',
      'sign-off-declined',
      'round-declined',
      'round-saved',
      'round-sent',
      'sign-off-begun',
      'signed',
      'signed',
      'signed',
      'round-published',
    ]);
    const phase = async () => {
      const { rounds } = (
        await desk.at.portal.inject({ method: 'GET', url: '/api/rounds' })
      ).json();
      const found = rounds.find((round: { id: string }) => round.id === id);
      return found.lines.find(({ line }: { line: string }) => line === 'merger').phase;
    };
    const start = desk.at.clock.at;
    expect(await phase()).toBe('not-yet');
    desk.at.clock.at = new Date('2022-03-20T01:00:00Z');
    expect(await phase()).toBe('open');
    desk.at.clock.at = start;
  });

  test('撤回送签：本处室的经办人可以，处长不可以', async () => {
    const id = await desk.complete();
    await desk.command(id, 'send', '请审定');
    const [task] = (await desk.viewed(id)).signOffs;
    const withdraw = (browser: RoundDesk['people']['head']['browser']) =>
      browser.post(`/api/desk/sign-offs/${task?.id}/withdraw`, { said: '还要改' });
    expect((await withdraw(desk.people.head.browser)).statusCode).toBe(409);
    expect((await withdraw(desk.people.colleague.browser)).json()).toMatchObject({
      state: 'withdrawn',
    });
    expect((await desk.viewed(id)).state).toBe('draft');
  });

  test('链里加了财政会签，就要财政签；处长外出，代他的人签', async () => {
    const id = await desk.drafted('要财政会签的批次');
    const { content, revision } = await desk.viewed(id);
    const full = desk.whole(content);
    const chains = full.settings.chains.map((chain) =>
      chain.command === 'round-publish'
        ? {
            ...chain,
            steps: [...chain.steps, { name: '财政会签', role: 'finance-head' as const }],
          }
        : chain,
    );
    await desk.save(id, { ...full, settings: { ...full.settings, chains } }, revision);
    await desk.command(id, 'send', '请审定');
    const signOff = (await desk.viewed(id)).signOffs[0]?.id ?? '';

    // The head is away; a colleague of the office acts from his duty.
    const deputy = await desk.people.person('line-officer', {
      organisation: desk.people.office,
      name: '代办人',
    });
    const { id: delegation } = await desk.db
      .insertInto('delegation')
      .values({
        appointment_id: desk.people.head.appointment,
        to_account_id: deputy.account,
        valid_from: '2022-03-01',
        valid_until: '2022-03-31',
        reason: '出差',
        created_at: desk.at.clock.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const duty = { appointment: desk.people.head.appointment, delegation };
    const chosen = await deputy.browser.post('/api/session/duty', duty);
    expect(chosen.statusCode).toBe(200);
    expect((await desk.signs(deputy.browser, signOff)).statusCode).toBe(200);
    expect((await desk.signs(desk.people.leader.browser, signOff)).json()).toMatchObject({
      state: 'waiting',
    });
    expect((await desk.viewed(id)).state).toBe('signing');
    const last = await desk.signs(desk.people.finance.browser, signOff);
    expect(
      last.json().steps.map(({ signature }: { signature: object }) => signature),
    ).toMatchObject([
      { name: '示例经办', standsInFor: null },
      { name: '代办人', standsInFor: '示例处长' },
      { name: '示例领导' },
      { name: '示例财政负责人' },
    ]);
    expect((await desk.viewed(id)).state).toBe('open');
  });
});
