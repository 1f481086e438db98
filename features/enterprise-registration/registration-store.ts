import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import type { Draft } from './contract.ts';
import { isRegistrationState, type RegistrationState } from './registration-workflow.ts';

/** A registration as it is kept. Telephone and e-mail are in full: whoever replies masks them. */
export interface Registration {
  readonly id: string;
  readonly account: string;
  readonly state: RegistrationState;
  readonly purpose: Draft['purpose'];
  readonly creditCode: string;
  readonly codeOverride: string | undefined;
  readonly name: string;
  readonly territory: string;
  readonly recommender: { readonly id: string; readonly name: string };
  /** The unit to be taken over, or the one that was set up when it was approved. */
  readonly organisation: string | undefined;
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly email: string | undefined;
  };
  /** Ids of uploads. */
  readonly licence: string;
  readonly authorisation: string;
  readonly reason: string | undefined;
  readonly askedAt: Date;
  readonly decidedAt: Date | undefined;
}

/** The last registration somebody handed in; locked for whoever changes it. */
export async function lastOf(
  db: Database | Work,
  account: string,
  lock = false,
): Promise<Registration | undefined> {
  const query = registrations(db)
    .where('r.account_id', '=', account)
    .orderBy('r.id', 'desc')
    .limit(1);
  const row = await (lock ? query.forUpdate('r') : query).executeTakeFirst();
  return row && registrationOf(row);
}

/** One that was handed in to the actor's own unit; any other isn't there for him. */
export async function registrationFor(
  db: Database | Work,
  actor: Actor,
  id: string,
  lock = false,
): Promise<Registration | undefined> {
  const query = registrationsFor(db, actor).where('r.id', '=', id);
  const row = await (lock ? query.forUpdate('r') : query).executeTakeFirst();
  return row && registrationOf(row);
}

/** All that were handed in to the actor's own unit, where it is a recommender. */
export function registrationsFor(db: Database | Work, { role, organisation }: Actor) {
  const recommends = role === 'recommender-handler' || role === 'recommender-lead';
  return registrations(db).where('r.recommender_id', '=', recommends ? organisation.id : null);
}

export function registrations(db: Database | Work) {
  return db
    .selectFrom('registration as r')
    .innerJoin('organisation as recommender', 'recommender.id', 'r.recommender_id')
    .select([
      'r.id',
      'r.account_id as account',
      'r.state',
      'r.purpose',
      'r.credit_code as creditCode',
      'r.code_override as codeOverride',
      'r.name',
      'r.territory',
      'r.recommender_id as recommenderId',
      'recommender.name as recommenderName',
      'r.organisation_id as organisation',
      'r.contact_name as contactName',
      'r.contact_phone as contactPhone',
      'r.contact_email as contactEmail',
      'r.licence_upload_id as licence',
      'r.authorisation_upload_id as authorisation',
      'r.reason',
      'r.asked_at as askedAt',
      'r.decided_at as decidedAt',
    ]);
}

export type RegistrationRow = Awaited<
  ReturnType<ReturnType<typeof registrations>['execute']>
>[number];

export function registrationOf(row: RegistrationRow): Registration {
  if (!isRegistrationState(row.state)) throw new Error(`a registration in no state: ${row.state}`);
  const { recommenderId, recommenderName, contactName, contactPhone, contactEmail, ...rest } = row;
  return {
    ...rest,
    state: row.state,
    purpose: row.purpose === 'take-over' ? 'take-over' : 'new',
    codeOverride: row.codeOverride ?? undefined,
    recommender: { id: recommenderId, name: recommenderName },
    organisation: row.organisation ?? undefined,
    contact: { name: contactName, phone: contactPhone, email: contactEmail ?? undefined },
    reason: row.reason ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
  };
}
