import type { Worker } from 'node:worker_threads';
import type { Wording } from '../wording.ts';
import { type FairQueue, fairQueue, type QueueBounds } from './fair-queue.ts';
import type { FromWorker } from './message.ts';
import { busy, tooCostly } from './pool-refusal.ts';

/** On whose behalf something is asked. */
export interface Asking {
  /** Whom it counts against, as `clientOf` names it. */
  readonly client: string;
  /** Ends when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface PoolOptions {
  /** Starts a thread that calls `serveTasks`. */
  readonly start: () => Worker;
  /** Threads at most. One client holds at most all but one, so that another's question finds one free. */
  readonly size: number;
  /** Milliseconds a task may take; then its worker is ended. */
  readonly timeLimit: number;
  /** Milliseconds a task may wait for a worker. */
  readonly waitLimit: number;
  readonly waiting: QueueBounds;
  /** What to send instead of what takes too much work. */
  readonly advice: Wording;
  /** Where a worker's end is written. */
  readonly report: (text: string) => void;
}

export interface WorkerPool<Task, Outcome> {
  /** @throws HttpFault BUSY when too much waits or it waited too long, TOO_COSTLY when it took too long or too much memory */
  ask(task: Task, asking: Asking): Promise<Outcome>;
  /** Starts every worker before it is needed. */
  warm(): void;
  /** Ends every worker, whatever it is at. */
  close(): Promise<void>;
}

interface Job<Task, Outcome> {
  readonly task: Task;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: Error) => void;
}

interface Seat<Task, Outcome> {
  readonly worker: Worker;
  ready: boolean;
  work: { client: string; job: Job<Task, Outcome>; timer: NodeJS.Timeout } | undefined;
}

/** Threads that do what would hold the server's own from answering others. */
export function workerPool<Task, Outcome>(options: PoolOptions): WorkerPool<Task, Outcome> {
  const seats = new Set<Seat<Task, Outcome>>();
  const queue: FairQueue<Job<Task, Outcome>> = fairQueue(options.waiting);
  const most = Math.max(1, options.size - 1);
  let closed = false;

  const mayHave = (client: string) =>
    [...seats].filter((seat) => seat.work?.client === client).length < most;

  function dispatch(): void {
    for (const seat of seats) {
      if (!seat.ready || seat.work) continue;
      const next = queue.next(mayHave);
      if (!next) return;
      const { client, item: job } = next;
      const timer = setTimeout(() => tooLong(seat), options.timeLimit);
      seat.work = { client, job, timer };
      seat.worker.postMessage(job.task);
    }
    const starting = [...seats].filter((own) => !own.ready).length;
    if (queue.length > starting && seats.size < options.size) seat();
  }

  function seat(): void {
    const own: Seat<Task, Outcome> = { worker: options.start(), ready: false, work: undefined };
    seats.add(own);
    let fault: unknown;
    own.worker.on('message', (message: FromWorker<Outcome>) => {
      if (message.kind === 'ready') own.ready = true;
      else if (message.kind === 'outcome') release(own)?.settle(message.outcome);
      else if (message.kind === 'fault') release(own)?.fail(traced(message.trace));
      dispatch();
    });
    own.worker.on('error', (error: unknown) => {
      fault = error;
    });
    own.worker.on('exit', () => leave(own, fault));
  }

  /** Its task is done with. */
  function release(from: Seat<Task, Outcome>): Job<Task, Outcome> | undefined {
    const { work } = from;
    from.work = undefined;
    clearTimeout(work?.timer);
    return work?.job;
  }

  function tooLong(from: Seat<Task, Outcome>): void {
    // It may be in a loop without end: it won't hear of anything any more.
    seats.delete(from);
    release(from)?.fail(tooCostly(options.timeLimit, options.advice));
    options.report(`a worker was ended after ${options.timeLimit} ms with one question`);
    void from.worker.terminate();
    replace();
  }

  function leave(from: Seat<Task, Outcome>, fault: unknown): void {
    if (!seats.delete(from) || closed) return;
    const job = release(from);
    const error = fault instanceof Error ? fault : new Error('a worker ended by itself');
    if (isOutOfMemory(error)) {
      options.report('a worker ran out of memory with one question and was ended');
      job?.fail(tooCostly(options.timeLimit, options.advice));
      replace();
      return;
    }
    options.report(`a worker ended: ${error.stack ?? error.message}`);
    job?.fail(error);
    // One that never came up would not the next time either: whoever waits is told, and the next question tries again.
    if (from.ready) replace();
    else if (seats.size === 0) failAll(error);
  }

  function replace(): void {
    if (!closed) seat();
    dispatch();
  }

  function failAll(error: Error): void {
    for (let next = queue.next(() => true); next; next = queue.next(() => true))
      next.item.fail(error);
  }

  return {
    ask: (task, { client, signal }) =>
      new Promise<Outcome>((resolve, reject) => {
        const giveUp = () => {
          if (queue.remove(client, job)) job.fail(busy(options.timeLimit));
        };
        const timer = setTimeout(giveUp, options.waitLimit);
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', giveUp);
        };
        const job: Job<Task, Outcome> = {
          task,
          settle: (outcome) => {
            done();
            resolve(outcome);
          },
          fail: (error) => {
            done();
            reject(error);
          },
        };
        if (closed || !queue.add(client, job)) return job.fail(busy(options.timeLimit));
        signal.addEventListener('abort', giveUp);
        dispatch();
      }),
    warm: () => {
      while (!closed && seats.size < options.size) seat();
    },
    close: async () => {
      closed = true;
      failAll(busy(options.timeLimit));
      const last = [...seats];
      seats.clear();
      for (const from of last) release(from)?.fail(busy(options.timeLimit));
      await Promise.all(last.map(({ worker }) => worker.terminate()));
    },
  };
}

function traced(trace: string): Error {
  const error = new Error(trace.split('\n', 1)[0]);
  error.stack = trace;
  return error;
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
