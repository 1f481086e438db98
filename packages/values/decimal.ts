import { accept, type Parsed, quoted, refuse } from './parsed.ts';
import { type Rational, rational } from './rational.ts';

/** Longer figures are slips of the keyboard or attacks: no amount of public money has 40 digits. */
const MOST_DIGITS = 40;
/** Room for signs, separators and blanks around MOST_DIGITS digits; bounds the work on hostile input. */
const MOST_CHARACTERS = 200;

const NUMERAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const UNGROUPED = /^[+-]?[\d,]+(?:\.\d+)?$/;

/**
 * A plain decimal number: optional sign, digits, optional fraction. Thousands separators are accepted in correct
 * groups of three; full-width digits, signs, ． and ， count as their ASCII forms; blanks around are ignored.
 * Exponents, NaN, Infinity and hexadecimal are refused. Exact at any length: never goes through a float.
 *
 * Codes: 'empty', 'too-long' (more than 40 digits; facts most and, where counted, digits), 'bad-grouping', 'not-a-number'.
 * Facts always hold `text`.
 *
 * @example parseDecimal('1,234.50') // 2469/2
 * @example parseDecimal('1e400') // { ok: false, code: 'not-a-number', at: 1, … }
 */
export function parseDecimal(text: string): Parsed<Rational> {
  const facts = { text: quoted(text) };
  if (text.length > MOST_CHARACTERS) {
    return refuse('too-long', { ...facts, most: String(MOST_DIGITS) });
  }
  const plain = halfWidth(text).trim();
  if (plain === '') return refuse('empty', facts);
  const match = NUMERAL.exec(plain);
  if (match === null) {
    if (UNGROUPED.test(plain)) return refuse('bad-grouping', facts, text.search(/[,，]/));
    return refuse('not-a-number', facts, firstFault(text));
  }
  const whole = (match[2] ?? '').replaceAll(',', '');
  const fraction = match[3] ?? '';
  const digits = whole.length + fraction.length;
  if (digits > MOST_DIGITS) {
    return refuse('too-long', { ...facts, digits: String(digits), most: String(MOST_DIGITS) });
  }
  const magnitude = BigInt(whole + fraction);
  return accept(
    rational(match[1] === '-' ? -magnitude : magnitude, 10n ** BigInt(fraction.length)),
  );
}

/**
 * Full-width forms of ASCII characters (U+FF01–FF5E), the ideographic space and the minus sign as ASCII.
 * Keeps every character's index, so that positions in the result are positions in the text.
 *
 * @example halfWidth('１，２３４．５') // '1,234.5'
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u2212]/g, (c) => {
    if (c === '\u3000') return ' ';
    if (c === '\u2212') return '-';
    return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  });
}

/** Index of the first character after the longest beginning that could still become a number. */
function firstFault(text: string): number {
  const beginning = /^\s*[+-]?(?:\d[\d,]*(?:\.\d*)?)?/.exec(halfWidth(text));
  return Math.min(beginning?.[0].length ?? 0, Math.max(0, text.length - 1));
}
