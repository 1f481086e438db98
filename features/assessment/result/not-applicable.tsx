import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { factsOf, readingsOf } from '@fuchi/policy/walk';
import { valueText } from './value-text.ts';

interface Props {
  readonly condition: AssessedCondition;
  readonly program: Program;
}

/** Why a condition doesn't concern this applicant: the facts its premise looks at, or how the text is understood. */
export function NotApplicable({ condition, program }: Props) {
  const { guide, other } = program;
  const source = guide.lines
    .find((l) => l.id === program.line.id)
    ?.conditions.find((c) => c.clause === condition.clause);
  const premise = new Set(factsOf(source?.applies));
  const facts = condition.facts.filter((f) => premise.has(f.id) && f.value !== null);
  const ids = new Set(source?.applies ? readingsOf(source.applies) : []);
  const readings = guide.guide.readings.filter((r) => ids.has(r.id));
  if (facts.length === 0 && readings.length === 0) return null;
  return (
    <p className="small">
      不适用的原因：
      {facts.map((f) => `${f.label}为“${valueText(f.value, f.unit)}”`).join('，')}
      {facts.length > 0 && readings.length > 0 && '；'}
      {readings
        .map(
          (r) => `条文理解${r.id}取${other.has(r.id) ? `另解：${r.other}` : `默认：${r.standard}`}`,
        )
        .join('；')}
    </p>
  );
}
