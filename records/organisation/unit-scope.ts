import type { Actor } from '@fuchi/record-person/actor';
import { ALL_ROLES, type Role } from '@fuchi/workflow/role';

/** Whose duties somebody may give and end: in which unit, and which. */
export interface UnitScope {
  /** undefined: in every unit. */
  readonly organisation: string | undefined;
  readonly roles: readonly Role[];
}

const OWN: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'applicant-admin': ['filler', 'submitter'],
  'recommender-lead': ['recommender-handler'],
};

/**
 * The system administrator sets up every unit; who leads one sets up those who work in it. Anybody else nobody.
 * @example unitScope(actor) // { organisation: '7', roles: ['filler', 'submitter'] }
 */
export function unitScope({
  role,
  organisation,
}: {
  readonly role: Role;
  readonly organisation: Pick<Actor['organisation'], 'id'>;
}): UnitScope {
  if (role === 'system-admin') return { organisation: undefined, roles: ALL_ROLES };
  return { organisation: organisation.id, roles: OWN[role] ?? [] };
}
