import type { Gap, UsedFact } from '@fuchi/policy/assess/assessment';
import { grouped } from '@fuchi/ui/amount.tsx';

interface Props {
  readonly gap: Gap;
  readonly facts: readonly UsedFact[];
}

/** By how much a condition is missed, in figures. */
export function GapText({ gap, facts }: Props) {
  const { have, need, short, unit, fact, row } = gap;
  const named = facts.find((f) => f.id === fact || f.id.endsWith(`.${fact}`));
  const label = named?.label ?? fact ?? '';
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(need);
  const figure = (value: string) => (isDate ? value : `${grouped(value)} ${unit}`);
  return (
    <p className="gap">
      {row !== undefined && `第${row}行 `}
      {label} 差 <span className="amount">{`${grouped(short)} ${isDate ? '天' : unit}`}</span>
      <span className="quiet">
        （现为{figure(have)}，要求{figure(need)}）
      </span>
    </p>
  );
}
