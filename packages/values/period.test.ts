import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseDate } from './date.ts';
import {
  contains,
  days,
  formatPeriod,
  overlap,
  type Period,
  parsePeriod,
  periodOf,
} from './period.ts';

function p(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}
function d(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

describe('a period', () => {
  it('includes both its ends', () => {
    const year = p('2021-01-01..2021-12-31');
    expect(days(year)).toBe(365);
    expect(
      ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'].map((each) =>
        contains(year, d(each)),
      ),
    ).toEqual([false, true, true, false]);
  });

  it.each(['2021-01-01..2021-12-31', '2021年1月1日至2021年12月31日', '2021-1-1 .. 2021/12/31'])(
    '%s',
    (text) => {
      expect(formatPeriod(p(text))).toBe('2021-01-01..2021-12-31');
    },
  );

  it('may be a single day', () => {
    expect(days(p('2021-01-01..2021-01-01'))).toBe(1);
  });

  it.each([
    ['2021-12-31..2021-01-01', 'ends-before-start', 12],
    ['2021-01-01..2021-02-29', 'no-such-date', 12],
    ['2021-01-xx..2021-02-01', 'not-a-date', 0],
    ['2021-01-01', 'not-a-period', undefined],
    ['', 'not-a-period', undefined],
    ['..', 'empty', 0],
  ])('%s is refused: %s', (text, code, at) => {
    const parsed = parsePeriod(text);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok ? undefined : parsed.at).toBe(at);
  });

  it('shares exactly the days that lie in both', () => {
    const any = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, length]) => {
        const made = periodOf(
          addDays(d('2021-01-01'), from),
          addDays(d('2021-01-01'), from + length),
        );
        if (!made.ok) throw new Error(made.code);
        return made.value;
      });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const shared = overlap(a, b);
        let count = 0;
        for (let i = -1; i < 70; i += 1) {
          const day = addDays(d('2021-01-01'), i);
          const inBoth = contains(a, day) && contains(b, day);
          if (inBoth) count += 1;
          expect(shared !== undefined && contains(shared, day)).toBe(inBoth);
        }
        expect(shared === undefined ? 0 : days(shared)).toBe(count);
      }),
    );
  });
});
