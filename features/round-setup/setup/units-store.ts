import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Organisation } from '@fuchi/record-organisation/organisation';
import { organisationOf, organisations } from '@fuchi/record-organisation/organisation-store';
import { sql } from 'kysely';

/** More than there are offices and recommenders. */
const MOST = 2000;

/** Offices and recommenders there are today, by place and name. */
export async function unitsOfRounds(db: Database | Work): Promise<readonly Organisation[]> {
  const rows = await organisations(db)
    .where('organisation.kind', 'in', ['office', 'recommender'])
    .where('organisation.status', '=', 'active')
    .orderBy('organisation.territory')
    .orderBy(sql`organisation.department`, 'desc')
    .orderBy('organisation.name')
    .limit(MOST)
    .execute();
  return rows.map(organisationOf);
}

/** Names of organisations, those that were closed too. */
export async function organisationNames(
  db: Database | Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Of some ids those that are, or were, recommenders. */
export async function knownRecommenders(
  db: Database | Work,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', '=', 'recommender')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
