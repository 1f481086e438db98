const DIGITS = new Map([...'〇一二三四五六七八九'].map((c, i) => [c, i]));
DIGITS.set('零', 0).set('两', 2);
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const GREAT = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The characters of a Chinese number. */
export const CHINESE_NUMBER = '[一二三四五六七八九十百千万亿两零〇]+';

/**
 * A whole number in Chinese characters.
 * @returns undefined where they make no number
 * @example chineseNumber('一百二十') // 120
 * @example chineseNumber('百亿') // 10000000000
 */
export function chineseNumber(text: string): number | undefined {
  let total = 0;
  let part = 0;
  let digit: number | undefined;
  for (const c of text) {
    const value = DIGITS.get(c);
    const small = SMALL.get(c);
    const great = GREAT.get(c);
    if (value !== undefined) {
      // Two digits in a row read like a year: 二〇二二.
      digit = digit === undefined ? value : digit * 10 + value;
    } else if (small !== undefined) {
      part += (digit ?? 1) * small;
      digit = undefined;
    } else if (great !== undefined) {
      const whole = part + (digit ?? 0);
      total = (total + (whole === 0 ? 1 : whole)) * great;
      part = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + part + (digit ?? 0);
}
