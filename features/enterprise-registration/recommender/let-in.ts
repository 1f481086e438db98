import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import {
  createOrganisation,
  lockOrganisation,
} from '@fuchi/record-organisation/organisation-store';
import { appoint, endAppointment } from '@fuchi/record-person/appointment-store';
import type { Registration } from '../registration-store.ts';

/**
 * What follows from an approval: the unit is set up with whoever asked as its administrator; or he takes the place of
 * those who administered it, whose duties end.
 * @returns the unit
 * @throws where a guard that was looked at in the same transaction no longer holds: a fault of the program
 */
export async function letIn(
  work: Work,
  record: Recorder,
  registration: Registration,
  now: Date,
): Promise<string> {
  const organisation =
    registration.purpose === 'new'
      ? await newUnit(work, record, registration, now)
      : await takenOver(work, record, registration, now);
  const appointed = await appoint(work, record, {
    account: registration.account,
    organisation,
    role: 'applicant-admin',
    lines: [],
    from: localDay(now),
    until: undefined,
  });
  if ('refused' in appointed) throw new Error(`not appointed: ${appointed.refused.code}`);
  return organisation;
}

async function newUnit(
  work: Work,
  record: Recorder,
  { name, creditCode, territory }: Registration,
  now: Date,
): Promise<string> {
  const unit = { kind: 'applicant', name, creditCode, territory } as const;
  const id = await createOrganisation(work, record, unit, now);
  if (id === undefined) throw new Error('the code was claimed meanwhile');
  return id;
}

async function takenOver(
  work: Work,
  record: Recorder,
  { organisation = '' }: Registration,
  now: Date,
): Promise<string> {
  await lockOrganisation(work, organisation);
  const earlier = await work
    .selectFrom('appointment')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('role', '=', 'applicant-admin')
    .where('ended_at', 'is', null)
    .execute();
  for (const { id } of earlier) await endAppointment(work, record, id, now);
  return organisation;
}
