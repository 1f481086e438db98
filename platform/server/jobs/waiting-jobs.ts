import type pg from 'pg';
import * as z from 'zod';
import { openBoss } from './boss.ts';

/** A job that waits or is at work, as a backup keeps it. */
export const waitingJob = z.strictObject({
  name: z.string(),
  data: z.record(z.string(), z.json()),
  key: z.string().nullable(),
});
export type WaitingJob = z.infer<typeof waitingJob>;

/** Jobs that aren't done, as the caller's transaction sees them. One at work is done anew where it comes back. */
export async function waitingJobs(client: pg.Client): Promise<readonly WaitingJob[]> {
  const there = await client.query(`select to_regclass('pgboss.job') is not null as opened`);
  if (there.rows[0]?.opened !== true) return [];
  const { rows } = await client.query(
    `select name, data, singleton_key as key from pgboss.job
     where state in ('created', 'retry', 'active') order by created_on, id`,
  );
  return rows.map((row) => waitingJob.parse(row));
}

/** Puts jobs that came back into the queue of a database. */
export async function queueAgain(url: string, jobs: readonly WaitingJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const faults: string[] = [];
  const boss = openBoss(url, (text) => faults.push(text));
  await boss.start();
  try {
    for (const name of new Set(jobs.map((job) => job.name))) {
      // The program that works on them says the rest of their queue when it starts.
      await boss.createQueue(name, { name, policy: 'short' });
    }
    for (const { name, data, key } of jobs) {
      await boss.send(name, data, key === null ? {} : { singletonKey: key });
    }
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  if (faults.length > 0) throw new Error(faults.join('; '));
}
