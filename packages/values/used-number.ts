import { accept, type Parsed, quoted, refuse } from './parsed.ts';

/** Kinds of number that no second project may use, and what they are called. */
export const NUMBER_KINDS = {
  invoice: '发票',
  contract: '合同',
  device: '设备',
  loan: '贷款',
  record: '备案',
} as const;
export type NumberKind = keyof typeof NUMBER_KINDS;

export interface WrittenNumber {
  readonly kind: NumberKind;
  /** An invoice's code; '' for an invoice of 20 digits, and for all other kinds. */
  readonly code: string;
  readonly number: string;
}

/** Codes of paper and electronic invoices had 8 (old forms), 10 or 12 digits, their numbers 8. */
const CODE_LENGTHS: readonly number[] = [8, 10, 12];
const NUMBER_LENGTH = 8;
/** 数电票: one number that takes the place of both. */
const WHOLE_LENGTH = 20;
/** 海关进口增值税专用缴款书: 22 characters, of which the line before the kind of tax is left out now and then. */
const CUSTOMS = /^(\d{18})-?([A-Z]\d{2})$/;
const LONGEST = 100;

/**
 * The key by which a number that was used before is found, however it was written: full width or half, in small
 * letters or capitals, with blanks, the code beside the number or before it. Spreadsheets drop zeros at the start:
 * they are put back. A customs duty paper stands in an invoice's place with its own number.
 *
 * Codes: 'empty'; 'too-long' (facts most); for an invoice 'not-digits', 'no-code' for a number of 8 digits alone,
 * 'invoice-length' (facts code, number: their lengths). Facts always hold `text`.
 * @example usedNumberKey({ kind: 'invoice', code: '3200192130', number: ' 00123456' }) // '320019213000123456'
 * @example usedNumberKey({ kind: 'contract', code: '', number: 'ｈｔ－2021—08' }) // 'HT-2021-08'
 */
export function usedNumberKey({ kind, code, number }: WrittenNumber): Parsed<string> {
  const facts = { text: quoted(`${code} ${number}`.trim()) };
  if (code.length > LONGEST || number.length > LONGEST) {
    return refuse('too-long', { ...facts, most: String(LONGEST) });
  }
  const [before, own] = [plain(code), plain(number)];
  if (own === '') return refuse('empty', facts);
  if (kind !== 'invoice') return accept(before + own);
  const customs = before === '' ? CUSTOMS.exec(own) : null;
  if (customs) return accept(`${customs[1]}-${customs[2]}`);
  if (!/^\d+$/.test(before + own)) return refuse('not-digits', facts);
  if (before === '') {
    if (own.length === WHOLE_LENGTH || isCodeAndNumber(own)) return accept(own);
    if (own.length <= NUMBER_LENGTH) return refuse('no-code', facts);
  } else {
    // Only codes of 12 begin with a zero that could have been dropped.
    const whole = before.length === 11 ? `0${before}` : before;
    if (CODE_LENGTHS.includes(whole.length) && own.length <= NUMBER_LENGTH) {
      return accept(whole + own.padStart(NUMBER_LENGTH, '0'));
    }
  }
  const lengths = { code: String(before.length), number: String(own.length) };
  return refuse('invoice-length', { ...facts, ...lengths });
}

/** Code and number written in one: 16 or 18 digits; with a code of 12 they are 20. */
function isCodeAndNumber(digits: string): boolean {
  return CODE_LENGTHS.includes(digits.length - NUMBER_LENGTH);
}

function plain(text: string): string {
  return halfWidth(text).replace(/\s/gu, '');
}

/**
 * A number's characters in their one form: half width, capitals, one kind of dash, nothing that can't be seen but blanks.
 * @example halfWidth('ｈｔ－2021—08') // 'HT-2021-08'
 */
export function halfWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff'’]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase();
}
