import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { isOrganisationKind, isRole } from '@fuchi/workflow/role';
import {
  type AppointmentRefused,
  type AskedAppointment,
  appointmentRefusal,
  type HeldDuty,
} from './appointment.ts';

/**
 * Gives a duty. The caller's transaction is undone where it is refused.
 * @returns the appointment's id, or why not
 */
export async function appoint(
  work: Work,
  record: Recorder,
  asked: AskedAppointment,
): Promise<{ readonly id: string } | { readonly refused: AppointmentRefused }> {
  const { account, organisation, role, lines, from, until } = asked;
  if (!(await lockAccount(work, account))) return { refused: { code: 'no-account' } };
  const place = await work
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisation)
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (!place || !isOrganisationKind(place.kind)) return { refused: { code: 'no-organisation' } };
  const refused = appointmentRefusal(asked, place.kind, await heldBy(work, account));
  if (refused) return { refused };
  const given = await work
    .insertInto('appointment')
    .values({
      account_id: account,
      organisation_id: organisation,
      role,
      lines: [...lines],
      valid_from: from,
      valid_until: until ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'organisation_id', 'role'])
        .where('ended_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!given) return { refused: { code: 'held-already' } };
  await record({
    subject: { kind: 'account', id: account },
    kind: 'appointed',
    after: { appointment: given.id, organisation, role, lines, from, until },
  });
  return given;
}

/** Takes a duty away, and with it every standing in for it. @returns false when there is none that goes on */
export async function endAppointment(
  work: Work,
  record: Recorder,
  appointment: string,
  now: Date,
): Promise<boolean> {
  const ended = await work
    .updateTable('appointment')
    .set({ ended_at: now })
    .where('id', '=', appointment)
    .where('ended_at', 'is', null)
    .returning(['account_id', 'organisation_id', 'role'])
    .executeTakeFirst();
  if (!ended) return false;
  await work
    .updateTable('delegation')
    .set({ ended_at: now })
    .where('appointment_id', '=', appointment)
    .where('ended_at', 'is', null)
    .execute();
  await record({
    subject: { kind: 'account', id: ended.account_id },
    kind: 'appointment-ended',
    before: { appointment, organisation: ended.organisation_id, role: ended.role },
  });
  return true;
}

/** Duties given to one account at the same time are decided one after the other. */
export async function lockAccount(work: Work, account: string): Promise<boolean> {
  const row = await work
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** All duties that haven't been ended, also past and coming ones, own and stood in for. */
export async function heldBy(work: Work, account: string): Promise<readonly HeldDuty[]> {
  const own = await work
    .selectFrom('appointment')
    .select(['role', 'valid_from', 'valid_until'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  const standIns = await work
    .selectFrom('delegation as d')
    .innerJoin('appointment as a', 'a.id', 'd.appointment_id')
    .select(['a.role', 'd.valid_from', 'd.valid_until'])
    .where('d.to_account_id', '=', account)
    .where('d.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .execute();
  return [...own, ...standIns].flatMap(({ role, valid_from, valid_until }) =>
    isRole(role) ? [{ role, from: valid_from, until: valid_until ?? undefined }] : [],
  );
}
