import type { RoundState } from '@fuchi/record-round/round-workflow';
import { ROUND_STATES } from '@fuchi/record-round/round-workflow';
import type { Role } from '@fuchi/workflow/role';

/** Who looks at rounds as they are set up; everybody else sees what is published. */
export const ROUND_READERS = [
  'planning',
  'line-officer',
  'office-head',
  'leader',
  'finance-officer',
  'finance-head',
  'auditor',
] as const satisfies readonly Role[];

/** Who prepares rounds. */
export const ROUND_KEEPERS = ['planning'] as const satisfies readonly Role[];

/** Whom a round concerns before it is published: who prepares and who signs it, and who audits. */
const BEFORE: readonly Role[] = ['planning', 'office-head', 'leader', 'finance-head', 'auditor'];

/** The states of rounds a role sees. @example readableStates('line-officer') // ['open', 'closed'] */
export function readableStates(role: Role): readonly RoundState[] {
  return BEFORE.includes(role) ? ROUND_STATES : ['open', 'closed'];
}
