import { lockOrganisation } from '@fuchi/record-organisation/organisation-store';
import { dutyInScope, othersInRole } from '@fuchi/record-organisation/people-store';
import { endAppointment } from '@fuchi/record-person/appointment-store';
import type { Changing } from './changing.ts';
import { leavingRefusal } from './leaving.ts';

/** Ends a duty within the scope. @returns the unit it was in */
export async function endDuty(
  { work, record, actor, scope, now, day, refuse }: Changing,
  appointment: string,
): Promise<string> {
  const duty = await dutyInScope(work, scope, appointment);
  if (!duty) return refuse({ code: 'no-such' });
  // Two last administrators who take each other's duty away see each other.
  await lockOrganisation(work, duty.organisation);
  const { account, organisation, role } = duty;
  const others = await othersInRole(work, { organisation, role, but: account }, day);
  const refused = leavingRefusal({ role, own: account === actor.account, others });
  if (refused) return refuse(refused);
  if (!(await endAppointment(work, record, appointment, now))) return refuse({ code: 'no-such' });
  return organisation;
}
