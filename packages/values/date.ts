import { halfWidth } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';

declare const calendarDate: unique symbol;

/**
 * A day of the proleptic Gregorian calendar, as days since 1970-01-01. No time, no time zone.
 * Dates compare with <, <= and === like the integers they are.
 * Written dates lie in the years 1900 to 2199; arithmetic may leave that span.
 */
export type CalendarDate = number & { readonly [calendarDate]: true };

/**
 * What becomes of a day that the target month doesn't have.
 * clip: the month's last day (2021-01-31 + 1 month = 2021-02-28), as 民法典 202 has it.
 * overflow: the surplus runs on into the next month (2021-03-03).
 * end-of-month: as clip, and the last day of a month stays a last day (2021-02-28 + 1 month = 2021-03-31).
 */
export type MonthRounding = 'clip' | 'overflow' | 'end-of-month';

/**
 * How a period in years is counted.
 * first-day-not-counted (民法典 201, 202): 2021-06-30 to 2023-06-30 is exactly 2 years; the period ends on its
 * anniversary.
 * both-days-counted: it ends on the day before, so 2021-06-30 to 2023-06-30 is 2 years and a day, and an enterprise
 * registered on 2019-01-01 has 3 full years on 2021-12-31.
 */
export type YearCounting = 'first-day-not-counted' | 'both-days-counted';

export const LEAST_YEAR = 1900;
export const MOST_YEAR = 2199;

const FORMS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  // As banks and tax offices export it.
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$/,
];

/**
 * A date written 2021-01-31, 2021/1/31, 2021.1.31, 20210131 or 2021年1月31日 (full-width digits too).
 *
 * Codes: 'empty'; 'not-a-date'; 'no-such-date' (facts year, month, day), e.g. 2021-02-29; 'year-out-of-range'
 * (facts year, least, most). Facts always hold `text`.
 *
 * @example parseDate('2021年1月31日') // the same day as parseDate('2021-01-31')
 */
export function parseDate(text: string): Parsed<CalendarDate> {
  const facts = { text: quoted(text) };
  if (text.length > 60) return refuse('not-a-date', facts);
  const plain = halfWidth(text).trim();
  if (plain === '') return refuse('empty', facts);
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match === null) continue;
    const [, year = '', month = '', day = ''] = match;
    const y = Number.parseInt(year, 10);
    if (y < LEAST_YEAR || y > MOST_YEAR) {
      const span = { least: String(LEAST_YEAR), most: String(MOST_YEAR) };
      return refuse('year-out-of-range', { ...facts, year, ...span });
    }
    const date = dateOf(y, Number.parseInt(month, 10), Number.parseInt(day, 10));
    return date === undefined
      ? refuse('no-such-date', { ...facts, year, month, day })
      : accept(date);
  }
  return refuse('not-a-date', facts);
}

/** The date of a year, month and day; undefined when it doesn't exist or its year isn't within 1900..2199. */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day))
    return undefined;
  if (year < LEAST_YEAR || year > MOST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return fromParts(year, month, day);
}

/** Year, month 1–12 and day 1–31. @example partsOf(date) // { year: 2021, month: 1, day: 31 } */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  // The inverse of fromParts, by eras of 400 years that begin on 1 March.
  const shifted = date + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear =
    inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** ISO form. @example formatDate(date) // '2021-01-31' */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  const two = (x: number): string => String(x).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The form of official papers. @example formatDateChinese(date) // '2021年1月31日' */
export function formatDateChinese(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** The date n days later (earlier when n < 0). @throws RangeError when n isn't an integer. */
export function addDays(date: CalendarDate, n: number): CalendarDate {
  checkInteger(n);
  return (date + n) as CalendarDate;
}

/**
 * The date n months later (earlier when n < 0), days that don't exist settled by a named rounding.
 *
 * @throws RangeError when n isn't an integer.
 * @example addMonths(jan31, 1, 'clip') // 2021-02-28; 'overflow' gives 2021-03-03
 */
export function addMonths(date: CalendarDate, n: number, rounding: MonthRounding): CalendarDate {
  checkInteger(n);
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + n;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const last = daysInMonth(targetYear, targetMonth);
  if (rounding === 'overflow') return fromParts(targetYear, targetMonth, day);
  const stays = rounding === 'end-of-month' && day === daysInMonth(year, month);
  return fromParts(targetYear, targetMonth, stays ? last : Math.min(day, last));
}

/** The date n years later; only 29 February needs the rounding. @example addYears(feb29, 1, 'clip') // 2021-02-28 */
export function addYears(date: CalendarDate, n: number, rounding: MonthRounding): CalendarDate {
  return addMonths(date, n * 12, rounding);
}

/** Days from a to b: b − a, negative when b is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return b - a;
}

/** The last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return fromParts(year, month, daysInMonth(year, month));
}

/** 31 December of the date's year. */
export function endOfYear(date: CalendarDate): CalendarDate {
  return fromParts(partsOf(date).year, 12, 31);
}

/** 1 for Monday to 7 for Sunday (ISO 8601, GB/T 7408). 1970-01-01 was a Thursday. */
export function dayOfWeek(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((date + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/**
 * Complete months from a to b, the first day not counted: the most m with a + m months ≤ b. Where the last month
 * lacks the day, its last day completes it (民法典 202). Negative when b is earlier.
 *
 * @example monthsBetween(jan31, feb28) // 1
 */
export function monthsBetween(a: CalendarDate, b: CalendarDate): number {
  if (b < a) return 0 - monthsBetween(b, a);
  const [from, to] = [partsOf(a), partsOf(b)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return addMonths(a, months, 'clip') <= b ? months : months - 1;
}

/**
 * Complete years from a to b under a named counting. Negative when b is earlier.
 *
 * A year from 29 February completes on 28 February of a common year under both countings.
 *
 * @example completeYears(d('2019-01-01'), d('2021-12-31'), 'both-days-counted') // 3
 * @example completeYears(d('2019-01-01'), d('2021-12-31'), 'first-day-not-counted') // 2
 */
export function completeYears(a: CalendarDate, b: CalendarDate, counting: YearCounting): number {
  if (b < a) return 0 - completeYears(b, a, counting);
  const years = partsOf(b).year - partsOf(a).year + 1;
  for (let n = years; n > 0; n -= 1) {
    const end =
      counting === 'both-days-counted'
        ? addDays(addYears(a, n, 'overflow'), -1)
        : addYears(a, n, 'clip');
    if (end <= b) return n;
  }
  return 0;
}

/** Days of a month, 28 to 31. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01; a day beyond the month's end runs on. Howard Hinnant, days_from_civil. */
function fromParts(year: number, month: number, day: number): CalendarDate {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const inEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + inYear;
  return (era * 146_097 + inEra - 719_468) as CalendarDate;
}

function checkInteger(n: number): void {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not an integer: ${n}`);
}
