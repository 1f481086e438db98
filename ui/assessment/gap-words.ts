import type { Gap, UsedFact } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { rowName } from '../facts/row-word.ts';
import { grouped } from '../grouped.ts';

export interface GapWords {
  /** What is short: 第2笔 本金. */
  readonly of: string;
  /** By how much: 0.01 万元. */
  readonly short: string;
  readonly have: string;
  readonly need: string;
}

/**
 * By how much a condition is missed, in words.
 * @param facts those the condition looked at: for the label, and for the list a row is of
 */
export function gapWords(gap: Gap, facts: readonly UsedFact[], guide: CheckedGuide): GapWords {
  const { have, need, short, unit, fact, row } = gap;
  const named = facts.find((f) => f.id === fact || f.id.endsWith(`.${fact}`));
  const list = facts
    .map(({ id }) => id.replace(/\..*$/, ''))
    .find((id) => hasColumn(guide, id, fact));
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(need);
  // A year is a name, not a quantity.
  const isYear = unit === '年度';
  const figure = (value: string) =>
    isDate ? value : isYear ? `${value}年度` : `${grouped(value)} ${unit}`;
  return {
    of: `${row === undefined ? '' : `${rowName(guide, `${list}.${fact}`, row)} `}${named?.label ?? fact ?? ''}`,
    short: `${grouped(short)} ${isDate ? '天' : isYear ? '年' : unit}`,
    have: figure(have),
    need: figure(need),
  };
}

function hasColumn(guide: CheckedGuide, list: string, column: string | undefined): boolean {
  return guide.facts[list]?.columns.some(({ id }) => id === column) === true;
}

/** @example gapText(gap, facts, guide) // '固定资产贷款总额差0.01 万元（现为1,999.99 万元，要求2,000 万元）' */
export function gapText(gap: Gap, facts: readonly UsedFact[], guide: CheckedGuide): string {
  const { of, short, have, need } = gapWords(gap, facts, guide);
  return `${of}差${short}（现为${have}，要求${need}）`;
}
