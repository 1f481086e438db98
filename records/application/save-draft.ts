import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type Application, lockOwnApplication } from './application-store.ts';
import { type ApplicationState, isWritable } from './application-workflow.ts';
import type { FieldSave, SaveReply } from './contract.ts';
import { saveFields } from './draft-store.ts';

export type SaveRefused =
  | { readonly code: 'none' }
  /** Frozen, submitted or given up: nothing is written any more. */
  | { readonly code: 'not-open'; readonly state: ApplicationState }
  /** Fields this application doesn't have, and values that can't be kept. */
  | { readonly code: 'bad-saves'; readonly faults: readonly SaveFault[] };

/** What is wrong with one of the saves. */
export interface SaveFault {
  /** Its place among them, from 0. */
  readonly place: number;
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
}

/** What a save means beyond its fields: told with the transaction that writes them. */
export interface SaveRules {
  /** What keeps saves from being written: then none of them is. */
  readonly faults: (
    work: Work,
    own: Application,
    saves: readonly FieldSave[],
  ) => Promise<readonly SaveFault[]>;
  /** After fields were written: what else hangs on them is kept with them. */
  readonly wrote: (work: Work, own: Application, saves: readonly FieldSave[]) => Promise<void>;
}

/**
 * Writes fields into a draft of an applicant's own. A save that changes nothing, since it came before or both wrote
 * the same, is answered as the first one was and leaves no event.
 */
export async function saveDraft(
  db: Database,
  actor: Actor,
  application: string,
  saves: readonly FieldSave[],
  now: Date,
  rules: SaveRules,
): Promise<
  | { readonly ok: true; readonly value: SaveReply }
  | { readonly ok: false; readonly refused: SaveRefused }
> {
  const done = await changeOrRefuse<SaveReply, SaveRefused | { unchanged: SaveReply }>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const own = await lockOwnApplication(work, actor.organisation.id, application);
      if (!own) return refuse({ code: 'none' });
      if (!isWritable(own.state)) return refuse({ code: 'not-open', state: own.state });
      const faults = await rules.faults(work, own, saves);
      if (faults.length > 0) return refuse({ code: 'bad-saves', faults });
      const writer = { application, account: actor.account };
      const reply = await saveFields(work, record, writer, saves, now);
      if (reply.revision === own.revision) return refuse({ unchanged: reply });
      const stayed = new Set(reply.conflicts.map(({ path }) => path));
      await rules.wrote(
        work,
        own,
        saves.filter(({ path }) => !stayed.has(path)),
      );
      return reply;
    },
  );
  if (done.ok) return done;
  if ('unchanged' in done.refused) return { ok: true, value: done.refused.unchanged };
  return { ok: false, refused: done.refused };
}
