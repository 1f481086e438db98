import { ROLES, type Role } from '@fuchi/workflow/role';

/** Roles somebody always has to hold: without him nobody could set the unit's people up, or see to the portal. */
const SOMEBODY_REMAINS: readonly Role[] = [
  'applicant-admin',
  'system-admin',
  'security-admin',
  'audit-admin',
];

export type LeavingRefused =
  | { readonly code: 'own-duty' }
  | { readonly code: 'last-one'; readonly role: Role };

/** Somebody's duty that is to end. */
export interface Leaving {
  readonly role: Role;
  /** It is the duty of whoever ends it. */
  readonly own: boolean;
  /** How many others hold the same in the unit. */
  readonly others: number;
}

/** Whether a duty may be ended: nobody takes away his own, and the last administrator stays. */
export function leavingRefusal({ role, own, others }: Leaving): LeavingRefused | undefined {
  if (own) return { code: 'own-duty' };
  return others === 0 && SOMEBODY_REMAINS.includes(role) ? { code: 'last-one', role } : undefined;
}

export type DisablingRefused =
  | { readonly code: 'own-account' }
  | { readonly code: 'last-one'; readonly role: Role };

/**
 * Whether an account may be disabled. An enterprise whose only administrator is shut out gets another one by taking
 * over; the portal without one of its three administrators would get none.
 */
export function disablingRefusal(
  own: boolean,
  duties: readonly { readonly role: Role; readonly others: number }[],
): DisablingRefused | undefined {
  if (own) return { code: 'own-account' };
  const last = duties.find(
    ({ role, others }) => ROLES[role].of === 'administration' && others === 0,
  );
  return last && { code: 'last-one', role: last.role };
}

/**
 * Whether somebody may have a link made with which another sets a new password. Who leads a unit may for its people as
 * long as they are nothing else: whoever holds the link could otherwise act where he has no say.
 * @param duties all that the account holds
 */
export function mayMakeLink(
  scope: { readonly organisation: string | undefined; readonly roles: readonly Role[] },
  own: boolean,
  duties: readonly { readonly organisation: string; readonly role: Role }[],
): boolean {
  if (own) return false;
  if (scope.organisation === undefined) return true;
  return (
    duties.length > 0 &&
    duties.every(
      (duty) => duty.organisation === scope.organisation && scope.roles.includes(duty.role),
    )
  );
}
