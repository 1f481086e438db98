import { conflictOf, type OrganisationKind, ROLES, type Role } from '@fuchi/workflow/role';

/** An appointment that is to be given. Days as 2022-03-16, both count. */
export interface AskedAppointment {
  readonly account: string;
  readonly organisation: string;
  readonly role: Role;
  /** Lines the duty is limited to; empty for all of the organisation's. */
  readonly lines: readonly string[];
  readonly from: string;
  /** undefined: until it is ended. */
  readonly until: string | undefined;
}

/** A duty somebody holds or stands in for, and when. */
export interface HeldDuty {
  readonly role: Role;
  readonly from: string;
  readonly until: string | undefined;
}

export type AppointmentRefused =
  | { readonly code: 'no-account' }
  | { readonly code: 'no-organisation' }
  | { readonly code: 'ends-before-it-begins' }
  | { readonly code: 'wrong-organisation'; readonly role: Role; readonly of: OrganisationKind }
  | { readonly code: 'lines-without-need'; readonly role: Role }
  | { readonly code: 'held-already' }
  | { readonly code: 'two-people'; readonly role: Role; readonly held: Role };

/** Whether a duty may be given, as far as the duty itself tells. */
export function appointmentRefusal(
  asked: Pick<AskedAppointment, 'role' | 'from' | 'until' | 'lines'>,
  kind: OrganisationKind,
  held: readonly HeldDuty[],
): AppointmentRefused | undefined {
  const { role, lines } = asked;
  if (asked.until !== undefined && asked.until < asked.from)
    return { code: 'ends-before-it-begins' };
  if (ROLES[role].of !== kind) return { code: 'wrong-organisation', role, of: ROLES[role].of };
  if (lines.length > 0 && ROLES[role].reach !== 'lines')
    return { code: 'lines-without-need', role };
  return separationRefusal({ role, from: asked.from, until: asked.until }, held);
}

/** Who keeps accounts, security and the trail are three people: at no time does one person hold two of them. */
export function separationRefusal(
  asked: HeldDuty,
  held: readonly HeldDuty[],
): AppointmentRefused | undefined {
  const atTheSameTime = held.filter((duty) => overlap(duty, asked)).map((duty) => duty.role);
  const other = conflictOf(atTheSameTime, asked.role);
  return other && { code: 'two-people', role: asked.role, held: other };
}

function overlap(a: HeldDuty, b: HeldDuty): boolean {
  return (
    (b.until === undefined || a.from <= b.until) && (a.until === undefined || b.from <= a.until)
  );
}
