import type { Role } from '@fuchi/workflow/role';

/** 综合规划处 and the line offices keep the lists. */
export const IMPORTERS: readonly Role[] = ['planning', 'line-officer'];

/** Whoever judges applications looks things up, in all of a list: a unit elsewhere may be the one that used a number. */
export const LOOKERS: readonly Role[] = [
  'recommender-handler',
  'recommender-lead',
  'planning',
  'line-officer',
  'office-head',
  'leader',
  'finance-officer',
  'finance-head',
  'auditor',
];

/** Who sees what the lists say of his own enterprise. */
export const OWN: readonly Role[] = ['applicant-admin', 'filler', 'submitter'];

export function mayImport(role: Role | undefined): boolean {
  return role !== undefined && IMPORTERS.includes(role);
}
