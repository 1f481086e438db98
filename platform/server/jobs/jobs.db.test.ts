import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { dailyAt } from './daily-at.ts';
import { type JobKind, type RecurringJob, recurringData } from './job-kind.ts';
import { type Jobs, openJobs } from './open-jobs.ts';

const WAIT = { timeout: 50_000, interval: 100 };
const numbered = z.strictObject({ of: z.string() });
let database: TestDatabase;
const reported: string[] = [];
const report = (text: string) => void reported.push(text);

beforeAll(async () => {
  database = await openTestDatabase();
  await sql`create table begun (job text, process text)`.execute(database.db);
  await sql`create table effect (job text, process text)`.execute(database.db);
});
afterAll(() => database.close());

function open(
  kinds: readonly JobKind<object>[],
  recurring: readonly RecurringJob[] = [],
  clock: { now(): Date } = { now: () => new Date() },
): Promise<Jobs> {
  const { db, url } = database;
  return openJobs({ url, db, clock, report, kinds, recurring, upkeep: 1 });
}

test('与改动同在一个事务：一起有，一起没有', async () => {
  const ran: string[] = [];
  const kind: JobKind<{ readonly of: string }> = {
    name: 'within',
    data: numbered,
    async run({ of }) {
      ran.push(of);
    },
  };
  const jobs = await open([kind]);
  const undone = database.db.transaction().execute(async (work) => {
    await jobs.add(work, kind, { of: 'undone' });
    throw new Error('refused');
  });
  await expect(undone).rejects.toThrow('refused');
  await database.db.transaction().execute((work) => jobs.add(work, kind, { of: 'kept' }));
  await expect.poll(() => ran, WAIT).toEqual(['kept']);
  await jobs.close();
});

test('两个队列一起做，每件只做一次；同一个键的只等一件', async () => {
  const ran: string[] = [];
  const by = (process: string): JobKind<{ readonly of: string }> => ({
    name: 'shared',
    data: numbered,
    async run({ of }) {
      ran.push(`${of} ${process}`);
    },
  });
  const kind = by('one');
  // The first that works on a kind makes its queue; then nobody works until all are there.
  await (await open([kind])).close();
  const jobs = await open([]);
  await database.db.transaction().execute(async (work) => {
    for (let n = 0; n < 30; n += 1) await jobs.add(work, kind, { of: String(n) });
    for (let n = 0; n < 3; n += 1) await jobs.add(work, kind, { of: 'same' }, 'same');
  });
  const both = [await open([by('one')]), await open([by('two')])];
  await expect.poll(() => ran.length, WAIT).toBe(31);
  const jobsRun = ran.map((each) => each.split(' ')[0]);
  expect(new Set(jobsRun).size).toBe(31);
  for (const queue of [jobs, ...both]) await queue.close();
  expect(ran).toHaveLength(31);
});

test('没有做成的再做，直到做成', async () => {
  let tries = 0;
  const kind: JobKind<{ readonly of: string }> = {
    name: 'again',
    data: numbered,
    async run() {
      tries += 1;
      if (tries < 2) throw new Error('the mail server is away');
    },
  };
  const jobs = await open([kind]);
  reported.length = 0;
  await database.db.transaction().execute((work) => jobs.add(work, kind, { of: 'letter' }));
  await expect.poll(() => tries, WAIT).toBe(2);
  await jobs.close();
  expect(reported).toEqual([expect.stringMatching(/^jobs: again \S+: the mail server is away$/)]);
});

test('定时的按门户的时钟到期，跳过几天只做最后一次，两个进程不重做', async () => {
  const clock = { at: new Date('2022-03-16T01:00:00Z'), now: () => clock.at };
  const due: string[] = [];
  const job: RecurringJob = {
    name: 'daily',
    data: recurringData,
    next: dailyAt('00:05'),
    async run(data) {
      due.push(data.due);
    },
  };
  const both = await Promise.all([open([], [job], clock), open([], [job], clock)]);
  const written = () =>
    database.db
      .selectFrom('recurring_job')
      .select('due_at')
      .where('name', '=', 'daily')
      .executeTakeFirst();
  await expect.poll(written, WAIT).toEqual({ due_at: new Date('2022-03-16T16:05:00Z') });
  clock.at = new Date('2022-03-16T16:05:00Z');
  await expect.poll(() => due, WAIT).toEqual(['2022-03-16T16:05:00.000Z']);
  clock.at = new Date('2022-03-25T02:00:00Z');
  await expect
    .poll(() => due, WAIT)
    .toEqual(['2022-03-16T16:05:00.000Z', '2022-03-24T16:05:00.000Z']);
  for (const jobs of both) await jobs.close();
  expect(due).toHaveLength(2);
});

test('做到一半的进程被杀死，另一个接着做，做出来的只有一份', async () => {
  const effect: JobKind<{ readonly of: string }> = {
    name: 'effect',
    data: numbered,
    mostSeconds: 3,
    async run() {
      throw new Error('this process works on nothing');
    },
  };
  const killed = await startWorker('killed', 'stuck');
  const jobs = await open([]);
  await database.db.transaction().execute((work) => jobs.add(work, effect, { of: 'payment' }));
  const rows = async (table: 'begun' | 'effect') =>
    (await sql<{ process: string }>`select process from ${sql.table(table)}`.execute(database.db))
      .rows;
  await expect.poll(() => rows('begun'), WAIT).toEqual([{ process: 'killed' }]);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const other = await startWorker('other');
  await expect.poll(() => rows('effect'), WAIT).toEqual([{ process: 'other' }]);
  expect(await rows('begun')).toEqual([{ process: 'killed' }, { process: 'other' }]);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await jobs.close();
});

async function startWorker(name: string, how = ''): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'worker.fixture.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, database.url, name, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
