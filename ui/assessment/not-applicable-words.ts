import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { factsOf, readingsOf } from '@fuchi/policy/walk';
import { valueText } from './value-text.ts';

/**
 * Why a condition doesn't concern this applicant: the facts its premise looks at, or how the text is understood; ''
 * where the guide gives neither.
 * @example notApplicableWords(condition, program) // '项目类别为“活动”'
 */
export function notApplicableWords(condition: AssessedCondition, program: Program): string {
  const { guide, other } = program;
  const source = guide.lines
    .find((l) => l.id === program.line.id)
    ?.conditions.find((c) => c.clause === condition.clause);
  const premise = new Set(factsOf(source?.applies));
  const facts = condition.facts.filter((f) => premise.has(f.id) && f.value !== null);
  const ids = new Set(source?.applies ? readingsOf(source.applies) : []);
  const readings = guide.guide.readings.filter((r) => ids.has(r.id));
  return [
    facts.map((f) => `${f.label}为“${valueText(f.value, f.unit)}”`).join('，'),
    ...readings.map(
      (r) => `条文理解${r.id}取${other.has(r.id) ? `另解：${r.other}` : `默认：${r.standard}`}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('；');
}
