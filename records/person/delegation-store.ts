import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { isRole } from '@fuchi/workflow/role';
import { type AppointmentRefused, separationRefusal } from './appointment.ts';
import { heldBy, lockAccount } from './appointment-store.ts';

/** 代办: somebody stands in for a duty on some days, both of which count. */
export interface AskedDelegation {
  /** Whose duty it is, and which. */
  readonly holder: string;
  readonly appointment: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

export type DelegationRefused =
  | AppointmentRefused
  | { readonly code: 'no-appointment' }
  | { readonly code: 'to-oneself' }
  | { readonly code: 'elsewhere' }
  | { readonly code: 'delegated-already'; readonly from: string; readonly until: string };

/**
 * Lets somebody of the same organisation stand in. A duty has one stand-in at a time, and what is stood in for can't be
 * passed on.
 * @returns the delegation's id, or why not
 */
export async function delegate(
  work: Work,
  record: Recorder,
  asked: AskedDelegation,
  now: Date,
): Promise<{ readonly id: string } | { readonly refused: DelegationRefused }> {
  const { holder, appointment, to, from, until, reason } = asked;
  if (holder === to) return { refused: { code: 'to-oneself' } };
  if (until < from) return { refused: { code: 'ends-before-it-begins' } };
  if (!(await lockAccount(work, to))) return { refused: { code: 'no-account' } };
  const duty = await work
    .selectFrom('appointment')
    .select(['role', 'organisation_id'])
    .where('id', '=', appointment)
    .where('account_id', '=', holder)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!duty || !isRole(duty.role)) return { refused: { code: 'no-appointment' } };
  const colleague = await work
    .selectFrom('appointment')
    .select('id')
    .where('account_id', '=', to)
    .where('organisation_id', '=', duty.organisation_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!colleague) return { refused: { code: 'elsewhere' } };
  const other = await work
    .selectFrom('delegation')
    .select(['valid_from', 'valid_until'])
    .where('appointment_id', '=', appointment)
    .where('ended_at', 'is', null)
    .where('valid_from', '<=', until)
    .where('valid_until', '>=', from)
    .executeTakeFirst();
  if (other) {
    const { valid_from, valid_until } = other;
    return { refused: { code: 'delegated-already', from: valid_from, until: valid_until } };
  }
  const refused = separationRefusal({ role: duty.role, from, until }, await heldBy(work, to));
  if (refused) return { refused };
  const given = await work
    .insertInto('delegation')
    .values({
      appointment_id: appointment,
      to_account_id: to,
      valid_from: from,
      valid_until: until,
      reason,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record({
    subject: { kind: 'account', id: holder },
    kind: 'delegated',
    after: { delegation: given.id, appointment, role: duty.role, to, from, until, reason },
  });
  return given;
}

/** Ends a standing in before its last day. @returns false when the holder has none such */
export async function endDelegation(
  work: Work,
  record: Recorder,
  { holder, delegation }: { readonly holder: string; readonly delegation: string },
  now: Date,
): Promise<boolean> {
  const ended = await work
    .updateTable('delegation as d')
    .from('appointment as a')
    .set({ ended_at: now })
    .whereRef('a.id', '=', 'd.appointment_id')
    .where('a.account_id', '=', holder)
    .where('d.id', '=', delegation)
    .where('d.ended_at', 'is', null)
    .returning(['d.to_account_id', 'd.appointment_id'])
    .executeTakeFirst();
  if (!ended) return false;
  await record({
    subject: { kind: 'account', id: holder },
    kind: 'delegation-ended',
    before: { delegation, appointment: ended.appointment_id, to: ended.to_account_id },
  });
  return true;
}

export interface KeptDelegation {
  readonly id: string;
  readonly appointment: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Who stands in for an account's duties, now or on a day to come. */
export async function delegationsOf(
  db: Database,
  holder: string,
  day: string,
): Promise<readonly KeptDelegation[]> {
  return db
    .selectFrom('delegation as d')
    .innerJoin('appointment as a', 'a.id', 'd.appointment_id')
    .innerJoin('account as other', 'other.id', 'd.to_account_id')
    .select([
      'd.id',
      'd.appointment_id as appointment',
      'other.name as to',
      'd.valid_from as from',
      'd.valid_until as until',
      'd.reason',
    ])
    .where('a.account_id', '=', holder)
    .where('d.ended_at', 'is', null)
    .where('d.valid_until', '>=', day)
    .orderBy('d.valid_from')
    .orderBy('d.id')
    .execute();
}
