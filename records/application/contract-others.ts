import type { FactSpec } from '@fuchi/policy/checked-guide';

/** By whom a guide says that a fact is filled in, of those who decide on applications and pay. */
const AUTHORITIES: readonly string[] = ['主管部门', '财政部门'];

/**
 * Whether a fact is what the authorities decide or know, and so isn't the applicant's to say in any part of it.
 * @example isAuthoritys(guide.facts['主管部门意见']) // true
 */
export function isAuthoritys(spec: Pick<FactSpec, 'statedBy'> | undefined): boolean {
  return spec !== undefined && AUTHORITIES.includes(spec.statedBy);
}
