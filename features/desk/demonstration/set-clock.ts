import type { Database } from '@fuchi/platform-server/database/open-database';
import { advanceClock, type ClockRefused } from '@fuchi/platform-server/portal-mode/portal-state';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import type { Moment } from '@fuchi/record-person/moment';

/** Further at once is a slip of the hand, which nobody could take back. */
const FURTHEST_DAYS = 366;

export type SetClockRefused = ClockRefused | { readonly code: 'too-far' };

/** Sets the demonstration's clock on, for everybody and for good; its event stands at the moment it left. */
export async function setClock(
  db: Database,
  actor: Actor,
  to: Date,
  { machine, now }: Moment,
): Promise<Changed<void, SetClockRefused>> {
  return changeOrRefuse<void, SetClockRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const done = await advanceClock(work, to, machine);
      if ('refused' in done) return refuse(done.refused);
      if (to.getTime() - done.before.getTime() > FURTHEST_DAYS * 86_400_000) {
        return refuse({ code: 'too-far' });
      }
      await record({
        subject: { kind: 'system', id: 'portal' },
        kind: 'clock-advanced',
        before: { moment: done.before.toISOString() },
        after: { moment: to.toISOString() },
      });
    },
  );
}
