import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';

export interface Doing {
  readonly id: string;
  readonly at: Date;
  /** The event's kind: `register-imported`. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

const MOST = 8;
/** Coming and going is seen on one's account; here it would push out what was done. */
const COMING_AND_GOING = [
  'signed-in',
  'signed-on',
  'signed-out',
  'second-factor-given',
  'duty-chosen',
];

/** What somebody did last, the newest first: his own events and nobody else's. */
export async function ownDoings(db: Database, actor: Actor): Promise<readonly Doing[]> {
  return db
    .selectFrom('event')
    .select(['id', 'at', 'kind', 'subject_kind as subjectKind', 'subject_id as subjectId'])
    .where('account_id', '=', actor.account)
    .where('kind', 'not in', COMING_AND_GOING)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}
