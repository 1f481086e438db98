import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { conditionAnchor } from '@fuchi/ui/condition-anchor';
import { Link } from '@tanstack/react-router';
import { isAssessed } from '../words/line-mode.ts';
import { ConditionNotes } from './condition-notes.tsx';
import { Provision } from './provision.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly condition: CheckedCondition;
}

/** One condition of a line, with the way to check it. */
export function ConditionText({ guide, line, condition }: Props) {
  const { clause, says, strength } = condition;
  return (
    <Provision
      guide={guide}
      line={line}
      clause={clause}
      anchor={clause}
      says={says}
      marks={strength !== '必须' && <span className="guide-mark">{strength}</span>}
      ways={
        isAssessed(line.mode) && (
          <Link
            to="/lines/$line"
            params={{ line: line.id }}
            hash={conditionAnchor(clause)}
            aria-label={`在测一测里核对：条款${clause}`}
          >
            在测一测里核对
          </Link>
        )
      }
    >
      <ConditionNotes guide={guide} line={line} condition={condition} />
    </Provision>
  );
}
