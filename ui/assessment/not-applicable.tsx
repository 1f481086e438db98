import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { notApplicableWords } from './not-applicable-words.ts';

interface Props {
  readonly condition: AssessedCondition;
  readonly program: Program;
}

/** Why a condition doesn't concern this applicant. */
export function NotApplicable({ condition, program }: Props) {
  const words = notApplicableWords(condition, program);
  return words === '' ? null : <p className="small">不适用的原因：{words}</p>;
}
