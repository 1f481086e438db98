import type { Database } from '@fuchi/platform-server/database/open-database';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { lockOwnApplication } from './application-store.ts';
import { type ApplicationState, isWritable } from './application-workflow.ts';
import type { FieldSave } from './contract.ts';
import { saveFields } from './draft-store.ts';

/**
 * Keeps what came back from a third party beside the draft's own figures, as the server read it.
 * @returns the state in which nothing is kept any more; undefined where it was kept, or stood there before
 */
export async function keepConfirmed(
  db: Database,
  actor: Actor,
  application: string,
  saves: readonly FieldSave[],
  now: Date,
): Promise<ApplicationState | undefined> {
  const done = await changeOrRefuse<void, ApplicationState | 'unchanged'>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const own = await lockOwnApplication(work, actor.organisation.id, application);
      if (!own) throw new Error(`application ${application} was there a moment ago`);
      if (!isWritable(own.state)) return refuse(own.state);
      const writer = { application, account: actor.account };
      const { revision } = await saveFields(work, record, writer, saves, now);
      return revision === own.revision ? refuse('unchanged') : undefined;
    },
  );
  return done.ok || done.refused === 'unchanged' ? undefined : done.refused;
}
