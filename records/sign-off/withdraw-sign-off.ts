import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { Carrying, SignOffCarrier } from './carrier.ts';
import { endSignOff, lockWithSubject } from './lock-with-subject.ts';

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
  if (found?.signOff.state !== 'waiting') return false;
  const { signOff, carrier } = found;
  const { organisation, role } = at.actor;
  if (signOff.organisation.id !== organisation.id) return false;
  if (signOff.chain.steps[0]?.role !== role) return false;
  await endSignOff(work, id, 'withdrawn', at.now);
  await record({
    subject: signOff.subject,
    kind: 'sign-off-withdrawn',
    after: { signOff: id, command: signOff.command, reason: said },
  });
  await carrier.ended(work, record, signOff, { state: 'withdrawn', said }, at);
  return true;
}
