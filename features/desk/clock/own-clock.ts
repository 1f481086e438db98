import type { Actor } from '@fuchi/record-person/actor';
import type { ClockKind } from '@fuchi/record-round/contract';
import { ROLES } from '@fuchi/workflow/role';

/**
 * Which of a round's clocks runs for somebody: until then he must have done his part.
 * @returns null for who waits for others' clocks only
 * @example ownClockOf('recommender-lead', 'county') // 'county'
 */
export function ownClockOf(
  role: Actor['role'],
  level: Actor['organisation']['level'],
): ClockKind | null {
  const { of } = ROLES[role];
  if (of === 'applicant') return 'applicant';
  if (of === 'recommender' && (level === 'county' || level === 'city')) return level;
  return null;
}
