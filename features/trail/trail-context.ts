import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Moment } from '@fuchi/record-person/moment';

/** What the trail's routes stand on. */
export interface TrailContext {
  readonly db: Database;
  readonly moment: () => Moment;
}
