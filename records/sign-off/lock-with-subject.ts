import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Subject } from '@fuchi/record-event/event';
import { carrierOf, type SignOffCarrier } from './carrier.ts';
import type { SignOff } from './sign-off.ts';
import { lockSignOff } from './sign-off-store.ts';

/** A sign-off and what it is about, locked in the order in which everybody locks them. */
export async function lockWithSubject(
  work: Work,
  carriers: readonly SignOffCarrier[],
  id: string,
): Promise<{ readonly signOff: SignOff; readonly carrier: SignOffCarrier } | undefined> {
  const row = await work
    .selectFrom('sign_off')
    .select(['subject_kind', 'subject_id', 'command'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const subject = { kind: row.subject_kind, id: row.subject_id } as Subject;
  const carrier = carrierOf(carriers, { subject, command: row.command });
  await carrier.lock(work, subject.id);
  const signOff = await lockSignOff(work, id);
  return signOff && { signOff, carrier };
}

/** It waits no longer. */
export async function endSignOff(
  work: Work,
  id: string,
  state: 'agreed' | 'declined' | 'withdrawn',
  now: Date,
): Promise<void> {
  await work
    .updateTable('sign_off')
    .set({ state, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
