import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';

/** Keeps what came too late: when it came, and the deadline that had passed. */
export async function keepLate(
  db: Database,
  actor: Actor,
  late: {
    readonly id: string;
    readonly version: number;
    readonly arrived: Date;
    readonly deadline: Date;
  },
  now: Date,
): Promise<void> {
  const { id, version, arrived, deadline } = late;
  await change(db, byActor(actor), now, async (work, record) => {
    await work
      .insertInto('late_submission')
      .values({
        application_id: id,
        version,
        came_at: arrived,
        deadline,
        account_id: actor.account,
      })
      .execute();
    await record({
      subject: { kind: 'application', id },
      kind: 'submission-late',
      after: { version, cameAt: arrived.toISOString(), deadline: deadline.toISOString() },
    });
  });
}
