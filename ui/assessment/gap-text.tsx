import type { Gap, UsedFact } from '@fuchi/policy/assess/assessment';
import { gapWords } from './gap-words.ts';

interface Props {
  readonly gap: Gap;
  readonly facts: readonly UsedFact[];
}

/** By how much a condition is missed, in figures. */
export function GapText({ gap, facts }: Props) {
  const { of, short, have, need } = gapWords(gap, facts);
  return (
    <p className="gap">
      {of} 差 <span className="amount">{short}</span>
      <span className="quiet">
        （现为{have}，要求{need}）
      </span>
    </p>
  );
}
