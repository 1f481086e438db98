import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { Subject } from '@fuchi/record-event/event';
import type { Signature } from '@fuchi/workflow/sign-off';
import type { Carrying } from './carrier.ts';

/** What one person says at one step of a sign-off. */
export interface Written {
  readonly id: string;
  readonly subject: Subject;
  readonly step: number;
  readonly agreed: boolean;
  readonly opinion: string;
  readonly digest: string;
}

/** Writes a signature down, with its event. @returns it, as the chain reads it */
export async function writeSignature(
  work: Work,
  record: Recorder,
  { id, subject, step, agreed, opinion, digest }: Written,
  { actor, now }: Carrying,
): Promise<Signature> {
  const { account, holder, role } = signer(actor);
  await work
    .insertInto('signature')
    .values({
      sign_off_id: id,
      step,
      agreed,
      opinion,
      account_id: account,
      holder_id: holder,
      role,
      organisation_id: actor.organisation.id,
      signed_on: localDay(now),
      signed_at: now,
    })
    .execute();
  await record({
    subject,
    kind: agreed ? 'signed' : 'sign-off-declined',
    after: { signOff: id, step, opinion, digest },
  });
  return { step, agreed, opinion, account, holder, date: localDay(now) };
}

/** As whom somebody signs. */
export function signer({ role, account, standsInFor }: Carrying['actor']) {
  return { role, account, holder: standsInFor?.account ?? account };
}
