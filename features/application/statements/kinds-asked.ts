import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { programUnder, type RoundTerms } from '@fuchi/record-application/contract-judge';
import { type StatementKind, statementKindsOf } from '@fuchi/record-application/contract-statement';

/**
 * The statements a line asks of the recommender, under a round's terms.
 * @throws for a line the guide doesn't have: a fault of the program
 */
export function kindsAsked(
  guide: CheckedGuide,
  line: string,
  terms: Pick<RoundTerms, 'call' | 'otherReadings'>,
): readonly StatementKind[] {
  const program = programUnder(guide, line, terms);
  if (!program) throw new Error(`the guide has no line ${line}`);
  return statementKindsOf(guide, program.line.facts);
}
