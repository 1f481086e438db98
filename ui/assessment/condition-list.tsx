import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { Panel } from '../panel.tsx';
import { ConditionItem } from './condition-item.tsx';

interface Props {
  readonly conditions: readonly AssessedCondition[];
  readonly program: Program;
  readonly assessed: boolean;
}

/** Every condition in the guide's order, with what came of it. */
export function ConditionList({ conditions, program, assessed }: Props) {
  const met = conditions.filter((c) => c.outcome === 'met').length;
  const unmet = conditions.filter((c) => c.outcome === 'unmet').length;
  const unknown = conditions.filter((c) => c.outcome === 'unknown').length;
  return (
    <Panel
      title="支持条件"
      aside={
        assessed && (
          <span className="quiet small">
            符合{met}，不符合{unmet}，未定{unknown}
          </span>
        )
      }
    >
      <ul className="conditions">
        {conditions.map((condition) => (
          <ConditionItem
            key={condition.clause}
            condition={condition}
            program={program}
            assessed={assessed}
          />
        ))}
      </ul>
    </Panel>
  );
}
