/** Calendar arithmetic by the platform's own calendar, for the oracle. Days count from 1970-01-01. */
const DAY = 86_400_000;

function at(day: number): Date {
  return new Date(day * DAY);
}

function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date) / DAY;
}

/** The last day of a date's month. */
export function lastDay(day: number): number {
  const d = at(day);
  return dayOf(d.getUTCFullYear(), d.getUTCMonth() + 1, 0);
}

/** Months later (or earlier); where the month lacks the day, its last day. */
export function monthsLater(day: number, months: number): number {
  const d = at(day);
  const last = at(dayOf(d.getUTCFullYear(), d.getUTCMonth() + months + 1, 0)).getUTCDate();
  return dayOf(d.getUTCFullYear(), d.getUTCMonth() + months, Math.min(d.getUTCDate(), last));
}

/** Complete months from a to b, the first day not counted: the most m with a + m months not after b. */
export function completeMonths(a: number, b: number): number {
  if (b < a) return -completeMonths(b, a);
  let m = 0;
  while (monthsLater(a, m + 12) <= b) m += 12;
  while (monthsLater(a, m + 1) <= b) m++;
  return m;
}

/** Complete years from a to b, in years. */
export function completeYears(a: number, b: number): number {
  if (b < a) return -completeYears(b, a);
  let y = 0;
  while (monthsLater(a, 12 * (y + 1)) <= b) y++;
  return y;
}

export function isoDate(day: number): string {
  return at(day).toISOString().slice(0, 10);
}

export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}
