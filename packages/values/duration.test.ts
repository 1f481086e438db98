import { describe, expect, it } from 'vitest';
import { formatDate, parseDate } from './date.ts';
import {
  addDuration,
  compareDurations,
  type Duration,
  formatDuration,
  parseDuration,
} from './duration.ts';
import { toDecimal } from './rational.ts';

function u(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}

describe('a duration', () => {
  it.each([
    ['2年', '24', '0', '2年'],
    ['2.5年', '30', '0', '30个月'],
    ['2.51年', '30.12', '0', '30.12个月'],
    ['18个月', '18', '0', '18个月'],
    ['24 个月', '24', '0', '2年'],
    ['3.5天', '0', '3.5', '3.5天'],
    ['30日', '0', '30', '30天'],
    ['1年6个月', '18', '0', '18个月'],
    ['1年10天', '12', '10', '1年10天'],
    ['0天', '0', '0', '0天'],
    ['２年', '24', '0', '2年'],
  ])('%s is %s months and %s days, written %s', (text, months, days, written) => {
    expect([toDecimal(u(text).months), toDecimal(u(text).days)]).toEqual([months, days]);
    expect(formatDuration(u(text))).toBe(written);
  });

  it.each([
    ['', 'empty'],
    ['2', 'no-unit'],
    ['2小时', 'unknown-unit'],
    ['10个工作日', 'working-days'],
    ['5工作日', 'working-days'],
    ['6个月1年', 'unknown-unit'],
    ['1年1年', 'unknown-unit'],
    ['2年左右', 'unknown-unit'],
    ['-2年', 'negative-duration'],
    ['1e3年', 'not-a-number'],
    ['年', 'unknown-unit'],
  ])('%s is refused: %s', (text, code) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, code });
  });

  it('orders what the calendar cannot change', () => {
    expect(compareDurations(u('2年'), u('24个月'))).toBe(0);
    expect(compareDurations(u('2.51年'), u('30个月'))).toBe(1);
    expect(compareDurations(u('3天'), u('3.5天'))).toBe(-1);
    expect(compareDurations(u('1个月'), u('1年10天'))).toBe(-1);
    expect(compareDurations(u('1个月'), u('30天'))).toBeUndefined();
  });

  it('added to a date, whole months and days only', () => {
    const from = parseDate('2021-01-31');
    if (!from.ok) throw new Error(from.code);
    const after = (text: string): string | undefined => {
      const to = addDuration(from.value, u(text), 'clip');
      return to === undefined ? undefined : formatDate(to);
    };
    expect(after('1个月')).toBe('2021-02-28');
    expect(after('2.5年')).toBe('2023-07-31');
    expect(after('1个月1天')).toBe('2021-03-01');
    expect(after('2.51年')).toBeUndefined();
    expect(after('3.5天')).toBeUndefined();
    expect(after('9999999999999年')).toBeUndefined();
  });
});
