import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Application } from './application-store.ts';

/** A fact that isn't the applicant's to tell. */
export interface SettledFact {
  readonly fact: string;
  /** As an assessment takes it: with its source. */
  readonly value: unknown;
  /** As a page shows it. */
  readonly text: string;
  readonly source: string;
}

/** One who settles facts: a register, the recommender's statements. */
export type Settler = (
  db: Database | Work,
  guide: CheckedGuide,
  application: Application,
  now: Date,
) => Promise<readonly SettledFact[]>;

/**
 * What others settled for an application, each fact once: the first of the settlers that knows it.
 * @example const settled = await settledFacts([registers, statements], db, guide, application, now);
 */
export async function settledFacts(
  settlers: readonly Settler[],
  db: Database | Work,
  guide: CheckedGuide,
  application: Application,
  now: Date,
): Promise<readonly SettledFact[]> {
  const known = new Map<string, SettledFact>();
  for (const settler of settlers) {
    for (const fact of await settler(db, guide, application, now)) {
      if (!known.has(fact.fact)) known.set(fact.fact, fact);
    }
  }
  return [...known.values()];
}
