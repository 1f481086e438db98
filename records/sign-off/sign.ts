import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Wording } from '@fuchi/platform-server/wording';
import type { Recorder } from '@fuchi/record-event/change';
import { type SignOffRefused, signOffRefusal, signOffState } from '@fuchi/workflow/sign-off';
import type { Carrying, SignOffCarrier } from './carrier.ts';
import { endSignOff, lockWithSubject } from './lock-with-subject.ts';
import { isOwnStep } from './sign-off-reach.ts';
import { tellNext } from './tell-next.ts';
import { signer, writeSignature } from './write-signature.ts';

export interface Signing {
  readonly id: string;
  readonly agreed: boolean;
  readonly opinion: string;
  /** Of the content that was before the signer's eyes. */
  readonly digest: string;
}

export type SignRefused =
  | SignOffRefused
  | { readonly code: 'no-such' }
  | { readonly code: 'other-content' }
  | { readonly code: 'not-carried-out'; readonly why: Wording };

/**
 * Signs the next step, and carries out what was signed when it was the last. The caller found the sign-off within what
 * the signer may see.
 * @returns the state after it, or why not: the caller undoes the transaction then
 */
export async function sign(
  work: Work,
  record: Recorder,
  carriers: readonly SignOffCarrier[],
  { id, agreed, opinion, digest }: Signing,
  at: Carrying,
): Promise<
  { readonly state: 'waiting' | 'agreed' | 'declined' } | { readonly refused: SignRefused }
> {
  const found = await lockWithSubject(work, carriers, id);
  if (!found) return { refused: { code: 'no-such' } };
  const { signOff, carrier } = found;
  if (signOff.state !== 'waiting') return { refused: { code: 'finished' } };
  if (signOff.digest !== digest) return { refused: { code: 'other-content' } };
  const { chain, signatures, subject } = signOff;
  const step = signatures.length;
  const refused = signOffRefusal(chain, signatures, { ...signer(at.actor), opinion });
  if (refused) return { refused };
  const next = chain.steps[step];
  if (!next || !isOwnStep(at.actor, next, signOff.organisation.id)) {
    return { refused: { code: 'wrong-step-role', step: next?.name ?? '', role: at.actor.role } };
  }
  const written = { id, subject, step, agreed, opinion, digest };
  const signature = await writeSignature(work, record, written, at);
  const state = agreed ? signOffState(chain, [...signatures, signature]).state : 'declined';
  if (state === 'waiting') {
    const { title } = signOff.content;
    const organisation = signOff.organisation.id;
    const signed = [...signatures, signature].flatMap(({ account, holder }) => [account, holder]);
    await tellNext(work, { id, chain, title, organisation, step: step + 1, signed }, at.now);
    return { state };
  }
  await endSignOff(work, id, state, at.now);
  if (state === 'declined') {
    await carrier.ended(work, record, signOff, { state, said: opinion }, at);
    return { state };
  }
  const why = await carrier.agreed(work, record, signOff, at);
  return why ? { refused: { code: 'not-carried-out', why } } : { state };
}
