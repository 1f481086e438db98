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
import { cmp, isInteger, type Rational, rational } from '@fuchi/values/rational';

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
  return rational(back ? -n : n);
}

export function monthEnd(x: Rational): Rational | undefined {
  const date = dayOf(x);
  return date === undefined ? undefined : rational(endOfMonth(date));
}
