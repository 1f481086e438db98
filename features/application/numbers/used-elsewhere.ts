import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Application } from '@fuchi/record-application/application-store';
import { sql } from 'kysely';

/** What the numbers of drafts are kept by. */
export interface UsedKey {
  readonly kind: string;
  readonly key: string;
}

/**
 * Those that an application which was received, in whichever round, holds too. One that was returned holds its numbers
 * while it is mended and finalised anew, until it is given up.
 * @param by whose applications: any other one, or only other applicants'
 * @returns `kind key` of each
 */
export async function usedElsewhere(
  db: Database | Work,
  { id, organisation }: Pick<Application, 'id' | 'organisation'>,
  keys: readonly UsedKey[],
  by: 'anybody' | 'others',
): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<UsedKey>`
    select distinct n.kind, n.key
    from unnest(
      ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map(({ key }) => key)}::text[]
    ) as asked (kind, key)
    join used_number n on n.kind = asked.kind and n.key = asked.key
    join application a on a.id = n.application_id
    where a.id <> ${id}
      and (a.state in ('submitted', 'returned')
        or (a.returned_at is not null and a.state in ('draft', 'finalised')))
      and (${by === 'anybody'} or a.organisation_id <> ${organisation})`.execute(db);
  return rows.map(({ kind, key }) => `${kind} ${key}`);
}
