import type { Gap, UsedFact } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { gapWords } from './gap-words.ts';

interface Props {
  readonly gap: Gap;
  readonly facts: readonly UsedFact[];
  readonly guide: CheckedGuide;
}

/** By how much a condition is missed, in figures. */
export function GapText({ gap, facts, guide }: Props) {
  const { of, short, have, need } = gapWords(gap, facts, guide);
  return (
    <p className="gap">
      {of} 差 <span className="amount">{short}</span>
      <span className="quiet">
        （现为{have}，要求{need}）
      </span>
    </p>
  );
}
