import {
  addMonths,
  type CalendarDate,
  completeYears,
  dateOf,
  endOfMonth,
  LEAST_YEAR,
  MOST_YEAR,
  monthsBetween,
} from '@fuchi/values/date';
import { add, cmp, isInteger, type Rational, rational } from '@fuchi/values/rational';

const FIRST = dateOf(LEAST_YEAR, 1, 1) ?? 0;
const LAST = dateOf(MOST_YEAR, 12, 31) ?? 0;

/** A day number as a calendar date; undefined outside the years the values package knows. */
export function dayOf(x: Rational): CalendarDate | undefined {
  if (!isInteger(x) || x.big) return undefined;
  return x.n >= FIRST && x.n <= LAST ? (x.n as CalendarDate) : undefined;
}

/** A date moved by whole months, on the month's last day where the day doesn't exist. */
export function moveMonths(x: Rational, months: Rational, back: boolean): Rational | undefined {
  const date = dayOf(x);
  if (date === undefined || !isInteger(months) || months.big || Math.abs(months.n) > 3600)
    return undefined;
  return rational(addMonths(date, back ? -months.n : months.n, 'clip'));
}

/**
 * The earliest date that, moved by months, comes at or after a target, or the latest that comes at or before it.
 * Moving by months isn't one to one at month ends, so the days around the mark are tried.
 */
export function startOf(
  comes: 'at least' | 'after' | 'at most',
  target: Rational,
  months: Rational,
  back: boolean,
): Rational | undefined {
  const mark = moveMonths(target, months, !back);
  if (!mark) return undefined;
  const around = Array.from({ length: 13 }, (_, i) => add(mark, rational(i - 6)));
  const fitting = around.filter((x) => {
    const there = moveMonths(x, months, back);
    if (!there) return false;
    const order = cmp(there, target);
    return comes === 'after' ? order > 0 : comes === 'at least' ? order >= 0 : order <= 0;
  });
  return comes === 'at most' ? fitting.at(-1) : fitting[0];
}

/** Complete months or years (in months) between two dates, the first day not counted. */
export function completeMonths(
  from: Rational,
  to: Rational,
  unit: 'months' | 'years',
): Rational | undefined {
  const a = dayOf(from);
  const b = dayOf(to);
  if (a === undefined || b === undefined) return undefined;
  const back = cmp(from, to) > 0;
  const [early, late] = back ? [b, a] : [a, b];
  const n =
    unit === 'months'
      ? monthsBetween(early, late)
      : completeYears(early, late, 'first-day-not-counted') * 12;
  return rational(back ? 0 - n : n);
}

export function monthEnd(x: Rational): Rational | undefined {
  const date = dayOf(x);
  return date === undefined ? undefined : rational(endOfMonth(date));
}
