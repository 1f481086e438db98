import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Application } from './application-store.ts';
import { applicationsOfRound } from './application-store.ts';
import { entryOfFields } from './contract-entry.ts';
import { listsOf } from './contract-judge.ts';
import { ownFacts } from './contract-statement.ts';
import { draftOf } from './draft-store.ts';
import { type Settler, settledFacts } from './settled-facts.ts';

/** An application as an assessment takes it. */
export interface AssessableApplication {
  readonly application: Application;
  /** Where the applicant is registered. */
  readonly territory: string | null;
  /** What is told, with what others settled in its place. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Every application of a round that wasn't given up, with what is told in it: for what a change of the round does to
 * them, which is worked out for all. Whoever shows it decides whose names may be seen.
 */
export async function assessableApplications(
  db: Database,
  round: string,
  guide: CheckedGuide,
  settlers: readonly Settler[],
  now: Date,
): Promise<readonly AssessableApplication[]> {
  const found: AssessableApplication[] = [];
  for (const { application, territory } of await applicationsOfRound(db, round)) {
    const fields = await draftOf(db, application.id);
    const entry = entryOfFields(fields, (fact) => listsOf(guide, fact));
    const settled = await settledFacts(settlers, db, guide, application, now);
    const others = Object.fromEntries(settled.map(({ fact, value }) => [fact, value]));
    found.push({ application, territory, facts: { ...ownFacts(guide, entry), ...others } });
  }
  return found;
}
