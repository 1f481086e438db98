import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Moment } from '@fuchi/record-person/moment';
import type { Round } from '@fuchi/record-round/round';
import type { Regions } from '@fuchi/values/region';
import type { GuideOutcome, GuideTask } from './guide/guide-work.ts';

/** What setting rounds up stands on. */
export interface RoundSetupContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** The guide that ships with the program, and its files: it can be published as it is. */
  readonly guide: CheckedGuide;
  readonly guideFiles: ReadonlyMap<string, string>;
  readonly regions: Regions;
  /** Checks guides in a thread of its own. */
  readonly workOnGuide: (task: GuideTask, asking: Asking) => Promise<GuideOutcome>;
  /** Applications of a round as far as a changed guide may concern them. */
  readonly applicationsOf: ApplicationsOf;
  /** How many applications each line of a round has received. */
  readonly receivedOf: (db: Database, round: string) => Promise<ReadonlyMap<string, number>>;
}

/** An application in progress or handed in. */
export interface RoundApplication {
  readonly id: string;
  /** Who applies, with what. */
  readonly title: string;
  readonly line: string;
  /** Region code of the applicant; null where none is known. */
  readonly territory: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The day it was submitted, or today. */
  readonly asOf: string;
}

export type ApplicationsOf = (
  db: Database,
  round: Round,
  now: Date,
) => Promise<readonly RoundApplication[]>;
