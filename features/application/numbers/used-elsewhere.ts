import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Application } from '@fuchi/record-application/application-store';
import { sql } from 'kysely';

/** What the numbers of drafts are kept by. */
export interface UsedKey {
  readonly kind: string;
  readonly key: string;
}

/** A use of such a number. */
export interface Use extends UsedKey {
  /** What stands beside it there; '' where none is known. */
  readonly companion: string;
  /** By the applicant itself. */
  readonly own: boolean;
}

/**
 * Those that an application which was received, in whichever round, holds too. One that was returned holds its numbers
 * while it is mended and finalised anew, until it is given up.
 * @param keys at most a few thousand
 */
export async function usedElsewhere(
  db: Database | Work,
  { id, organisation }: Pick<Application, 'id' | 'organisation'>,
  keys: readonly UsedKey[],
): Promise<readonly Use[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Use>`
    select distinct n.kind, n.key, n.companion, a.organisation_id = ${organisation} as own
    from unnest(
      ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map(({ key }) => key)}::text[]
    ) as asked (kind, key)
    join used_number n on n.kind = asked.kind and n.key = asked.key
    join application a on a.id = n.application_id
    where a.id <> ${id}
      and (a.state in ('submitted', 'returned')
        or (a.returned_at is not null and a.state in ('draft', 'finalised')))`.execute(db);
  return rows;
}
