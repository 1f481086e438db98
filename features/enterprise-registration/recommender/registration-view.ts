import type { Database } from '@fuchi/platform-server/database/open-database';
import { organisationById } from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { maskedEmail, maskedPhone } from '@fuchi/record-person/masked';
import { buttons } from '@fuchi/workflow/workflow';
import { administratorsOf } from '../applicant/claim.ts';
import { placeName } from '../applicant/own-view.ts';
import type { RegistrationView } from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';
import { dueAt } from '../registration-settings.ts';
import { type Registration, registrationFor } from '../registration-store.ts';
import { commandRefusedText } from '../registration-text.ts';
import { REGISTRATION } from '../registration-workflow.ts';
import { scanOf } from '../scan-view.ts';
import { findingsOn } from './findings.ts';
import { registrationChecks } from './registration-checks.ts';

/** A registration as its recommender sees it; undefined where it was handed in to another. */
export async function registrationView(
  { db, guide, regions, registration: settings }: RegistrationContext,
  actor: Actor,
  id: string,
  now: Date,
): Promise<RegistrationView | undefined> {
  const found = await registrationFor(db, actor, id);
  if (!found) return undefined;
  const { state, contact, askedAt } = found;
  const findings = await db.transaction().execute((work) => findingsOn(work, actor, found, now));
  const licence = await scanOf(db, found, 'licence');
  const authorisation = await scanOf(db, found, 'authorisation');
  const open = state === 'submitted';
  return {
    id: found.id,
    state,
    stateName: REGISTRATION.states[state].name,
    purpose: found.purpose,
    creditCode: found.creditCode,
    codeOverride: found.codeOverride ?? null,
    name: found.name,
    territoryName: placeName(regions, found.territory),
    recommenderName: found.recommender.name,
    askedAt: askedAt.toISOString(),
    decidedAt: found.decidedAt?.toISOString() ?? null,
    dueAt: open ? dueAt(askedAt, settings).toISOString() : null,
    reason: found.reason ?? null,
    buttons: buttons(REGISTRATION, state, actor.role, findings).map((button) => ({
      command: button.command,
      name: button.name,
      asks: button.asks ?? null,
      held: button.held ? commandRefusedText(button.held) : null,
    })),
    person: await nameOf(db, found.account),
    contactName: contact.name,
    contactPhone: maskedPhone(contact.phone),
    contactEmail: contact.email === undefined ? null : maskedEmail(contact.email),
    unit: await unitOf(db, found),
    licence: { name: licence.name, size: licence.size, type: licence.type },
    authorisation: { name: authorisation.name, size: authorisation.size, type: authorisation.type },
    checks: open ? await registrationChecks(db, guide, found, now) : [],
  };
}

async function nameOf(db: Database, account: string): Promise<string> {
  const { name } = await db
    .selectFrom('account')
    .select('name')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return name;
}

/** Of a take-over: whose place is taken, in full, since the recommender asks them. */
async function unitOf(
  db: Database,
  { purpose, organisation }: Registration,
): Promise<RegistrationView['unit']> {
  if (purpose !== 'take-over' || organisation === undefined) return null;
  const unit = await organisationById(db, organisation);
  return unit
    ? { name: unit.name, administrators: [...(await administratorsOf(db, organisation))] }
    : null;
}
