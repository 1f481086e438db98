import { addDays, dateOf, formatDate } from '@fuchi/values/date';
import { parseDecimal } from '@fuchi/values/decimal';
import { HUNDRED, mul, toDecimal } from '@fuchi/values/rational';
import type { NumberLook, WorkbookCell } from './workbook-cell.ts';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu;

/**
 * A number as a spreadsheet saved it, as the person who typed it sees it: 0.98 in a cell that shows percentages is
 * 98%, and 44636 in one that shows dates a day. Programs save the 17 digits of the double; the shortest ones that give
 * the same double are those that were typed.
 * @example savedNumber('1.1000000000000001', 'plain', false) // { kind: 'number', text: '1.1' }
 */
export function savedNumber(saved: string, look: NumberLook, from1904: boolean): WorkbookCell {
  const plain = saved.trim();
  const double = Number(plain);
  if (!NUMBER.test(plain) || !Number.isFinite(double)) return { kind: 'error', text: '' };
  const digits = plainDigits(String(double));
  if (look === 'percent') {
    const read = parseDecimal(digits);
    return read.ok
      ? { kind: 'percent', text: `${toDecimal(mul(read.value, HUNDRED))}%` }
      : { kind: 'error', text: '' };
  }
  if (look === 'date') {
    const day = dayOf(Math.floor(double), from1904);
    return day === undefined ? { kind: 'number', text: digits } : { kind: 'date', text: day };
  }
  return { kind: 'number', text: digits };
}

/** Without exponent: 1e+21 as its 22 digits. */
function plainDigits(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', more = '', exponent = '0'] = match;
  const digits = first + more;
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Spreadsheets count days from 1900 with a 29 February 1900 that there wasn't, or from 1904. */
function dayOf(serial: number, from1904: boolean): string | undefined {
  const start = from1904 ? dateOf(1904, 1, 1) : dateOf(1900, 1, 1);
  if (start === undefined || serial < 1 || serial > 109_573) return undefined;
  const days = from1904 ? serial : serial > 59 ? serial - 2 : serial - 1;
  return formatDate(addDays(start, days));
}
