import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type Application, lockOwnApplication } from './application-store.ts';
import type { ApplicationState } from './application-workflow.ts';
import type { FieldSave, SaveReply } from './contract.ts';
import { saveFields } from './draft-store.ts';

export type SaveRefused =
  | { readonly code: 'none' }
  /** Frozen, submitted or given up: nothing is written any more. */
  | { readonly code: 'not-open'; readonly state: ApplicationState }
  /** Names of fields this application doesn't have, by their place in the saves. */
  | { readonly code: 'unknown-fields'; readonly places: readonly number[] };

/** What a save means beyond its fields: told with the transaction that writes them. */
export interface SaveRules {
  /** The places of saves whose field this application doesn't have. */
  readonly unknown: (own: Application, saves: readonly FieldSave[]) => Promise<readonly number[]>;
  /** After fields were written: numbers that may not stand twice are kept with them. */
  readonly wrote: (work: Work, own: Application, saves: readonly FieldSave[]) => Promise<void>;
}

const OPEN: readonly ApplicationState[] = ['draft', 'returned'];

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
      if (!OPEN.includes(own.state)) return refuse({ code: 'not-open', state: own.state });
      const places = await rules.unknown(own, saves);
      if (places.length > 0) return refuse({ code: 'unknown-fields', places });
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
