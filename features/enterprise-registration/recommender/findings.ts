import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import {
  organisationByCode,
  organisationById,
} from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { appointmentRefusal } from '@fuchi/record-person/appointment';
import { heldBy } from '@fuchi/record-person/appointment-store';
import { ROLES } from '@fuchi/workflow/role';
import type { Findings } from '@fuchi/workflow/workflow';
import type { Registration } from '../registration-store.ts';
import type { RegistrationGuard } from '../registration-workflow.ts';

type Facts = Readonly<Record<string, string>> | undefined;

/** What stands against deciding on a registration, or for it: every guard looked at. */
export async function findingsOn(
  work: Work,
  actor: Actor,
  registration: Registration,
  now: Date,
): Promise<Findings<RegistrationGuard>> {
  const { account, purpose, creditCode, organisation } = registration;
  const own = [actor.account, actor.standsInFor?.account].includes(account);
  return {
    'not-own': own ? {} : undefined,
    'code-free': purpose === 'new' ? await holder(work, creditCode) : undefined,
    'unit-there': purpose === 'take-over' ? await gone(work, organisation) : undefined,
    'person-free': await bound(work, registration, now),
  };
}

async function holder(work: Work, creditCode: string): Promise<Facts> {
  const unit = await organisationByCode(work, creditCode);
  return unit && { name: unit.name };
}

async function gone(work: Work, organisation: string | undefined): Promise<Facts> {
  const unit = organisation === undefined ? undefined : await organisationById(work, organisation);
  return unit?.status === 'active' ? undefined : {};
}

/** An account that was closed, an administrator's duty, or the very duty that is asked for. */
async function bound(
  work: Work,
  { account, organisation }: Registration,
  now: Date,
): Promise<Facts> {
  const person = await work
    .selectFrom('account')
    .select('status')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  if (person.status !== 'active') return {};
  const asked = {
    role: 'applicant-admin',
    from: localDay(now),
    until: undefined,
    lines: [],
  } as const;
  const refused = appointmentRefusal(asked, 'applicant', await heldBy(work, account));
  if (refused?.code === 'two-people') return { role: ROLES[refused.held].name };
  if (organisation === undefined) return undefined;
  const held = await work
    .selectFrom('appointment')
    .select('id')
    .where('account_id', '=', account)
    .where('organisation_id', '=', organisation)
    .where('role', '=', 'applicant-admin')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return held && {};
}
