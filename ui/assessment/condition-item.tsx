import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { citedClause } from '../clause-words.ts';
import { conditionAnchor } from '../condition-anchor.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { GapText } from './gap-text.tsx';
import { NotApplicable } from './not-applicable.tsx';
import { RowOutcomes } from './row-outcomes.tsx';
import { UsedFacts } from './used-facts.tsx';

interface Props {
  readonly condition: AssessedCondition;
  readonly program: Program;
  readonly assessed: boolean;
}

const STRENGTHS: Readonly<Record<AssessedCondition['strength'], string>> = {
  hard: '',
  'in-principle': '原则上',
  priority: '优先，不作门槛',
};

/** One condition: clause, outcome, what it says, what is short of it, and the facts it looked at. */
export function ConditionItem({ condition, program, assessed }: Props) {
  const { clause, says, outcome, because, strength, gap, rows, facts, certifier } = condition;
  return (
    <li id={conditionAnchor(clause)} className="condition">
      <div className="condition-head">
        <span className="clause">{citedClause(clause)}</span>
        {STRENGTHS[strength] !== '' && <span className="strength">{STRENGTHS[strength]}</span>}
        {assessed && <OutcomeTag outcome={outcome} because={because} />}
      </div>
      <p>{says}</p>
      {outcome === 'not-applicable' && <NotApplicable condition={condition} program={program} />}
      {gap && <GapText gap={gap} facts={facts} guide={program.guide} />}
      {rows && <RowOutcomes rows={rows} facts={facts} guide={program.guide} />}
      {assessed && <UsedFacts facts={facts.filter((f) => f.row === undefined || !rows)} />}
      {certifier !== undefined && <p className="quiet small">由{certifier}出具</p>}
    </li>
  );
}
