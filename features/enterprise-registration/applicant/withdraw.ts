import type { Database } from '@fuchi/platform-server/database/open-database';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { decide, type Refused } from '@fuchi/workflow/workflow';
import type { PersonAtHand } from '../registration-context.ts';
import { lastOf } from '../registration-store.ts';
import { REGISTRATION, type RegistrationGuard } from '../registration-workflow.ts';

/** Takes one's own registration back, as long as nobody decided on it. */
export async function withdrawRegistration(
  db: Database,
  { account, by }: PersonAtHand,
  now: Date,
): Promise<Changed<void, Refused<RegistrationGuard> | { readonly code: 'no-such' }>> {
  return changeOrRefuse(db, by, now, async (work, record, refuse) => {
    const last = await lastOf(work, account, true);
    if (!last) return refuse({ code: 'no-such' });
    const { id, state } = last;
    const given = { role: 'applicant-admin', findings: {}, said: '' } as const;
    const decision = decide(REGISTRATION, state, 'withdraw', given);
    if (!decision.ok) return refuse(decision.refused);
    await work
      .updateTable('registration')
      .set({ state: decision.to, decided_at: now })
      .where('id', '=', id)
      .execute();
    await record({
      subject: { kind: 'registration', id },
      kind: decision.event,
      before: { state },
      after: { state: decision.to },
    });
  });
}
