import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { RoundRecommender } from './contract.ts';

/** A recommender of a round, as lists show it. */
export interface ListedRecommender extends RoundRecommender {
  readonly name: string;
  readonly throughName: string | null;
  readonly department: string | null;
  /** false where the unit was closed since. */
  readonly active: boolean;
}

/** Who recommends in a round, by place, 工信 before 财政. */
export async function roundRecommenders(
  db: Database | Work,
  round: string,
): Promise<readonly ListedRecommender[]> {
  const rows = await db
    .selectFrom('round_recommender as r')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('organisation as t', 't.id', 'r.through_id')
    .select([
      'r.organisation_id as organisation',
      'r.territory',
      'r.through_id as through',
      'o.name',
      't.name as throughName',
      'o.department',
      'o.status',
    ])
    .where('r.round_id', '=', round)
    .orderBy('r.territory')
    .orderBy('o.department', 'desc')
    .orderBy('r.organisation_id')
    .execute();
  return rows.map(({ status, ...row }) => ({ ...row, active: status === 'active' }));
}

/** Puts another register in the place of a round's: whoever changes the round, which is locked, writes the event. */
export async function setRoundRecommenders(
  work: Work,
  round: string,
  recommenders: readonly RoundRecommender[],
): Promise<void> {
  await work.deleteFrom('round_recommender').where('round_id', '=', round).execute();
  if (recommenders.length === 0) return;
  await work
    .insertInto('round_recommender')
    .values(
      recommenders.map(({ organisation, territory, through }) => ({
        round_id: round,
        organisation_id: organisation,
        territory,
        through_id: through,
      })),
    )
    .execute();
}
