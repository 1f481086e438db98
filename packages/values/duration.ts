import { addDays, addMonths, type CalendarDate, type MonthRounding } from './date.ts';
import { halfWidth, parseDecimal } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';
import {
  add,
  cmp,
  div,
  eq,
  isInteger,
  mul,
  type Rational,
  rational,
  toDecimal,
  ZERO,
} from './rational.ts';

declare const duration: unique symbol;

/**
 * A length of calendar time: months and days apart, since a month has no fixed number of days.
 * A year is 12 months. Both may be fractions: 2.5年 is 30 months, 2.51年 is 30.12 months (kept exactly, and
 * comparable, but not to be added to a date), 3.5天 is half a training day more than 3.
 */
export type Duration = {
  readonly months: Rational;
  readonly days: Rational;
  readonly [duration]: true;
};

const TWELVE = rational(12);
const PART = /([^年个月天日]+)(年|个月|天|日)/g;
const ORDER: readonly string[] = ['年', '个月', '天'];

/**
 * A duration written '2年', '2.5年', '18个月', '3.5天', '30日' or '1年6个月'; larger units come first, each once.
 *
 * Codes: 'empty'; 'no-unit'; 'unknown-unit'; 'working-days' ('10个工作日' counts by a calendar: see
 * working-days.ts); 'negative-duration'; those of parseDecimal for the figures. Facts always hold `text`.
 *
 * @example parseDuration('2.5年') // 30 months
 */
export function parseDuration(text: string): Parsed<Duration> {
  const facts = { text: quoted(text) };
  if (text.length > 200) return refuse('too-long', facts);
  const plain = halfWidth(text).trim();
  if (plain === '') return refuse('empty', facts);
  if (plain.endsWith('工作日')) return refuse('working-days', facts);
  if (parseDecimal(plain).ok) return refuse('no-unit', facts, text.length);
  let months = ZERO;
  let days = ZERO;
  let end = 0;
  let rank = -1;
  for (const match of plain.matchAll(PART)) {
    const [whole, figure = '', written = ''] = match;
    const unit = written === '日' ? '天' : written;
    if (match.index !== end || ORDER.indexOf(unit) <= rank)
      return refuse('unknown-unit', facts, match.index);
    const amount = parseDecimal(figure);
    if (!amount.ok) return { ...amount, facts: { ...amount.facts, ...facts } };
    if (cmp(amount.value, ZERO) < 0) return refuse('negative-duration', facts, match.index);
    if (unit === '年') months = mul(amount.value, TWELVE);
    else if (unit === '个月') months = add(months, amount.value);
    else days = amount.value;
    rank = ORDER.indexOf(unit);
    end = match.index + whole.length;
  }
  if (end !== plain.length) return refuse('unknown-unit', facts, end);
  return accept(durationOf(months, days));
}

/** The duration of so many months and days. @example durationOf(rational(24), ZERO) // 2年 */
export function durationOf(months: Rational, days: Rational): Duration {
  return { months, days } as Duration;
}

/**
 * The date a duration later, months first and then days, or undefined when either isn't whole.
 *
 * @example addDuration(d('2021-01-31'), oneMonth, 'clip') // 2021-02-28
 */
export function addDuration(
  date: CalendarDate,
  length: Duration,
  rounding: MonthRounding,
): CalendarDate | undefined {
  const months = wholeNumber(length.months);
  const days = wholeNumber(length.days);
  if (months === undefined || days === undefined) return undefined;
  return addDays(addMonths(date, months, rounding), days);
}

/** Within ±a million, so that dates stay exact. */
function wholeNumber(x: Rational): number | undefined {
  if (!isInteger(x) || cmp(x, rational(1_000_000)) > 0 || cmp(x, rational(-1_000_000)) < 0)
    return undefined;
  return Number.parseInt(toDecimal(x), 10);
}

/**
 * Order of two durations, undefined where it depends on the calendar (1个月 against 30天).
 *
 * @example compareDurations(twoYears, twentyFourMonths) // 0
 */
export function compareDurations(a: Duration, b: Duration): -1 | 0 | 1 | undefined {
  const byMonths = cmp(a.months, b.months);
  const byDays = cmp(a.days, b.days);
  if (byMonths === 0) return byDays;
  return byDays === 0 || byDays === byMonths ? byMonths : undefined;
}

/** In whole years where they are, else months; then days. @example '2年', '18个月', '3.5天', '1年10天', '0天' */
export function formatDuration(length: Duration): string {
  const years = div(length.months, TWELVE);
  const hasMonths = !eq(length.months, ZERO);
  const months = !hasMonths
    ? ''
    : years !== undefined && isInteger(years)
      ? `${toDecimal(years)}年`
      : `${toDecimal(length.months)}个月`;
  const days = eq(length.days, ZERO) && hasMonths ? '' : `${toDecimal(length.days)}天`;
  return months + days;
}
