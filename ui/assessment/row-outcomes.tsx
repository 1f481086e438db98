import type { AssessedCondition, UsedFact } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { rowName } from '../facts/row-word.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { GapText } from './gap-text.tsx';
import { valueText } from './value-text.ts';

interface Props {
  readonly rows: NonNullable<AssessedCondition['rows']>;
  readonly facts: readonly UsedFact[];
  readonly guide: CheckedGuide;
}

/** Where a condition selects rows: what came of each row. */
export function RowOutcomes({ rows, facts, guide }: Props) {
  return (
    <ul className="row-outcomes">
      {rows.map(({ row, outcome, gap }) => {
        const seen = facts.filter((f) => f.row === row);
        return (
          <li key={row}>
            <span>{rowName(guide, seen[0]?.id ?? '', row)}</span> <OutcomeTag outcome={outcome} />
            <span className="quiet small">
              {seen.map((f) => `${f.label}：${valueText(f.value, f.unit)}`).join('，')}
            </span>
            {gap && <GapText gap={gap} facts={seen} guide={guide} />}
          </li>
        );
      })}
    </ul>
  );
}
