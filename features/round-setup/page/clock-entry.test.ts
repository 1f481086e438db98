import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockEntry, clockMoment, naturalDays, timesFor } from './clock-entry.ts';

describe('时间怎样填、怎样存', () => {
  test.each([
    ['applicant', '2022-04-15', '17:00', '2022-04-15T17:00:00+08:00'],
    ['applicant', '2022-04-15', '24:00', '2022-04-16T00:00:00+08:00'],
    ['city', '2022-12-31', '24:00', '2023-01-01T00:00:00+08:00'],
    ['county', '2024-02-28', '24:00', '2024-02-29T00:00:00+08:00'],
    ['opening', '2022-03-16', '00:00', '2022-03-16T00:00:00+08:00'],
  ] as const)('%s %s %s', (kind, day, time, at) => {
    expect(clockMoment({ day, time })).toBe(at);
    expect(clockEntry(at, kind)).toEqual({ day, time });
  });

  test.each([
    ['2022-02-30', '17:00'],
    ['', '17:00'],
    ['2022-04-15', '24:30'],
    ['2022-04-15', ''],
  ])('不成时间：%s %s', (day, time) => {
    expect(clockMoment({ day, time })).toBeUndefined();
  });

  test('存了再填出来，是同一个时刻', () => {
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
    const kinds = fc.constantFrom('opening', 'applicant', 'county', 'city');
    fc.assert(
      fc.property(minutes, kinds, (minute, kind) => {
        const at = new Date(Date.UTC(2022, 0, 1) + minute * 60_000).toISOString();
        expect(Date.parse(clockMoment(clockEntry(at, kind)) ?? '')).toBe(Date.parse(at));
      }),
    );
  });
});

test('自然日首尾都算', () => {
  expect(naturalDays('2022-03-16', '2022-03-16')).toBe(1);
  expect(naturalDays('2022-03-16', '2022-04-15')).toBe(31);
  expect(naturalDays('2022-03-16', '2022-03-15')).toBeUndefined();
});

test('可选的时间里总有已填的；截止可选24:00，开放不可', () => {
  expect(timesFor('applicant', '23:59')).toContain('23:59');
  expect(timesFor('applicant', '')).toContain('24:00');
  expect(timesFor('opening', '')).not.toContain('24:00');
});
