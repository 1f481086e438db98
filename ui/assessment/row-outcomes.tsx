import type { AssessedCondition, UsedFact } from '@fuchi/policy/assess/assessment';
import { OutcomeTag } from '../outcome-tag.tsx';
import { GapText } from './gap-text.tsx';
import { valueText } from './value-text.ts';

interface Props {
  readonly rows: NonNullable<AssessedCondition['rows']>;
  readonly facts: readonly UsedFact[];
}

/** Where a condition selects rows: what came of each row. */
export function RowOutcomes({ rows, facts }: Props) {
  return (
    <ul className="row-outcomes">
      {rows.map(({ row, outcome, gap }) => {
        const seen = facts.filter((f) => f.row === row);
        return (
          <li key={row}>
            <span>第{row}项</span> <OutcomeTag outcome={outcome} />
            <span className="quiet small">
              {seen.map((f) => `${f.label}：${valueText(f.value, f.unit)}`).join('，')}
            </span>
            {gap && <GapText gap={gap} facts={seen} />}
          </li>
        );
      })}
    </ul>
  );
}
