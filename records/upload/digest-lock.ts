import type { Work } from '@fuchi/platform-server/database/open-database';
import { sql } from 'kysely';

/** A space of PostgreSQL's advisory locks of its own. */
const DIGESTS = 7_182;

/** Whoever lays a file under a digest and whoever takes one away do so one after the other, until the transaction ends. */
export async function demandDigest(work: Work, digest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DIGESTS}, hashtext(${digest}))`.execute(work);
}
