import type { Database, Work } from '../database/open-database.ts';
import type { JobQueue, RecurringJob } from './job-kind.ts';

export interface DueOptions {
  readonly db: Database;
  readonly clock: { now(): Date };
  readonly queue: JobQueue;
  readonly recurring: readonly RecurringJob[];
  readonly report: (text: string) => void;
}

/** How often the clock is looked at, in milliseconds: it may be set on at any time. */
const LOOK_EVERY = 2_000;

/** Adds recurring jobs when the portal's clock says that they are due. Of several processes one adds each. */
export function keepDue(options: DueOptions): { stop(): Promise<void> } {
  let looking: Promise<void> | undefined;
  let away = false;
  const look = async () => {
    try {
      await addDue(options);
      away = false;
    } catch (error) {
      // Told once: while the database is away everything else tells of it as well.
      if (!away) options.report(`jobs: ${error instanceof Error ? error.message : error}`);
      away = true;
    }
    looking = undefined;
  };
  const again = () => {
    looking ??= look();
  };
  again();
  const timer = setInterval(again, LOOK_EVERY);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Adds what is due now, each with the moment it was due last. */
export async function addDue({ db, clock, queue, recurring }: Omit<DueOptions, 'report'>) {
  const now = clock.now();
  for (const job of recurring) {
    if (!(await mayBeDue(db, job, now))) continue;
    await db.transaction().execute(async (work) => {
      const due = await takeDue(work, job, now);
      if (due) await queue.add(work, job, { due: due.toISOString() }, 'due');
    });
  }
}

/** A look without a lock, since mostly nothing is due; a job that is new here is due at its next moment. */
async function mayBeDue(db: Database, { name, next }: RecurringJob, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('recurring_job')
    .select('due_at')
    .where('name', '=', name)
    .executeTakeFirst();
  if (row) return row.due_at <= now;
  await db
    .insertInto('recurring_job')
    .values({ name, due_at: next(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return false;
}

/** @returns the last moment at which the job was due, unless another process took it */
async function takeDue(
  work: Work,
  { name, next }: RecurringJob,
  now: Date,
): Promise<Date | undefined> {
  const row = await work
    .selectFrom('recurring_job')
    .select('due_at')
    .where('name', '=', name)
    .where('due_at', '<=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  let due = row.due_at;
  for (let coming = next(due); coming <= now; coming = next(due)) due = coming;
  await work
    .updateTable('recurring_job')
    .set({ due_at: next(due) })
    .where('name', '=', name)
    .execute();
  return due;
}
