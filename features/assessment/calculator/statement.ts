import type { FactSpec } from '@fuchi/policy/checked-guide';

/** Question words, the longer first, and what is left of them in a statement. */
const ASKING: readonly (readonly [string, string])[] = [
  ['是否为', '为'],
  ['是不是', '是'],
  ['有没有', '有'],
  ['能否', '能'],
  ['是否', ''],
];

/**
 * A yes-or-no question as something one ticks; of a year, that there is one.
 * @example statementOf(spec) // '申报单位是否为兼并重组的发起方企业？' → '申报单位为兼并重组的发起方企业'
 */
export function statementOf({ type, question, label }: FactSpec): string {
  if (type.kind !== 'bool') return `有“${label}”`;
  const found = ASKING.find(([word]) => question.includes(word));
  return found ? question.replace(found[0], found[1]).replace(/[？?]$/, '') : label;
}
