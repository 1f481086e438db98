import { setTimeout as wait } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import type { Work } from '../database/open-database.ts';
import { within } from './boss.ts';
import type { JobKind } from './job-kind.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Milliseconds between two looks for work, where there was none. */
const LOOK_EVERY = 1_000;
/** What runs when the portal closes has so long to end. */
const GRACE = 8_000;

/** Takes up jobs of one kind, one after the other, until it is stopped. */
export function workOn<Data extends object>(
  boss: PgBoss,
  kind: JobKind<Data>,
  report: (text: string) => void,
): Worker {
  const stopping = new AbortController();
  const giveUp = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const [job] = await boss.fetch<object>(kind.name);
      if (job) await runJob(boss, kind, job, giveUp.signal, report);
      else await wait(LOOK_EVERY, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const done = loop().catch((error: unknown) =>
    report(`jobs: ${kind.name} stopped: ${told(error)}`),
  );
  return {
    async stop() {
      stopping.abort();
      const timer = setTimeout(() => giveUp.abort(new Error('the portal closes')), GRACE);
      await done;
      clearTimeout(timer);
    },
  };
}

async function runJob<Data extends object>(
  boss: PgBoss,
  { name, data: contract, run }: JobKind<Data>,
  job: PgBoss.Job<object>,
  closing: AbortSignal,
  report: (text: string) => void,
): Promise<void> {
  const late = AbortSignal.timeout(job.expireInSeconds * 1_000);
  const signal = AbortSignal.any([closing, late]);
  let settled = false;
  const settle = async (work: Work) => {
    const done = await boss.complete(name, job.id, {}, { db: within(work) });
    if (affected(done) !== 1) throw new Error('another process has done it');
    settled = true;
  };
  try {
    await ended(run(contract.parse(job.data), { signal, settle }), signal);
    if (!settled) await boss.complete(name, job.id);
  } catch (error) {
    report(`jobs: ${name} ${job.id}: ${told(error)}`);
    // One that another process has taken up meanwhile is that process's to fail.
    if (!late.aborted) await boss.fail(name, job.id, new Error(told(error))).catch(() => undefined);
  }
}

/** What pg-boss tells of how many jobs it changed, which its types leave out. */
function affected(told: unknown): unknown {
  return typeof told === 'object' && told !== null ? Reflect.get(told, 'affected') : undefined;
}

/** Waits for work no longer than it may take, whether or not it listens. */
function ended(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = () => fail(new Error('it took too long, or the portal closes'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Without what a database says of the value that offends. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault';
  const state = Reflect.get(error, 'severity') === undefined ? '' : Reflect.get(error, 'code');
  return state === '' ? error.message : `database error ${state}`;
}
