/** Words people write into a field to be rid of it. */
const NOTHING: ReadonlySet<string> = new Set([
  '无',
  '没有',
  '暂无',
  '空',
  '略',
  '待定',
  '待补充',
  '不详',
  '未知',
  '不适用',
  '不涉及',
  '同上',
  '同前',
  '如上',
  '见上',
  '见附件',
  '详见附件',
  'na',
  'none',
  'null',
  'nil',
  'tbd',
]);

/** Signs, blanks and characters without a shape: what is left of a text without them is what it says. */
const SIGNS = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]/gu;

/** Whether nothing is typed: blanks, line ends and characters without a shape count as nothing. */
export function isBlank(text: string): boolean {
  return /^[\p{Z}\p{C}]*$/u.test(text);
}

/**
 * Whether a text that was typed says nothing: “/”, “无”, “——”, “同上”.
 * @example saysNothing('（无）') // true
 * @example saysNothing('0') // false
 */
export function saysNothing(text: string): boolean {
  const said = text.normalize('NFKC').replace(SIGNS, '').toLowerCase();
  return said === '' || NOTHING.has(said);
}

/** As `saysNothing`, of a unit: one may consist of a sign alone (%, ‰, ℃). */
export function saysNoUnit(unit: string): boolean {
  return saysNothing(unit) && !/^\s*[%‰°℃㎡㎥℉Ω]+\s*$/u.test(unit.normalize('NFC'));
}

/** Whether a text has words: a goal of digits alone says nothing. */
export function hasWords(text: string): boolean {
  return !saysNothing(text) && /\p{L}/u.test(text);
}
