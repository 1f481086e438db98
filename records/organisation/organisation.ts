import type { OrganisationKind } from '@fuchi/workflow/role';

export type Level = 'province' | 'city' | 'county';
export type Department = '工信' | '财政';

/** An enterprise, a recommender, an office: whatever people act for. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** 统一社会信用代码, of those that have one here. */
  readonly creditCode: string | undefined;
  /** Region code: where an applicant is registered, or what a recommender recommends for. */
  readonly territory: string | undefined;
  readonly level: Level | undefined;
  readonly department: Department | undefined;
  /** The city's unit a county's recommends through. */
  readonly parent: string | undefined;
  readonly status: 'active' | 'closed';
  readonly mergedInto: string | undefined;
  /** Names it had, the oldest first. */
  readonly formerNames: readonly string[];
  readonly createdAt: Date;
}

/** What is told of one that is to be. What its kind has none of is left out. */
export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly creditCode?: string;
  readonly territory?: string;
  readonly level?: Level;
  readonly department?: Department;
  readonly parent?: string;
}
