import { sql } from 'kysely';
import * as z from 'zod';
import { openDatabase } from '../database/open-database.ts';
import type { JobKind } from './job-kind.ts';
import { openJobs } from './open-jobs.ts';

/** A process that works on jobs until it is ended: `node worker.fixture.ts URL NAME [stuck]`. */
const [url = '', name = '', how = ''] = process.argv.slice(2);
const { db } = openDatabase(url, fault, 4);

/** Says that it began, does its work, and where it shall get stuck never ends the transaction. */
const effect: JobKind<{ readonly of: string }> = {
  name: 'effect',
  data: z.strictObject({ of: z.string() }),
  mostSeconds: 3,
  async run({ of }, { settle }) {
    await sql`insert into begun (job, process) values (${of}, ${name})`.execute(db);
    await db.transaction().execute(async (work) => {
      await sql`insert into effect (job, process) values (${of}, ${name})`.execute(work);
      if (how === 'stuck') await new Promise(() => undefined);
      await settle(work);
    });
  },
};
await openJobs({
  url,
  db,
  clock: { now: () => new Date() },
  report: fault,
  kinds: [effect],
  recurring: [],
  upkeep: 1,
});
process.stdout.write('ready\n');

function fault(text: string): void {
  process.stderr.write(`${text}\n`);
}
