import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Application } from '@fuchi/record-application/application-store';
import { sql } from 'kysely';

/** A space of PostgreSQL's advisory locks of its own. */
const NUMBERS = 7_185;
/** Few enough that many submissions at once don't fill the table of locks, many enough that they seldom meet. */
const DRAWERS = 64;

/**
 * Two applications with the same number are received one after the other, until the transaction ends: the second sees
 * the first. The locks are taken in one order, so that nobody waits in a circle.
 */
export async function lockNumbers(work: Work, { id }: Pick<Application, 'id'>): Promise<void> {
  const { rows } = await sql<{ drawer: number }>`
    select distinct abs(hashtext(kind || ' ' || key) % ${DRAWERS}::integer) as drawer
    from used_number
    where application_id = ${id}
    order by drawer`.execute(work);
  for (const { drawer } of rows) {
    await sql`select pg_advisory_xact_lock(${NUMBERS}, ${drawer})`.execute(work);
  }
}
