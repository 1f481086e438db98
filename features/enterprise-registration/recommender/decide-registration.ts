import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { decide, type Refused } from '@fuchi/workflow/workflow';
import type { DecisionBody } from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';
import { type Registration, registrationFor } from '../registration-store.ts';
import {
  REGISTRATION,
  type RegistrationGuard,
  type RegistrationState,
} from '../registration-workflow.ts';
import { decisionLetter } from './decision-letter.ts';
import { findingsOn } from './findings.ts';
import { letIn } from './let-in.ts';

export type DecideRefused =
  | { readonly code: 'no-such' }
  /** It was corrected since it was read. */
  | { readonly code: 'changed-meanwhile' }
  | Refused<RegistrationGuard>;

/** Decides on a registration that was handed in to the actor's unit; all that follows happens at once or not at all. */
export async function decideRegistration(
  db: Database,
  actor: Actor,
  {
    id,
    decision: { command, said, askedAt },
  }: { readonly id: string; readonly decision: DecisionBody },
  {
    box,
    settings,
    now,
  }: { readonly now: Date; readonly box: SecretBox } & Pick<RegistrationContext, 'settings'>,
): Promise<Changed<void, DecideRefused>> {
  return changeOrRefuse<void, DecideRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const registration = await registrationFor(work, actor, id, true);
      if (!registration) return refuse({ code: 'no-such' });
      if (registration.askedAt.getTime() !== Date.parse(askedAt)) {
        return refuse({ code: 'changed-meanwhile' });
      }
      const { state } = registration;
      const findings = await findingsOn(work, actor, registration, now);
      const decision = decide(REGISTRATION, state, command, { role: actor.role, findings, said });
      if (!decision.ok) return refuse(decision.refused);
      const organisation =
        decision.to === 'approved' ? await letIn(work, record, registration, now) : undefined;
      await keep(work, registration, { to: decision.to, said, organisation }, now);
      await record({
        subject: { kind: 'registration', id },
        kind: decision.event,
        before: { state },
        after: { state: decision.to, ...(said !== '' && { said }), organisation },
      });
      if (settings.letters !== 'none') {
        const letter = decisionLetter(registration, decision.to, said, settings.publicUrl);
        const to = registration.contact.email ?? (await addressOf(work, registration.account));
        if (letter && to !== undefined) await postLetter(work, box, { ...letter, to }, now);
      }
    },
  );
}

async function keep(
  work: Work,
  { id, organisation }: Registration,
  decided: {
    readonly to: RegistrationState;
    readonly said: string;
    readonly organisation: string | undefined;
  },
  now: Date,
): Promise<void> {
  await work
    .updateTable('registration')
    .set({
      state: decided.to,
      reason: decided.said === '' ? null : decided.said,
      decided_at: now,
      organisation_id: decided.organisation ?? organisation ?? null,
    })
    .where('id', '=', id)
    .execute();
}

async function addressOf(work: Work, account: string): Promise<string | undefined> {
  const { email } = await work
    .selectFrom('account')
    .select('email')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return email ?? undefined;
}
