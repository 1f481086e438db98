import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineText } from './moment-text.ts';
import { timeLeft } from './time-left.ts';

const at = Date.parse('2022-04-15T17:00:00+08:00');
const before = (text: string) => at - length(text);
const length = (text: string) => {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = text.split(' ').map(Number);
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
};

describe('离时限还有多久', () => {
  test.each([
    ['30 4 59 59', 'far', '30天4小时'],
    ['3 0 0 1', 'far', '3天'],
    ['3 0 0 0', 'near', '3天'],
    ['1 0 59 0', 'near', '1天'],
    ['0 23 59 59', 'near', '23小时59分钟'],
    ['0 5 0 30', 'near', '5小时'],
    ['0 0 59 59', 'near', '59分59秒'],
    ['0 0 12 5', 'near', '12分05秒'],
    ['0 0 0 9', 'near', '9秒'],
    ['0 0 0 0', 'near', '0秒'],
  ])('还有 %s', (left, state, text) => {
    expect(timeLeft(at, before(left))).toEqual({ state, text });
  });

  test('截止的那一刻还在期内，过一毫秒就过了', () => {
    expect(timeLeft(at, at).state).toBe('near');
    expect(timeLeft(at, at + 1).state).toBe('over');
    expect(timeLeft(at, at + length('2 3 0 0'))).toEqual({ state: 'over', text: '2天3小时' });
  });

  test('说出来的时间不多于真有的，少说不到一个最小单位', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400_000 }), (left) => {
        const { text } = timeLeft(at, at - left);
        const said = [...text.matchAll(/(\d+)(天|小时|分钟|分|秒)/g)].reduce(
          (sum, [, n, unit = '']) => sum + Number(n) * (UNITS[unit] ?? Number.NaN),
          0,
        );
        const finest = text.includes('天') ? 3_600_000 : text.includes('小时') ? 60_000 : 1000;
        expect(said).toBeLessThanOrEqual(left);
        expect(left - said).toBeLessThan(finest);
      }),
    );
  });
});

const UNITS: Readonly<Record<string, number>> = {
  天: 86_400_000,
  小时: 3_600_000,
  分钟: 60_000,
  分: 60_000,
  秒: 1000,
};

test.each([
  ['2022-04-15T17:00:00+08:00', '2022-04-15 17:00'],
  ['2022-04-16T00:00:00+08:00', '2022-04-15 24:00'],
  ['2023-01-01T00:00:00+08:00', '2022-12-31 24:00'],
  ['2022-04-16T00:01:00+08:00', '2022-04-16 00:01'],
])('时限写作 %s → %s', (moment, text) => {
  expect(deadlineText(moment)).toBe(text);
});
