import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Moment } from '@fuchi/record-person/moment';

/** What the trail's routes stand on. */
export interface TrailContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** The guide that ships with the program, for names of lines. */
  readonly guide: CheckedGuide;
}
