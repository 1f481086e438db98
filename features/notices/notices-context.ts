import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Moment } from '@fuchi/record-person/moment';

/** What notices stand on. */
export interface NoticesContext {
  readonly db: Database;
  readonly moment: () => Moment;
  readonly settings: {
    /** Whether letters are sent, shown in the demonstration, or can't be sent. */
    readonly letters: 'sent' | 'shown' | 'none';
    /** Whether short messages are sent. */
    readonly sms: boolean;
  };
}
