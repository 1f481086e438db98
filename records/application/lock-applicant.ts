import type { Work } from '@fuchi/platform-server/database/open-database';
import { sql } from 'kysely';
import type { Application } from './application-store.ts';

/** A space of PostgreSQL's advisory locks of its own. */
const APPLICANTS = 7_184;

/**
 * Two applications of one applicant are received one after the other, until the transaction ends: the rule of one
 * project sees the first.
 */
export async function lockApplicant(
  work: Work,
  { organisation }: Pick<Application, 'organisation'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${APPLICANTS}, hashtext(${organisation}))`.execute(work);
}
