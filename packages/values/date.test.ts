import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  type CalendarDate,
  completeYears,
  dateOf,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  endOfYear,
  formatDate,
  formatDateChinese,
  monthsBetween,
  parseDate,
  partsOf,
} from './date.ts';

function d(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}

/** The oracle of months: the platform's own calendar, which date.ts never uses. */
const utc = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const anyDate = fc
  .integer({ min: d('1900-01-01'), max: d('2199-12-31') })
  .map((n) => addDays(d('1970-01-01'), n));
/** Ends of months and 29 February, where date arithmetic breaks. */
const edge = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.constantFrom(1, 2, 3, 4, 12),
    fc.constantFrom(0, 1, 2),
  )
  .map(([year, month, back]) => addDays(endOfMonth(d(`${year}-${month}-1`)), -back));
const date = fc.oneof(anyDate, edge);

describe('a written date', () => {
  it.each([
    '2021-01-31',
    '2021-1-31',
    '2021/1/31',
    '2021.1.31',
    '2021.01.31',
    '20210131',
    '2021年1月31日',
    '２０２１年１月３１日',
    ' 2021 年 1 月 31 日 ',
  ])('%s', (text) => {
    expect(formatDate(d(text))).toBe('2021-01-31');
    expect(formatDateChinese(d(text))).toBe('2021年1月31日');
  });

  it.each([
    ['2021-02-29', 'no-such-date'],
    ['1900-02-29', 'no-such-date'],
    ['2021-04-31', 'no-such-date'],
    ['2021-13-01', 'no-such-date'],
    ['2021-00-10', 'no-such-date'],
    ['2021-01-00', 'no-such-date'],
    ['1899-12-31', 'year-out-of-range'],
    ['2200-01-01', 'year-out-of-range'],
    ['', 'empty'],
    ['2021-01', 'not-a-date'],
    ['2021-01/31', 'not-a-date'],
    ['21-01-31', 'not-a-date'],
    ['2021-01-31T00:00', 'not-a-date'],
    ['2021013', 'not-a-date'],
    ['2021.01-31', 'not-a-date'],
    ['20210231', 'no-such-date'],
    ['99990131', 'year-out-of-range'],
    ['1'.repeat(1_000_000), 'not-a-date'],
  ])('%.20s is refused: %s', (text, code) => {
    expect(parseDate(text)).toMatchObject({ ok: false, code });
  });

  it('names the parts of a date that does not exist', () => {
    expect(parseDate('2021-02-29')).toMatchObject({
      facts: { year: '2021', month: '02', day: '29' },
    });
  });

  it('leap years: 2000, 2020 and 2024 have a 29 February; 1900, 2100 and 2021 have none', () => {
    expect(
      [1900, 2000, 2020, 2021, 2024, 2100].map((year) => dateOf(year, 2, 29) !== undefined),
    ).toEqual([false, true, true, false, true, false]);
  });
});

describe('the calendar, every day from 1900 to 2199', () => {
  it('agrees with counting day by day', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    // 25 567 days lie between 1900-01-01, a Monday, and 1970-01-01.
    let n = -25_567;
    let weekday = 1;
    for (let year = 1900; year <= 2199; year += 1) {
      const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
      for (const [index, length] of lengths.entries()) {
        const month = index + 1;
        const last = month === 2 && leap ? 29 : length;
        for (let day = 1; day <= last; day += 1) {
          const made = dateOf(year, month, day);
          if (made !== n) throw new Error(`${year}-${month}-${day} is ${made}, not ${n}`);
          const parts = partsOf(made);
          if (parts.year !== year || parts.month !== month || parts.day !== day)
            throw new Error(`parts of ${n}`);
          if (dayOfWeek(made) !== weekday) throw new Error(`weekday of ${n}`);
          if (d(formatDate(made)) !== made || d(formatDateChinese(made)) !== made)
            throw new Error(`text of ${n}`);
          n += 1;
          weekday = (weekday % 7) + 1;
        }
        expect(dateOf(year, month, last + 1)).toBeUndefined();
      }
    }
    expect(formatDate(addDays(d('2199-12-31'), 0))).toBe('2199-12-31');
  });

  it('2022-04-27 was a Wednesday', () => {
    expect(dayOfWeek(d('2022-04-27'))).toBe(3);
  });
});

describe('months and years later', () => {
  it.each([
    ['2021-01-31', 1, '2021-02-28', '2021-03-03', '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29', '2020-03-02', '2020-02-29'],
    ['2021-02-28', 1, '2021-03-28', '2021-03-28', '2021-03-31'],
    ['2021-04-30', 1, '2021-05-30', '2021-05-30', '2021-05-31'],
    ['2021-03-31', -1, '2021-02-28', '2021-03-03', '2021-02-28'],
    ['2021-06-15', 18, '2022-12-15', '2022-12-15', '2022-12-15'],
    ['2020-02-29', 12, '2021-02-28', '2021-03-01', '2021-02-28'],
    ['2021-02-28', 36, '2024-02-28', '2024-02-28', '2024-02-29'],
  ])('%s and %i months: clip %s, overflow %s, end of month %s', (from, n, clip, overflow, end) => {
    expect(formatDate(addMonths(d(from), n, 'clip'))).toBe(clip);
    expect(formatDate(addMonths(d(from), n, 'overflow'))).toBe(overflow);
    expect(formatDate(addMonths(d(from), n, 'end-of-month'))).toBe(end);
  });

  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, n) => {
        const { year, month, day } = partsOf(from);
        const first = new Date(Date.UTC(year, month - 1 + n, 1));
        const [toYear, toMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
        const last = lastDay(toYear, toMonth);
        const clipped = Math.min(day, last);
        const stays = day === lastDay(year, month) ? last : clipped;
        expect(formatDate(addMonths(from, n, 'overflow'))).toBe(utc(toYear, toMonth, day));
        expect(formatDate(addMonths(from, n, 'clip'))).toBe(utc(toYear, toMonth, clipped));
        expect(formatDate(addMonths(from, n, 'end-of-month'))).toBe(utc(toYear, toMonth, stays));
        expect(addYears(from, n, 'clip')).toBe(addMonths(from, 12 * n, 'clip'));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows ends and differences', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const { year, month } = partsOf(a);
        expect(formatDate(endOfMonth(a))).toBe(utc(year, month + 1, 0));
        expect(formatDate(endOfYear(a))).toBe(`${year}-12-31`);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b)).toBe(
          (Date.parse(formatDate(b)) - Date.parse(formatDate(a))) / 86_400_000,
        );
      }),
    );
  });

  it('throws for a fraction of a month, which only a program can ask for', () => {
    expect(() => addMonths(d('2021-01-31'), 0.5, 'clip')).toThrow(RangeError);
    expect(() => addDays(d('2021-01-31'), Number.NaN)).toThrow(RangeError);
  });
});

describe('complete months and years', () => {
  it.each([
    ['2021-01-31', '2021-02-27', 0],
    ['2021-01-31', '2021-02-28', 1],
    ['2021-01-15', '2022-01-14', 11],
    ['2021-01-15', '2022-01-15', 12],
    ['2022-01-15', '2021-01-15', -12],
    ['2021-01-15', '2021-01-15', 0],
  ])('from %s to %s: %i months', (from, to, months) => {
    expect(monthsBetween(d(from), d(to))).toBe(months);
  });

  it.each([
    // from, to, first day not counted, both days counted
    ['2021-06-30', '2023-06-28', 1, 1],
    ['2021-06-30', '2023-06-29', 1, 2],
    ['2021-06-30', '2023-06-30', 2, 2], // exactly 2 years, or 2 years and a day
    ['2019-01-01', '2021-12-30', 2, 2],
    ['2019-01-01', '2021-12-31', 2, 3],
    ['2019-01-01', '2022-01-01', 3, 3],
    ['2020-02-29', '2021-02-27', 0, 0],
    ['2020-02-29', '2021-02-28', 1, 1],
    ['2020-03-01', '2021-02-28', 0, 1],
    ['2020-02-29', '2024-02-28', 3, 4],
    ['2020-02-29', '2024-02-29', 4, 4],
    ['2021-12-31', '2021-12-31', 0, 0],
    ['2022-01-01', '2019-01-01', -3, -3],
  ])('from %s to %s: %i years, or %i with both days counted', (from, to, notFirst, both) => {
    expect(completeYears(d(from), d(to), 'first-day-not-counted')).toBe(notFirst);
    expect(completeYears(d(from), d(to), 'both-days-counted')).toBe(both);
  });

  it('agrees with looking for the day on which each year ends', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 20_000 }), (from, length) => {
        const to = addDays(from, length);
        const { year, month, day } = partsOf(from);
        const end = formatDate(to);
        let [months, anniversaries, eves] = [0, 0, 0];
        for (let i = 1; i <= 12 * 60; i += 1) {
          const [y, m] = [year + Math.floor((month - 1 + i) / 12), ((month - 1 + i) % 12) + 1];
          if (utc(y, m, Math.min(day, lastDay(y, m))) <= end) months = i;
        }
        for (let i = 1; i <= 60; i += 1) {
          if (utc(year + i, month, Math.min(day, lastDay(year + i, month))) <= end)
            anniversaries = i;
          if (utc(year + i, month, day - 1) <= end) eves = i;
        }
        expect(monthsBetween(from, to)).toBe(months);
        expect(completeYears(from, to, 'first-day-not-counted')).toBe(anniversaries);
        expect(completeYears(from, to, 'both-days-counted')).toBe(eves);
      }),
      { numRuns: 300 },
    );
  });
});
