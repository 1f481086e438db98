import type { Gap, UsedFact } from '@fuchi/policy/assess/assessment';
import { grouped } from '../grouped.ts';

export interface GapWords {
  /** What is short: 第2行 本金. */
  readonly of: string;
  /** By how much: 0.01 万元. */
  readonly short: string;
  readonly have: string;
  readonly need: string;
}

/**
 * By how much a condition is missed, in words.
 * @param facts those the condition looked at, for the label
 */
export function gapWords(gap: Gap, facts: readonly UsedFact[]): GapWords {
  const { have, need, short, unit, fact, row } = gap;
  const named = facts.find((f) => f.id === fact || f.id.endsWith(`.${fact}`));
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(need);
  // A year is a name, not a quantity.
  const isYear = unit === '年度';
  const figure = (value: string) =>
    isDate ? value : isYear ? `${value}年度` : `${grouped(value)} ${unit}`;
  return {
    of: `${row === undefined ? '' : `第${row}行 `}${named?.label ?? fact ?? ''}`,
    short: `${grouped(short)} ${isDate ? '天' : isYear ? '年' : unit}`,
    have: figure(have),
    need: figure(need),
  };
}

/** @example gapText(gap, facts) // '固定资产贷款总额差0.01 万元（现为1,999.99 万元，要求2,000 万元）' */
export function gapText(gap: Gap, facts: readonly UsedFact[]): string {
  const { of, short, have, need } = gapWords(gap, facts);
  return `${of}差${short}（现为${have}，要求${need}）`;
}
