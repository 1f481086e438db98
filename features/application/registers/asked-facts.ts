import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { programUnder } from '@fuchi/record-application/contract-judge';

/**
 * The facts a line may ask of an applicant. Conditions of the call ask as the line's own do, whichever of them a round
 * switches on.
 */
export function askedFacts(guide: CheckedGuide, line: string): ReadonlySet<string> {
  const call = guide.call.map(({ clause }) => clause);
  const program = programUnder(guide, line, { call, otherReadings: [] });
  return new Set([...(program?.asked ?? []), ...(program?.line.facts ?? [])]);
}
