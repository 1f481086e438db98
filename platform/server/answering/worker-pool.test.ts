import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HttpFault } from '../http-fault.ts';
import { type PoolOptions, type WorkerPool, workerPool } from './worker-pool.ts';

interface Task {
  readonly does: 'say' | 'hold' | 'loop' | 'grow' | 'fault' | 'crash' | 'exit';
  readonly value?: unknown;
  readonly flag?: Int32Array<SharedArrayBuffer>;
}
interface Said {
  readonly value: unknown;
  readonly threadId: number;
}

const NEVER = 2 ** 31 - 1;
const FIXTURE = new URL('./worker.fixture.mjs', import.meta.url);

let pool: WorkerPool<Task, Said>;
let started = 0;
let reports: string[] = [];

function open(options: Partial<PoolOptions> = {}): void {
  pool = workerPool({
    start: () => {
      started += 1;
      return new Worker(FIXTURE, { resourceLimits: { maxOldGenerationSizeMb: 16 } });
    },
    size: 2,
    timeLimit: NEVER,
    waitLimit: NEVER,
    waiting: { all: 4, ofOne: 3 },
    advice: { zh: '请少送一些', en: 'Send less' },
    report: (text) => reports.push(text),
    ...options,
  });
}

beforeEach(() => {
  started = 0;
  reports = [];
});
afterEach(() => pool.close());

const staying = () => new AbortController().signal;
const ask = (task: Task, client = 'a', signal = staying()) => pool.ask(task, { client, signal });
const say = (value: unknown, client = 'a') => ask({ does: 'say', value }, client);
const unset = () => new Int32Array(new SharedArrayBuffer(4));
function set(flag: Int32Array): void {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}
const refusal = async (answer: Promise<unknown>) => {
  const fault = await answer.catch((error: unknown) => error);
  if (!(fault instanceof HttpFault)) throw new Error(`no refusal: ${String(fault)}`);
  return { code: fault.kind.code, retryAfter: fault.retryAfter, ...fault.wording };
};

test('what is asked is answered, by a worker that is started when it is needed', async () => {
  open();
  expect(started).toBe(0);
  expect((await say(1)).value).toBe(1);
  expect((await say(2)).value).toBe(2);
  expect(started).toBe(1);
});

test('warmed, all stand ready', async () => {
  open({ size: 3 });
  pool.warm();
  expect(started).toBe(3);
  const answers = await Promise.all([1, 2, 3].map((n) => say(n, `client ${n}`)));
  expect(answers.map(({ value }) => value)).toEqual([1, 2, 3]);
  expect(started).toBe(3);
});

describe("one client's costly questions", () => {
  test("hold none of another's", async () => {
    open();
    const flag = unset();
    const held = [ask({ does: 'hold', flag }), ask({ does: 'hold', flag })];
    // It is answered while they are still at work: nothing but the flag ends them.
    expect((await say('quick', 'b')).value).toBe('quick');
    set(flag);
    expect((await Promise.all(held)).map(({ value }) => value)).toEqual(['held', 'held']);
  });

  test('fill its own part of the queue only', async () => {
    open();
    await say('up');
    const flag = unset();
    const held = Array.from({ length: 4 }, () => ask({ does: 'hold', flag }));
    // One is at work, three wait: the fifth finds no room, another client does.
    expect(await refusal(ask({ does: 'hold', flag }))).toMatchObject({ code: 'busy' });
    expect((await say('quick', 'b')).value).toBe('quick');
    set(flag);
    await Promise.all(held);
  });
});

test('a full queue answers clearly, and says when to come again', async () => {
  open({ timeLimit: 5_000, waiting: { all: 1, ofOne: 1 } });
  const flag = unset();
  const held = [ask({ does: 'hold', flag }, 'a')];
  await expect.poll(() => started).toBe(1);
  // Until the first worker is up, what it will do waits as well.
  const second = refusal(ask({ does: 'hold', flag }, 'b'));
  expect(await second).toEqual({
    code: 'busy',
    retryAfter: 5,
    zh: '正在计算的请求过多，请5秒后再试',
    en: 'Too many questions are being worked on; try again in 5 s',
  });
  set(flag);
  await Promise.all(held);
});

test('who waits too long is told so', async () => {
  open({ waitLimit: 1 });
  expect(await refusal(ask({ does: 'hold', flag: unset() }))).toMatchObject({ code: 'busy' });
});

test('what nobody waits for any more is not worked out', async () => {
  open({ size: 1, waiting: { all: 1, ofOne: 1 } });
  const flag = unset();
  await say('up');
  const held = ask({ does: 'hold', flag });
  const leaving = new AbortController();
  const left = refusal(ask({ does: 'loop' }, 'b', leaving.signal));
  expect(await refusal(say('no room', 'c'))).toMatchObject({ code: 'busy' });
  leaving.abort();
  expect(await left).toMatchObject({ code: 'busy' });
  const next = say('next', 'c');
  set(flag);
  expect((await next).value).toBe('next');
  await held;
});

describe('a worker that goes wrong', () => {
  test('without end is ended and another takes its place', async () => {
    open({ size: 1, timeLimit: 200 });
    const before = await say('before');
    expect(await refusal(ask({ does: 'loop' }))).toEqual({
      code: 'too-costly',
      retryAfter: undefined,
      zh: '这个请求计算量过大，0.2秒内算不出来。请少送一些',
      en: 'This question takes too much work: no answer within 0.2 s. Send less',
    });
    const after = await say('after');
    expect([after.value, after.threadId === before.threadId, started]).toEqual(['after', false, 2]);
    expect(reports).toEqual([expect.stringContaining('ended after 200 ms')]);
  });

  test('by memory is told like one without end, and takes nothing with it', async () => {
    open({ size: 1 });
    expect(await refusal(ask({ does: 'grow' }))).toMatchObject({ code: 'too-costly' });
    expect((await say('after')).value).toBe('after');
    expect(reports).toEqual([expect.stringContaining('out of memory')]);
  });

  test('by a fault of ours tells its trace and goes on', async () => {
    open({ size: 1 });
    const fault = await ask({ does: 'fault' }).catch((error: unknown) => error);
    expect(fault).not.toBeInstanceOf(HttpFault);
    expect(fault).toMatchObject({ message: 'Error: a fault of ours', stack: /at somewhere/ });
    expect((await say('after')).value).toBe('after');
    expect(started).toBe(1);
  });

  test.each(['crash', 'exit'] as const)('by %s is replaced', async (does) => {
    open({ size: 1 });
    await expect(ask({ does })).rejects.not.toBeInstanceOf(HttpFault);
    expect((await say('after')).value).toBe('after');
    expect([started, reports.length]).toEqual([2, 1]);
  });

  test('from its start is tried again with the next question, not for ever', async () => {
    let broken = true;
    const nowhere = new URL('./no-such.mjs', import.meta.url);
    open({
      start: () => {
        started += 1;
        return new Worker(broken ? nowhere : FIXTURE);
      },
    });
    await expect(say('lost')).rejects.toThrow('no-such.mjs');
    expect(started).toBe(1);
    broken = false;
    expect((await say('found')).value).toBe('found');
  });
});

test('closing ends whatever is at work, and takes nothing more', async () => {
  open();
  const held = refusal(ask({ does: 'loop' }));
  const waiting = refusal(say('never'));
  await pool.close();
  expect([(await held).code, (await waiting).code]).toEqual(['busy', 'busy']);
  expect(await refusal(say('late'))).toMatchObject({ code: 'busy' });
});
