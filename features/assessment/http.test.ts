import { faultReply } from '@fuchi/platform-server/api/fault-reply';
import { operationsOf } from '@fuchi/platform-server/api/operations';
import { DEFAULT_GUIDE } from '@fuchi/platform-server/command-guide';
import { answerFaults } from '@fuchi/platform-server/http-fault';
import { readJsonBodies } from '@fuchi/platform-server/json-body';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { guideToJson } from '@fuchi/policy/guide-json';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessAllReply, assessmentReply } from './contract.ts';
import { assessmentRoutes } from './http.ts';
import { assessing } from './http-answer.ts';
import { workedExample } from './http-examples.ts';

const loaded = await loadGuide(DEFAULT_GUIDE);
if (!loaded) throw new Error(`${DEFAULT_GUIDE} is missing`);
const { checked, files } = loaded;
const EXAMPLE_FACTS = workedExample(checked, files).facts;

const answer = assessing(checked);
let app: FastifyInstance;
const reported: string[] = [];

beforeAll(() => {
  app = fastify({ bodyLimit: 1024 * 1024 });
  answerFaults(app, (text) => reported.push(text));
  readJsonBodies(app);
  assessmentRoutes(
    operationsOf(app, { ready: async () => undefined, answers: async () => undefined }),
    { guide: checked, files },
    async (task) => answer(task),
  );
});
afterAll(() => app.close());

function post(line: string, payload: unknown): Promise<LightMyRequestResponse> {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const headers = { 'content-type': 'application/json' };
  return app.inject({ method: 'POST', url: `/api/lines/${line}/assess`, headers, payload: text });
}

function manySources(count: number): [string, string][] {
  return Array.from({ length: count }, (_, i) => [`来源${i}`, `${3000 + i}万元`]);
}

function manyWrong(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`无${i}`, i]));
}

function faultOf(answer: LightMyRequestResponse) {
  return faultReply.parse(answer.json());
}

describe('GET /api/guide', () => {
  test('is the checked guide, and comes again only when it has changed', async () => {
    const first = await app.inject('/api/guide');
    expect(first.statusCode).toBe(200);
    expect(first.json()).toEqual(JSON.parse(guideToJson(checked)));
    const { etag } = first.headers;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await app.inject({
      url: '/api/guide',
      headers: { 'if-none-match': String(etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('is packed for who can unpack it, under a tag of its own', async () => {
    const packed = await app.inject({ url: '/api/guide', headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('accept-encoding');
    expect(packed.headers.etag).toMatch(/^"[\w-]{27}-gzip"$/);
    expect(packed.rawPayload.length).toBeLessThan(JSON.stringify(checked).length / 4);
  });
});

test('GET /api/lines lists every line in the order of the data', async () => {
  const answer = await app.inject('/api/lines');
  const lines: { id: string; mode: string }[] = answer.json();
  expect(lines.map((l) => l.id)).toEqual(checked.lines.map((l) => l.id));
  expect(lines.find((l) => l.id === 'tech-upgrade')).toMatchObject({
    section: '一（一）',
    mode: '申报',
    form: '1-1',
    quota: { atMost: 200, joint: null, groups: [] },
  });
});

describe('GET /api/lines/:line/facts', () => {
  test('says what a line asks', async () => {
    const answer = await app.inject('/api/lines/tech-upgrade/facts');
    const facts: { id: string }[] = answer.json();
    expect(facts.map((f) => f.id)).toEqual(
      checked.lines.find((l) => l.id === 'tech-upgrade')?.facts,
    );
    expect(facts.find((f) => f.id === '设备发票金额')).toMatchObject({
      type: '金额',
      unit: '万元',
      certifier: '会计师事务所',
      evidence: ['专项审计报告'],
    });
  });

  test('an unknown line is 404', async () => {
    const answer = await app.inject('/api/lines/no-such-line/facts');
    expect(answer.statusCode).toBe(404);
    expect(faultOf(answer)).toEqual({
      code: 'unknown-line',
      message: '指南中没有“no-such-line”这个项目类别',
      messageEn: 'The guide has no line “no-such-line”',
      requestId: expect.any(String),
    });
  });
});

test('GET /api/guide/version names the guide', async () => {
  const { id, title, version, digest } = checked.guide;
  expect((await app.inject('/api/guide/version')).json()).toEqual({ id, title, version, digest });
});

describe('GET /api/lines/:line', () => {
  test('tells conditions, subsidy, stages and papers in the words of the guide', async () => {
    const line = checked.lines.find((l) => l.id === 'tech-upgrade');
    const detail = (await app.inject('/api/lines/tech-upgrade')).json();
    expect(detail).toMatchObject({
      id: 'tech-upgrade',
      subsidy: { says: line?.source.subsidy?.says },
      quota: { atMost: 200 },
    });
    expect(detail.conditions.map((c: { clause: string }) => c.clause)).toEqual(
      line?.conditions.map((c) => c.clause),
    );
    expect(detail.conditions[0].says).toBe(line?.conditions[0]?.says);
    expect(detail.stages).toHaveLength(line?.source.stages.length ?? -1);
    expect(detail.papers).toHaveLength(line?.papers.length ?? -1);
  });

  test('comes again only when it has changed', async () => {
    const url = '/api/lines/tech-upgrade';
    const { etag } = (await app.inject(url)).headers;
    const again = await app.inject({ url, headers: { 'if-none-match': `W/"x", ${etag}` } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await app.inject({
      url: '/api/lines/data-product',
      headers: { 'if-none-match': `${etag}` },
    });
    expect(other.statusCode).toBe(200);
  });
});

describe('POST /api/assess', () => {
  const ask = (payload: object) =>
    app.inject({ method: 'POST', url: '/api/assess', payload: { ...payload } });

  test('assesses every line as each is assessed alone', async () => {
    const question = { facts: EXAMPLE_FACTS, asOf: '2022-04-30', round: { call: true } };
    const answer = await ask(question);
    expect(answer.statusCode).toBe(200);
    const { guide, asOf, assessments } = assessAllReply.parse(answer.json());
    expect([guide.digest, asOf]).toEqual([checked.guide.digest, '2022-04-30']);
    expect(assessments.map((a) => a.line)).toEqual(checked.lines.map((l) => l.id));
    const alone = (await post('tech-upgrade', question)).json();
    expect(assessments.find((a) => a.line === 'tech-upgrade')).toEqual(alone);
  });

  test('bad input is refused with all faults at once', async () => {
    const answer = await ask({ facts: { 项目备案总投资: '八千' }, asOf: 'today' });
    expect(answer.statusCode).toBe(422);
    expect(faultOf(answer).faults?.map((f) => f.path)).toEqual(['asOf', '项目备案总投资']);
  });
});

describe('POST /api/lines/:line/assess', () => {
  test('assesses, by its contract', async () => {
    const answer = await post('tech-upgrade', { facts: EXAMPLE_FACTS, asOf: '2022-04-30' });
    expect(answer.statusCode).toBe(200);
    const assessment = assessmentReply.parse(answer.json());
    expect(assessment).toMatchObject({
      guide: { digest: checked.guide.digest },
      asOf: '2022-04-30',
      verdict: 'eligible',
      ceiling: { amount: '480' },
    });
  });

  test('every line answers by the contract while nothing is known', async () => {
    for (const { id } of checked.lines) {
      const answer = await post(id, { facts: {} });
      expect(answer.statusCode, id).toBe(200);
      expect(() => assessmentReply.parse(answer.json()), id).not.toThrow();
    }
  });

  test('readings are taken from the request before the round', async () => {
    const facts = { ...EXAMPLE_FACTS, 项目备案总投资: '2999万元', 固定资产贷款总额: '2500万元' };
    const readings = { 'A1.1': 'other' };
    const ask = async (more: object) =>
      assessmentReply.parse((await post('tech-upgrade', { facts, ...more })).json()).verdict;
    expect(await ask({})).toBe('undetermined');
    expect(await ask({ round: { readings } })).toBe('ineligible');
    expect(await ask({ round: { readings }, readings: { 'A1.1': 'default' } })).toBe(
      'undetermined',
    );
  });

  test('a round switches call conditions on', async () => {
    const ask = async (call: boolean) => {
      const answer = await post('tech-upgrade', { facts: EXAMPLE_FACTS, round: { call } });
      return assessmentReply.parse(answer.json()).conditions.map((c) => c.clause);
    };
    const plain = await ask(false);
    const called = await ask(true);
    expect(plain.filter((clause) => clause.startsWith('call-'))).toEqual([]);
    expect(called.filter((clause) => clause.startsWith('call-')).length).toBeGreaterThan(0);
  });

  test('bad input is 422 with all faults at once', async () => {
    const answer = await post('tech-upgrade', {
      facts: { ...EXAMPLE_FACTS, 项目备案总投资: '八千', 项目实施地: '亚特兰蒂斯', 没有这个: '1' },
      asOf: '2022-02-30',
      readings: { Z9: 'other' },
      round: { clocks: { 项目备案总投资: '1' }, call: ['call-99'] },
    });
    expect(answer.statusCode).toBe(422);
    const { code, message, faults = [] } = faultOf(answer);
    expect([code, message]).toEqual(['bad-input', `输入有${faults.length}处错误`]);
    expect(faults.map((f) => f.path)).toEqual(
      expect.arrayContaining([
        'asOf',
        'readings.Z9',
        'round.call',
        'round.clocks.项目备案总投资',
        '项目备案总投资',
        '项目实施地',
        '没有这个',
      ]),
    );
    for (const fault of faults) {
      expect(fault.message).toMatch(/\p{Script=Han}/u);
      expect(fault.messageEn).toMatch(/^[A-Z“]/);
      expect(fault.fix).toMatch(/\p{Script=Han}|“/u);
      expect(fault.fixEn, fault.code).not.toBe('');
    }
  });

  test.each<[string, unknown]>([
    ['facts', { round: {} }],
    ['facts', { facts: [] }],
    ['readings.A1.1', { facts: {}, readings: { 'A1.1': 'both' } }],
    ['', { facts: {}, lines: [] }],
  ])('a request of the wrong shape is 422 at %j', async (path, payload) => {
    const answer = await post('tech-upgrade', payload);
    expect(answer.statusCode).toBe(422);
    expect(faultOf(answer).faults).toEqual([
      {
        path,
        code: 'request-shape',
        message: expect.stringMatching(/\p{Script=Han}/u),
        messageEn: expect.stringMatching(/^[\x20-\x7e→]+$/),
      },
    ]);
  });

  test.each<[number, string, string]>([
    [400, 'bad-json', '{"facts":'],
    [400, 'bad-json', ''],
    [400, 'lossy-number', '{"facts":{"项目备案总投资":1e400}}'],
    [400, 'lossy-number', '{"facts":{"项目备案总投资":3000.00000000000001}}'],
    [400, 'too-deep', `{"facts":{"项目备案总投资":${'['.repeat(400_000)}`],
    [413, 'too-large', `{"facts":{"项目备案总投资":"${'1'.repeat(1024 * 1024)}"}}`],
    [422, 'bad-input', '{"facts":{"__proto__":{"项目备案总投资":"1"}}}'],
    [422, 'bad-input', '{"facts":{"constructor":"1"}}'],
  ])('%i %s, and nothing of our own inside', async (status, code, payload) => {
    const answer = await post('tech-upgrade', payload);
    expect(answer.statusCode).toBe(status);
    expect(faultOf(answer).code).toBe(code);
    expect(answer.body).not.toMatch(/\bat \/|node_modules|\.ts:/);
  });

  test.each(['text/xml', 'text/plain', 'application/x-www-form-urlencoded'])(
    '%s is 415',
    async (type) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/lines/tech-upgrade/assess',
        headers: { 'content-type': type },
        payload: '{"facts":{}}',
      });
      expect([answer.statusCode, faultOf(answer).code]).toEqual([415, 'not-json']);
    },
  );

  test.each<[string, unknown]>([
    ['rows', { 贷款: Array(501).fill({}) }],
    ['rows within rows', { 贷款: Array(25).fill({ 各期付息: { rows: Array(20).fill({}) } }) }],
  ])(
    'more %s than one question may hold are refused before they are weighed',
    async (_what, facts) => {
      const answer = await post('tech-upgrade', { facts });
      expect([answer.statusCode, faultOf(answer).code]).toEqual([422, 'too-much-told']);
      expect(faultOf(answer).message).toMatch(/合计5\d\d，最多500/);
    },
  );

  test('a fact takes no more sources than anybody states', async () => {
    const ask = (count: number) =>
      post('tech-upgrade', {
        facts: { 项目备案总投资: { sources: Object.fromEntries(manySources(count)) } },
      });
    expect((await ask(10)).statusCode).toBe(200);
    expect(faultOf(await ask(11))).toMatchObject({
      code: 'too-much-told',
      message: '一项事实最多10个来源',
    });
  });

  test('a table of years takes no more than anybody states', async () => {
    const ask = (years: number) =>
      post('little-giant', { facts: { 年度经营: Array(years).fill({}) } });
    expect((await ask(20)).statusCode).toBe(200);
    expect(faultOf(await ask(21))).toMatchObject({
      code: 'too-much-told',
      message: '“年度经营情况”最多20个年度',
    });
  });

  test('as many rows as one question may hold are answered', async () => {
    const answer = await post('tech-upgrade', { facts: { 贷款: Array(500).fill({}) } });
    expect(answer.statusCode).toBe(200);
  });

  test.each<[string, object]>([
    ['names the guide has not', { facts: {}, round: { call: Array(50_000).fill('x') } }],
    [
      'wrong shapes',
      { facts: {}, round: { call: Array(50_000).fill(1) }, readings: manyWrong(10_000) },
    ],
    ['unknown facts', { facts: manyWrong(10_000) }],
  ])('a body full of faults (%s) is not answered with a longer one', async (_what, payload) => {
    const answer = await post('tech-upgrade', payload);
    expect(answer.statusCode).toBe(422);
    expect(faultOf(answer).faults?.length).toBeLessThanOrEqual(200);
    expect(answer.body.length).toBeLessThan(JSON.stringify(payload).length);
  });

  test('where the JSON breaks off is told', async () => {
    const { message, messageEn } = faultOf(await post('tech-upgrade', '{\n "facts": {,}\n}'));
    expect(message).toBe('请求内容不是正确的 JSON（第2行第12列）');
    expect(messageEn).toBe('The body is not valid JSON (line 2, column 12)');
  });

  test('none of this was a fault of ours', () => expect(reported).toEqual([]));
});
