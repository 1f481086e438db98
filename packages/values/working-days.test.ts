import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, formatDate, parseDate } from './date.ts';
import { parsePeriod } from './period.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendarFrom,
  workingDaysIn,
} from './working-days.ts';

/** 国办发明电〔2021〕11号 and, for 2023, 〔2022〕16号. */
const notices = {
  '2022': {
    off: [
      ['2022-01-01', '2022-01-03', '元旦'],
      ['2022-01-31', '2022-02-06', '春节'],
      ['2022-04-03', '2022-04-05', '清明'],
      ['2022-04-30', '2022-05-04', '劳动节'],
      ['2022-06-03', '2022-06-05', '端午'],
      ['2022-09-10', '2022-09-12', '中秋'],
      ['2022-10-01', '2022-10-07', '国庆'],
    ],
    work: [
      '2022-01-29',
      '2022-01-30',
      '2022-04-02',
      '2022-04-24',
      '2022-05-07',
      '2022-10-08',
      '2022-10-09',
    ],
  },
  '2023': {
    off: [
      ['2022-12-31', '2023-01-02', '元旦'],
      ['2023-01-21', '2023-01-27', '春节'],
      ['2023-04-05', '2023-04-05', '清明'],
      ['2023-04-29', '2023-05-03', '劳动节'],
      ['2023-06-22', '2023-06-24', '端午'],
      ['2023-09-29', '2023-10-06', '中秋国庆'],
    ],
    work: [
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ],
  },
};

function calendarOf(data: unknown): WorkingCalendar {
  const parsed = workingCalendarFrom(data);
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.value;
}
function d(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}
const calendar = calendarOf(notices);
const after = (from: string, n: number, firstDayCounts: boolean): string => {
  const end = addWorkingDays(calendar, d(from), n, { firstDayCounts });
  return end.ok ? formatDate(end.value) : end.code;
};

describe('working days', () => {
  it.each([
    ['2022-04-27', 5, '2022-05-06', '2022-05-07'],
    ['2022-04-27', 7, '2022-05-09', '2022-05-10'],
    ['2022-09-28', 5, '2022-10-09', '2022-10-10'],
    ['2022-09-28', 7, '2022-10-11', '2022-10-12'],
    ['2022-01-27', 7, '2022-02-09', '2022-02-10'],
  ])(
    'from %s, %i working days end on %s, or on %s when the next day is the first',
    (from, n, first, next) => {
      expect(after(from, n, true)).toBe(first);
      expect(after(from, n, false)).toBe(next);
    },
  );

  it('a notice published for 7 working days from 2023-06-20 ended on 2023-06-29, the make-up Sunday counted', () => {
    expect(after('2023-06-20', 7, true)).toBe('2023-06-29');
  });

  it('natural days are plain days: 7 from 2022-09-28 end on 2022-10-04, or the day after', () => {
    expect(formatDate(addDays(d('2022-09-28'), 6))).toBe('2022-10-04');
    expect(formatDate(addDays(d('2022-09-28'), 7))).toBe('2022-10-05');
  });

  it('a first day that is off is passed over', () => {
    expect(after('2022-10-01', 1, true)).toBe('2022-10-08');
  });

  it('2022 has 249, month by month as announced', () => {
    const count = (text: string): number | string => {
      const period = parsePeriod(text);
      if (!period.ok) return period.code;
      const days = workingDaysIn(calendar, period.value);
      return days.ok ? days.value : days.code;
    };
    expect(count('2022-01-01..2022-12-31')).toBe(249);
    const ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    expect(ends.map((end, i) => count(`2022-${i + 1}-01..2022-${i + 1}-${end}`))).toEqual([
      21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22,
    ]);
    expect(count('2021-12-31..2022-01-01')).toBe('outside-calendar');
  });

  it('refuses years it does not hold instead of guessing', () => {
    expect(isWorkingDay(calendar, d('2021-12-31'))).toMatchObject({
      code: 'outside-calendar',
      facts: { date: '2021-12-31', years: '2022、2023' },
    });
    expect(after('2023-12-28', 3, true)).toBe('outside-calendar');
    expect(after('2022-01-04', 0, true)).toBe('not-a-count');
    expect(after('2022-01-04', 1.5, true)).toBe('not-a-count');
  });
});

describe('the calendar as data', () => {
  it('takes the project’s Chinese keys', () => {
    const made = calendarOf({
      年度: { '2022': { 放假: [['2022-10-01', '2022-10-07']], 上班: ['2022-10-08'] } },
    });
    expect(isWorkingDay(made, d('2022-10-07'))).toEqual({ ok: true, value: false });
    expect(isWorkingDay(made, d('2022-10-08'))).toEqual({ ok: true, value: true });
  });

  it.each([
    [undefined, 'no-years'],
    [{ 年度: {} }, 'no-years'],
    [{ 年度: { '2022': { 放假: [] } } }, 'bad-calendar'],
    [{ 年度: { '2022': { 放假: [['2022-02-29', '2022-03-01']], 上班: [] } } }, 'no-such-date'],
    [{ 年度: { '2022': { 放假: [['2022-03-02', '2022-03-01']], 上班: [] } } }, 'ends-before-start'],
    [{ 年度: { '2022': { 放假: ['2022-03-02'], 上班: [] } } }, 'empty'],
    [{ 年度: { '2022': { 放假: [], 上班: [20220101] } } }, 'empty'],
  ])('%# refuses %s: %s', (data, code) => {
    expect(workingCalendarFrom(data)).toMatchObject({ ok: false, code });
  });
});
