import { halfWidth } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';

declare const creditCode: unique symbol;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters in upper case.
 * Where its check digit fails and a person vouched for it, `overridden` holds the reason given.
 */
export type CreditCode = {
  readonly text: string;
  readonly overridden?: string;
  readonly [creditCode]: true;
};

/** A doubt that doesn't refuse the code. */
export type CreditCodeWarning = {
  readonly code: 'inner-check-digit' | 'check-digit';
  readonly facts: { readonly expected: string; readonly found: string };
};

/** GB 32100-2015: digits and capitals without I, O, S, V, Z; a character's value is its index. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
/** 3^(i−1) mod 31 for i = 1…17. */
const WEIGHTS: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714-1997, the organisation code inside (positions 9–17): digits 0–9, A = 10 … Z = 35. */
const INNER_WEIGHTS: readonly number[] = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A code as an enterprise writes it: blanks around and within, lower case and full-width characters are normalised.
 * The division in positions 3–8 is where the holder was registered: derive nothing else from it.
 *
 * Codes: 'empty'; 'bad-length' (facts length, expected); 'bad-character' (facts character; at); 'check-digit'
 * (facts expected, found) for a well-formed code whose check fails, which overrideCreditCode lets a person accept.
 * Facts always hold `text`.
 *
 * @example parseCreditCode('91440300192317458f') // 91440300192317458F
 */
export function parseCreditCode(text: string): Parsed<CreditCode> {
  const facts = { text: quoted(text) };
  if (text.length > 200) {
    return refuse('bad-length', {
      ...facts,
      length: String(text.length),
      expected: String(LENGTH),
    });
  }
  const plain = withoutBlanks(text);
  if (plain === '') return refuse('empty', facts);
  const fault = [...plain].findIndex((each) => !CHARSET.includes(each));
  if (fault >= 0) {
    const places = [...halfWidth(text).matchAll(/\S/g)].map(({ index }) => index);
    return refuse('bad-character', { ...facts, character: plain.charAt(fault) }, places[fault]);
  }
  if (plain.length !== LENGTH) {
    return refuse('bad-length', {
      ...facts,
      length: String(plain.length),
      expected: String(LENGTH),
    });
  }
  const expected = checkCharacter(plain);
  const found = plain.charAt(LENGTH - 1);
  if (found !== expected) return refuse('check-digit', { ...facts, expected, found });
  return accept({ text: plain } as CreditCode);
}

/**
 * A well-formed code whose check digit fails, accepted by a person with a reason: some early codes were issued so.
 * A code that needs no override is returned plain.
 *
 * Codes: those of parseCreditCode but 'check-digit'; 'no-reason'.
 */
export function overrideCreditCode(text: string, reason: string): Parsed<CreditCode> {
  const parsed = parseCreditCode(text);
  if (parsed.ok || parsed.code !== 'check-digit') return parsed;
  if (reason.trim() === '') return refuse('no-reason', { text: quoted(text) });
  return accept({ text: withoutBlanks(text), overridden: reason.trim() } as CreditCode);
}

/**
 * Doubts about an accepted code: the check of the organisation code inside (GB 11714), which a few genuine codes
 * fail, and the check digit of an overridden one.
 */
export function creditCodeWarnings(code: CreditCode): readonly CreditCodeWarning[] {
  const warnings: CreditCodeWarning[] = [];
  const expected = checkCharacter(code.text);
  const found = code.text.charAt(LENGTH - 1);
  if (found !== expected) warnings.push({ code: 'check-digit', facts: { expected, found } });
  const inner = innerCheckCharacter(code.text.slice(8, 16));
  const innerFound = code.text.charAt(16);
  if (innerFound !== inner) {
    warnings.push({ code: 'inner-check-digit', facts: { expected: inner, found: innerFound } });
  }
  return warnings;
}

/** Licences print the code in groups, and a copy keeps the blanks. */
function withoutBlanks(text: string): string {
  return halfWidth(text).replaceAll(/\s/g, '').toUpperCase();
}

function checkCharacter(text: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * CHARSET.indexOf(text.charAt(i)),
    0,
  );
  return CHARSET.charAt((31 - (sum % 31)) % 31);
}

function innerCheckCharacter(eight: string): string {
  const sum = INNER_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(eight.charAt(i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
