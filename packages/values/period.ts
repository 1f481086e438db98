import { addDays, type CalendarDate, daysBetween, formatDate, parseDate } from './date.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';

declare const period: unique symbol;

/** Days from `from` to `to`, both included; never ends before it starts. */
export type Period = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly [period]: true;
};

/**
 * A period written '2021-01-01..2021-12-31' or '2021年1月1日至2021年12月31日', both ends included.
 *
 * Codes: 'not-a-period'; those of parseDate for either end; 'ends-before-start' (facts from, to).
 * Facts always hold `text`.
 */
export function parsePeriod(text: string): Parsed<Period> {
  const facts = { text: quoted(text) };
  const separator = text.length > 120 ? null : /\.\.|．．|至/.exec(text);
  if (separator === null) return refuse('not-a-period', facts);
  const second = separator.index + separator[0].length;
  const from = parseDate(text.slice(0, separator.index));
  if (!from.ok) return refuse(from.code, { ...from.facts, ...facts }, 0);
  const to = parseDate(text.slice(second));
  if (!to.ok) return refuse(to.code, { ...to.facts, ...facts }, second);
  const made = periodOf(from.value, to.value);
  return made.ok ? made : refuse(made.code, { ...made.facts, ...facts }, second);
}

/** The period of two dates, both included. Code 'ends-before-start' (facts from, to). */
export function periodOf(from: CalendarDate, to: CalendarDate): Parsed<Period> {
  if (to < from) {
    return refuse('ends-before-start', { from: formatDate(from), to: formatDate(to) });
  }
  return accept({ from, to } as Period);
}

/** Whether the day lies in the period, its first and last day included. */
export function contains(within: Period, date: CalendarDate): boolean {
  return within.from <= date && date <= within.to;
}

/** Days in the period, both ends counted. @example days(year2021) // 365 */
export function days(of: Period): number {
  return daysBetween(of.from, addDays(of.to, 1));
}

/** The days two periods share; undefined when they share none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? ({ from, to } as Period) : undefined;
}

/** '2021-01-01..2021-12-31', which parsePeriod reads back. */
export function formatPeriod(of: Period): string {
  return `${formatDate(of.from)}..${formatDate(of.to)}`;
}
