import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { Subject } from '@fuchi/record-event/event';
import { canonicalJson, sm3 } from '@fuchi/record-event/event-digest';
import { type SignOffChain, type SignOffRefused, signOffRefusal } from '@fuchi/workflow/sign-off';
import type { Carrying } from './carrier.ts';
import type { SignOffContent } from './contract.ts';
import { isOwnStep } from './sign-off-reach.ts';
import { tellNext } from './tell-next.ts';
import { signer, writeSignature } from './write-signature.ts';

export interface NewSignOff {
  readonly subject: Subject;
  readonly command: string;
  readonly chain: SignOffChain;
  readonly content: SignOffContent;
  /** Of the first step, where whoever begins holds it. */
  readonly opinion: string;
}

export type BeginRefused = SignOffRefused | { readonly code: 'waiting-already' };

/** What everybody signs. @example contentDigest(content) // 64 hexadecimal digits */
export function contentDigest(content: SignOffContent): string {
  return sm3(canonicalJson(content));
}

/**
 * Lets something wait for its chain. Where the first step is that of whoever begins, he signs it by beginning. The
 * caller has locked what it is about.
 * @returns its id, or why not: the caller undoes the transaction then
 */
export async function beginSignOff(
  work: Work,
  record: Recorder,
  { subject, command, chain, content, opinion }: NewSignOff,
  at: Carrying,
): Promise<{ readonly id: string } | { readonly refused: BeginRefused }> {
  const { actor, now } = at;
  const digest = contentDigest(content);
  const made = await work
    .insertInto('sign_off')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      command,
      chain: JSON.stringify(chain),
      content: JSON.stringify(content),
      content_digest: digest,
      begun_by: actor.account,
      organisation_id: actor.organisation.id,
      begun_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return { refused: { code: 'waiting-already' } };
  await record({
    subject,
    kind: 'sign-off-begun',
    after: { signOff: made.id, command, title: content.title, digest, reason: content.reason },
  });
  const [first] = chain.steps;
  // A chain of one step would be carried out by whoever begins it: nobody decides alone.
  if (!first || chain.steps.length < 2) throw new Error(`the chain ${chain.id} has no second step`);
  const isFirst = isOwnStep(actor, first, actor.organisation.id);
  if (isFirst) {
    const refused = signOffRefusal(chain, [], { ...signer(actor), opinion });
    if (refused) return { refused };
    await writeSignature(
      work,
      record,
      { id: made.id, subject, step: 0, agreed: true, opinion, digest },
      at,
    );
  }
  await tellNext(
    work,
    {
      id: made.id,
      chain,
      title: content.title,
      organisation: actor.organisation.id,
      step: isFirst ? 1 : 0,
      signed: isFirst ? [actor.account, actor.standsInFor?.account ?? actor.account] : [],
    },
    now,
  );
  return { id: made.id };
}
