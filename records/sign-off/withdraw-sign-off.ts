import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { Carrying, SignOffCarrier } from './carrier.ts';
import { endSignOff, lockWithSubject } from './lock-with-subject.ts';
import type { SignOff } from './sign-off.ts';

/**
 * Takes back what waits: those who prepare such things in the office whose affair it is.
 * @returns false where nothing of theirs waits
 */
export async function withdrawSignOff(
  work: Work,
  record: Recorder,
  carriers: readonly SignOffCarrier[],
  { id, said }: { readonly id: string; readonly said: string },
  at: Carrying,
): Promise<boolean> {
  const found = await lockWithSubject(work, carriers, id);
  if (!found) return false;
  const { signOff, carrier } = found;
  if (!mayWithdraw(signOff, at.actor)) return false;
  await endSignOff(work, id, 'withdrawn', at.now);
  await record({
    subject: signOff.subject,
    kind: 'sign-off-withdrawn',
    after: { signOff: id, command: signOff.command, reason: said },
  });
  await carrier.ended(work, record, signOff, { state: 'withdrawn', said }, at);
  return true;
}

/** Whether somebody may take a sign-off back as it stands. */
export function mayWithdraw(
  { state, organisation, chain }: SignOff,
  { role, organisation: own }: Carrying['actor'],
): boolean {
  return state === 'waiting' && organisation.id === own.id && chain.steps[0]?.role === role;
}
