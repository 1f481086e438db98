import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { ClockKind } from '@fuchi/record-round/contract';
import { roundRecommenders } from '@fuchi/record-round/round-recommender-store';
import type { Application } from './application-store.ts';

/** The clock it is submitted by: the applicant's; once it was returned the one by which the recommender reports. */
export async function submissionClock(
  db: Database | Work,
  { returnedAt, recommender, round }: Pick<Application, 'returnedAt' | 'recommender' | 'round'>,
): Promise<ClockKind> {
  if (returnedAt === null || recommender === null) return 'applicant';
  const register = await roundRecommenders(db, round);
  const own = register.find(({ organisation }) => organisation === recommender);
  return own?.through === null ? 'city' : 'county';
}
