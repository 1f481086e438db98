import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Database, Work } from '../database/open-database.ts';
import { makeQueue, openBoss, within } from './boss.ts';
import type { JobKind, JobQueue, RecurringJob } from './job-kind.ts';
import { keepDue } from './keep-due.ts';
import { type Worker, workOn } from './work-on.ts';

/** Of PostgreSQL's advisory locks. */
const QUEUES_LOCK = 7_180_004;

export interface JobsOptions {
  readonly url: string;
  readonly db: Database;
  /** The portal's. */
  readonly clock: { now(): Date };
  readonly report: (text: string) => void;
  readonly kinds: readonly JobKind<object>[];
  readonly recurring: readonly RecurringJob[];
  /** Seconds between two looks for jobs of dead processes. */
  readonly upkeep?: number;
}

export interface Jobs extends JobQueue {
  /** Takes up no more, waits a little for what runs; what doesn't end in time another process takes up. */
  close(): Promise<void>;
}

/**
 * Opens the queue and works on it. Any number of processes may do so on one database; each job is done by one of them.
 * @example const jobs = await openJobs({ url, db, clock, report, kinds: [], recurring: [] });
 */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { url, db, clock, report, kinds, recurring } = options;
  const boss = openBoss(url, report, options.upkeep);
  const all = [...kinds, ...recurring];
  await oneByOne(db, async () => {
    await boss.start();
    for (const kind of all) await makeQueue(boss, kind);
  });
  const workers: readonly Worker[] = all.map((kind) => workOn(boss, kind, report));
  const queue = queueOf(boss);
  const due = keepDue({ db, clock, queue, recurring, report });
  return {
    ...queue,
    async close() {
      await due.stop();
      await Promise.all(workers.map((worker) => worker.stop()));
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

/** Queues are tables: of processes that start at once, each makes what is missing after the other. */
async function oneByOne(db: Database, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(QUEUES_LOCK)})`.execute(connection);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(QUEUES_LOCK)})`.execute(connection);
    }
  });
}

function queueOf(boss: PgBoss): JobQueue {
  return {
    async add<Data extends object>(work: Work, kind: JobKind<Data>, data: Data, key?: string) {
      // Each without a key of its own stands for itself.
      const options = { db: within(work), singletonKey: key ?? randomUUID() };
      await boss.send(kind.name, kind.data.parse(data), options);
    },
  };
}
