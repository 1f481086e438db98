import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AssessOutcome, type AssessTask, assessing } from '@fuchi/assessment/http-answer';
import { type PoolOptions, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import { ANSWER_TIME, ANSWERS_WAITING } from '@fuchi/platform-server/limits';
import { afterAll, expect, test } from 'vitest';
import { openAssessors } from './assessors.ts';
import { openGuide } from './open-guide.ts';
import { openPortal } from './portal.ts';
import { workerThreads } from './worker-threads.ts';

const NEVER = 2 ** 31 - 1;
const STUCK = new URL('./stuck.fixture.mjs', import.meta.url);
const { guide, files } = await openGuide(join(import.meta.dirname, '../../guides/jiangsu-2022'));
const pages = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
writeFileSync(join(pages, 'index.html'), '<title>扶持</title>');
afterAll(() => rmSync(pages, { recursive: true }));

const question = { method: 'POST', url: '/api/assess', payload: { facts: {} } } as const;

async function openWith(options: Partial<PoolOptions>) {
  const reports: string[] = [];
  const report = (text: string) => void reports.push(text);
  const assessors = workerPool<AssessTask, AssessOutcome>({
    start: () => new Worker(STUCK),
    size: 2,
    timeLimit: NEVER,
    waitLimit: NEVER,
    waiting: ANSWERS_WAITING,
    advice: { zh: '请减少明细的行', en: 'Send fewer rows' },
    report,
    ...options,
  });
  return { portal: await openPortal({ pages, guide, files, report, assessors }), reports };
}

test('threads answer as it is answered in place, word for word', async () => {
  const assessors = openAssessors(guide, () => undefined);
  const here = assessing(guide);
  const asking = { client: 'a', signal: new AbortController().signal };
  const tasks: AssessTask[] = [
    { line: null, request: { facts: { 项目总投入: '3000万元' }, asOf: '2022-04-30' } },
    ...guide.lines.map(({ id }) => ({ line: id, request: { facts: {}, round: { call: true } } })),
    { line: null, request: { facts: { 没有这一项: '1' }, asOf: 'today' } },
  ];
  for (const task of tasks) expect(await assessors.ask(task, asking)).toEqual(here(task));
  await expect(
    assessors.ask({ line: 'no-such-line', request: { facts: {} } }, asking),
  ).rejects.toThrow("no-such-line doesn't compile");
  await assessors.close();
});

test('while a question never ends, what lies ready is answered, and the page too', async () => {
  const { portal } = await openWith({});
  let answered = false;
  const never = portal.inject(question).then(() => {
    answered = true;
  });
  for (const url of ['/api/lines', '/api/lines/tech-upgrade/facts', '/api/openapi.json', '/']) {
    expect((await portal.inject(url)).statusCode, url).toBe(200);
  }
  expect(answered).toBe(false);
  await portal.close();
  await never;
});

test('a question that never ends is refused, and its worker replaced by one that answers', async () => {
  const real = workerThreads('apps/server/assessor.ts', guide);
  let started = 0;
  const { portal, reports } = await openWith({
    size: 1,
    timeLimit: ANSWER_TIME,
    start: () => {
      started += 1;
      return started === 1 ? new Worker(STUCK) : real();
    },
  });
  const refused = await portal.inject(question);
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'too-costly']);
  expect(refused.json().message).toContain(`${ANSWER_TIME / 1000}秒内算不出来`);
  const next = await portal.inject(question);
  expect(next.statusCode).toBe(200);
  expect(next.json().assessments).toHaveLength(guide.lines.length);
  expect(reports).toHaveLength(1);
  await portal.close();
});

test('when too much waits, one more is told when to come again', async () => {
  const { portal } = await openWith({ waiting: { all: 0, ofOne: 0 } });
  const refused = await portal.inject(question);
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'busy']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json().requestId).toBe(refused.headers['x-request-id']);
  await portal.close();
});
