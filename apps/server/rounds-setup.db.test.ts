import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundDesk, type RoundDesk } from './rounds.fixture.ts';

let desk: RoundDesk;
beforeAll(async () => {
  desk = await openRoundDesk();
}, 120_000);
afterAll(() => desk.close());

describe('编制和保存', () => {
  test('新批次带出指南的类别和现有的推荐单位，缺什么一次说全', async () => {
    const id = await desk.drafted();
    const { content, faults, state, buttons } = await desk.viewed(id);
    expect(state).toBe('draft');
    expect(content.recommenders).toEqual([
      { organisation: desk.people.city, territory: '320500', through: null },
      { organisation: desk.people.county, territory: '320583', through: desk.people.city },
    ]);
    expect(faults.map(({ path }) => path)).toEqual([
      ...content.settings.lines
        .filter(({ open }) => open)
        .map(({ line }) => `lines.${line}.office`),
      ...['opening', 'applicant', 'county', 'city'].map((kind) => `clocks.general.${kind}`),
    ]);
    expect(buttons).toContainEqual({
      command: 'send',
      name: '送签',
      asks: '意见',
      held: '还有没设好的地方',
    });
    const refused = await desk.command(id, 'send', '请审定');
    expect(refused.statusCode).toBe(422);
    expect(refused.json().faults).toHaveLength(faults.length);
  });

  test('两个人同时改，后保存的不会盖掉先保存的', async () => {
    const id = await desk.drafted();
    const { content, revision } = await desk.viewed(id);
    const done = await Promise.all(
      [desk.people.planner, desk.people.colleague].map(({ browser, name }) =>
        desk.save(id, { ...content, name }, revision, browser),
      ),
    );
    expect(done.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const lost = done.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({ code: 'changed-meanwhile' });
    const kept = await desk.viewed(id);
    expect(kept.revision).toBe(revision + 1);
    expect(['示例经办', '示例同事']).toContain(kept.content.name);
  });

  test('不存在的推荐单位、没有发布的指南不能存；设得不对的先存着', async () => {
    const id = await desk.drafted();
    const { content, revision } = await desk.viewed(id);
    const [first] = content.recommenders;
    if (!first) throw new Error('no recommender');
    const wrong = await desk.save(
      id,
      {
        ...content,
        guide: 'f'.repeat(64),
        recommenders: [first, first, { ...first, organisation: desk.people.office }],
      },
      revision,
    );
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json().faults.map(({ path }: { path: string }) => path)).toEqual([
      'guide',
      'recommenders.1',
      'recommenders.2',
    ]);
    const lines = content.settings.lines.map((line) => ({ ...line, open: false }));
    const kept = await desk.save(
      id,
      { ...content, settings: { ...content.settings, lines } },
      revision,
    );
    expect(kept.statusCode).toBe(200);
    expect(kept.json().faults[0]).toEqual({ path: 'lines', message: '没有开放任何项目类别' });
  });

  test('照上一批次编制：设置和推荐单位带来，时限不带', async () => {
    const earlier = await desk.complete();
    const body = { year: '2023', name: '下一批次', guide: desk.guide, like: earlier };
    const { id } = (await desk.people.planner.browser.post('/api/desk/rounds', body)).json();
    const [before, after] = [await desk.viewed(earlier), await desk.viewed(id)];
    expect(after.content.settings.lines).toEqual(before.content.settings.lines);
    expect(after.content.recommenders).toEqual(before.content.recommenders);
    expect(after.content.settings.clocks).toEqual([]);
  });

  test('编制中的批次，条线处室和财政经办看不到；没有发布的，公众看不到', async () => {
    const id = await desk.drafted('还没有发布');
    for (const role of ['line-officer', 'finance-officer'] as const) {
      const { browser } = await desk.people.person(role);
      expect((await browser.get(`/api/desk/rounds/${id}`)).statusCode).toBe(404);
      expect((await browser.get('/api/desk/rounds')).body).not.toContain('还没有发布');
    }
    const { browser } = await desk.people.person('auditor');
    expect((await browser.get(`/api/desk/rounds/${id}`)).statusCode).toBe(200);
    const open = await desk.at.portal.inject({ method: 'GET', url: '/api/rounds' });
    expect(open.body).not.toContain('还没有发布');
  });

  test('作废以后不能再改', async () => {
    const id = await desk.drafted();
    expect((await desk.command(id, 'discard', '')).statusCode).toBe(409);
    expect((await desk.command(id, 'discard', '重复编制')).json()).toMatchObject({
      state: 'withdrawn',
    });
    const { content, revision } = await desk.viewed(id);
    expect((await desk.save(id, content, revision)).json()).toMatchObject({
      code: 'round-not-so-far',
    });
  });
});
