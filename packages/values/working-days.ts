import {
  addDays,
  type CalendarDate,
  dayOfWeek,
  daysBetween,
  formatDate,
  parseDate,
  partsOf,
} from './date.ts';
import { field, listField } from './field.ts';
import { accept, type Parsed, refuse } from './parsed.ts';
import { contains, type Period, parsePeriod } from './period.ts';

declare const workingCalendar: unique symbol;

/** The State Council's yearly notices on holidays: days off, and weekend days that are worked in exchange. */
export type WorkingCalendar = Arrangement & { readonly [workingCalendar]: true };

type Arrangement = {
  readonly years: ReadonlySet<number>;
  readonly off: readonly Period[];
  readonly work: ReadonlySet<CalendarDate>;
};

/**
 * A working-day calendar from data, by year: `{ 年度: { '2022': { 放假: [[from, to, name], …], 上班: [date, …] } } }`,
 * or the years at the top with `off` and `work`.
 *
 * Codes: 'no-years'; 'bad-calendar' (facts year, entry); those of parseDate and parsePeriod (with fact year).
 */
export function workingCalendarFrom(data: unknown): Parsed<WorkingCalendar> {
  const byYear: unknown = field(data, '年度', 'years') ?? data;
  const years = new Set<number>();
  const off: Period[] = [];
  const work = new Set<CalendarDate>();
  const entries = typeof byYear === 'object' && byYear !== null ? Object.entries(byYear) : [];
  for (const [year, value] of entries) {
    if (!/^\d{4}$/.test(year)) continue;
    years.add(Number.parseInt(year, 10));
    const [offs, works] = [listField(value, '放假', 'off'), listField(value, '上班', 'work')];
    if (offs === undefined || works === undefined) {
      return refuse('bad-calendar', { year, entry: offs === undefined ? '放假' : '上班' });
    }
    for (const each of offs) {
      const [from, to]: readonly unknown[] = Array.isArray(each) ? each : [];
      const read = parsePeriod(`${text(from)}..${text(to)}`);
      if (!read.ok) return { ...read, facts: { ...read.facts, year } };
      off.push(read.value);
    }
    for (const each of works) {
      const read = parseDate(text(each));
      if (!read.ok) return { ...read, facts: { ...read.facts, year } };
      work.add(read.value);
    }
  }
  if (years.size === 0) return refuse('no-years');
  const arrangement: Arrangement = { years, off, work };
  return accept(arrangement as WorkingCalendar);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Whether the day is worked: a weekday that isn't off, or a weekend day worked in exchange.
 *
 * Code 'outside-calendar' (facts date, years) when the calendar doesn't hold the day's year: never guessed.
 */
export function isWorkingDay(calendar: WorkingCalendar, date: CalendarDate): Parsed<boolean> {
  const { year } = partsOf(date);
  if (!calendar.years.has(year)) {
    const years = [...calendar.years].sort((a, b) => a - b).join('、');
    return refuse('outside-calendar', { date: formatDate(date), years });
  }
  if (calendar.work.has(date)) return accept(true);
  if (calendar.off.some((each) => contains(each, date))) return accept(false);
  return accept(dayOfWeek(date) <= 5);
}

/**
 * The last of n working days that begin on the date (firstDayCounts) or on the day after it. Days off are passed over,
 * also when the first day is one.
 *
 * Codes: 'outside-calendar'; 'not-a-count' when n isn't an integer ≥ 1 (fact n).
 *
 * @example addWorkingDays(calendar, d('2022-04-27'), 5, { firstDayCounts: true }) // 2022-05-06
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: CalendarDate,
  n: number,
  { firstDayCounts }: { readonly firstDayCounts: boolean },
): Parsed<CalendarDate> {
  if (!Number.isSafeInteger(n) || n < 1) return refuse('not-a-count', { n: String(n) });
  let left = n;
  for (let day = firstDayCounts ? date : addDays(date, 1); ; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) left -= 1;
    if (left === 0) return accept(day);
  }
}

/** How many days of a period are worked. Code 'outside-calendar'. @example 249 for the whole of 2022 */
export function workingDaysIn(calendar: WorkingCalendar, period: Period): Parsed<number> {
  let count = 0;
  for (let i = 0; i <= daysBetween(period.from, period.to); i += 1) {
    const working = isWorkingDay(calendar, addDays(period.from, i));
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return accept(count);
}
