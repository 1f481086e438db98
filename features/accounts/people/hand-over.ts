import { lockOrganisation } from '@fuchi/record-organisation/organisation-store';
import { isPersonInScope } from '@fuchi/record-organisation/people-store';
import type { AppointmentRefused } from '@fuchi/record-person/appointment';
import { appoint, endAppointment } from '@fuchi/record-person/appointment-store';
import type { Role } from '@fuchi/workflow/role';
import type { Changing } from './changing.ts';

export interface HandingOver {
  /** The colleague's account. */
  readonly to: string;
  /** What whoever hands over stays as; null for nothing. */
  readonly stay: 'filler' | 'submitter' | null;
}

/**
 * The enterprise's administrator hands the administration to a colleague. Of two who hand over at once the second finds
 * that the duty has gone; at no moment is there nobody.
 */
export async function handOver(changing: Changing, { to, stay }: HandingOver): Promise<void> {
  const { work, record, actor, scope, now, day, refuse } = changing;
  if (actor.standsInFor) return refuse({ code: 'stands-in' });
  const unit = await lockOrganisation(work, actor.organisation.id);
  if (unit?.status !== 'active' || to === actor.account) return refuse({ code: 'no-colleague' });
  if (!(await isPersonInScope(work, scope, to))) return refuse({ code: 'no-colleague' });
  const give = async (account: string, role: Role) => {
    const asked = { account, organisation: unit.id, role, lines: [], from: day, until: undefined };
    const given = await appoint(work, record, asked);
    if ('refused' in given && !HELD.includes(given.refused.code)) refuse(given.refused);
  };
  await give(to, 'applicant-admin');
  if (!(await endAppointment(work, record, actor.appointment, now)))
    return refuse({ code: 'no-such' });
  if (stay !== null) await give(actor.account, stay);
  await record({
    subject: { kind: 'organisation', id: unit.id },
    kind: 'administration-handed-over',
    before: { account: actor.account },
    after: { account: to },
  });
}

/** A colleague who is an administrator too remains one. */
const HELD: readonly AppointmentRefused['code'][] = ['held-already'];
