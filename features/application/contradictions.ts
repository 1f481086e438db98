import type { CheckedRule } from '@fuchi/policy/checked-guide';
import type { Judged } from '@fuchi/record-application/contract-judge';

/**
 * The guide's rules of consistency (互洽) that the facts as told break: which of the figures is wrong, nobody knows.
 * @example contradictionsOf(judged)[0]?.says // '先完工后验收，验收完成日期不能早于项目完工日期。'
 */
export function contradictionsOf({ assessment, program }: Judged): readonly CheckedRule[] {
  const notes = assessment.notes.filter(({ code }) => code === 'contradiction');
  const broken = new Set(notes.map(({ facts }) => facts['says']));
  return program.line.consistency.filter(({ says }) => broken.has(says));
}
