import type { OrganisationKind, Role } from '@fuchi/workflow/role';

/** Who does something, and as what: everything a decision on access may look at. Read from the session, never told. */
export interface Actor {
  readonly account: string;
  readonly name: string;
  readonly session: string;
  /** The duty that is acted from: its own, or the one that is stood in for. */
  readonly appointment: string;
  readonly role: Role;
  readonly organisation: ActingOrganisation;
  /** The lines the duty is limited to; empty for all. */
  readonly lines: readonly string[];
  /** Whose duty it is, where it is stood in for. */
  readonly standsInFor: { readonly account: string; readonly name: string } | undefined;
  /** Where the request came from. */
  readonly address: string;
}

export interface ActingOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Region code: where an applicant is registered, or what a recommender recommends for. */
  readonly territory: string | null;
  readonly level: 'province' | 'city' | 'county' | null;
  readonly department: '工信' | '财政' | null;
}
