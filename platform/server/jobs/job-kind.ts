import * as z from 'zod';
import type { Work } from '../database/open-database.ts';

/** A kind of work that is done beside requests: by one process, once, again when it failed. */
export interface JobKind<Data extends object> {
  /** In kebab-case; a job that waits finds its kind by it, also after an upgrade. */
  readonly name: string;
  /** Reads what was added, also by an earlier version of the program: a zod contract. */
  readonly data: { parse(data: unknown): Data };
  /** @throws where it couldn't be done: it is tried again */
  run(data: Data, at: JobRun): Promise<void>;
  /** How often it is tried again [usual: 8], each time after twice as long. */
  readonly retries?: number;
  /** Seconds it may take [usual: 60]; then, or when its process was killed, another process takes it up. */
  readonly mostSeconds?: number;
}

/** A kind that is due again and again, by the portal's clock. */
export interface RecurringJob extends JobKind<RecurringData> {
  /** When it is due next. @param after the moment it was due, or the start of the portal */
  readonly next: (after: Date) => Date;
}

/** The moment it was due; where the clock passed several at once, the job runs once, for the last of them. */
export const recurringData = z.strictObject({ due: z.iso.datetime() });
export type RecurringData = z.infer<typeof recurringData>;

export interface JobRun {
  /** Aborted when it took too long, or the portal closes and waits no longer. */
  readonly signal: AbortSignal;
  /**
   * Makes the job done with the transaction that does it: a job that is taken up a second time, since its first
   * process seemed dead, then changes nothing twice. Without it the job is done when `run` ends.
   * @throws when another process has done it: the transaction must end without effect
   */
  readonly settle: (work: Work) => Promise<void>;
}

/** Adds jobs to the queue. */
export interface JobQueue {
  /**
   * Adds a job in the caller's transaction: it is there with the change that asks for it, or not at all.
   * @param key of several jobs of a kind that wait with one key only one is done
   */
  add<Data extends object>(
    work: Work,
    kind: JobKind<Data>,
    data: Data,
    key?: string,
  ): Promise<void>;
}
