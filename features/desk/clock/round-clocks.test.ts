import type { ClockKind, RoundClock } from '@fuchi/record-round/contract';
import { describe, expect, test } from 'vitest';
import { type ClockView, roundClocks } from './round-clocks.ts';

const at = (day: string) => `2022-04-${day}T17:00:00+08:00`;
const clock = (
  kind: ClockKind,
  day: string,
  line: string | null = null,
  territory: string | null = null,
): RoundClock => ({ kind, line, territory, at: at(day) });
const open = (...lines: string[]) => lines.map((line) => ({ line, open: true, office: null }));

const settings = {
  lines: [
    ...open('merger', 'data-product', 'smart-factory'),
    { line: 'event', open: false, office: null },
  ],
  clocks: [
    clock('city', '30'),
    clock('applicant', '15'),
    clock('applicant', '20', 'merger'),
    clock('applicant', '25', 'event'),
    clock('applicant', '12', null, '320583'),
    clock('county', '22'),
  ],
};
const PROVINCE: ClockView = {
  kinds: ['opening', 'applicant', 'county', 'city'],
  lines: [],
  territory: null,
};
const shown = (view: ClockView, of = settings) =>
  roundClocks(of, view).clocks.map(({ kind, at: moment, lines }) =>
    [kind, moment.toISOString().slice(8, 10), ...(lines ?? ['其余'])].join(' '),
  );

describe('工作台上的时限', () => {
  test('按时间先后；另有时限的类别单列，没有开放的类别不算', () => {
    expect(shown(PROVINCE)).toEqual([
      'applicant 15 其余',
      'applicant 20 merger',
      'county 22 其余',
      'city 30 其余',
    ]);
  });

  test('条线处室只看自己的类别', () => {
    expect(shown({ ...PROVINCE, lines: ['merger'] })).toEqual([
      'applicant 20 其余',
      'county 22 其余',
      'city 30 其余',
    ]);
    expect(shown({ ...PROVINCE, lines: ['event'] })).toEqual([]);
  });

  test('地方看自己的时限', () => {
    expect(shown({ ...PROVINCE, kinds: ['applicant'], territory: '320583' })).toEqual([
      'applicant 12 其余',
      'applicant 20 merger',
    ]);
  });

  test('辖区里另有时限的，说一声', () => {
    const elsewhere = (view: Partial<ClockView>) =>
      roundClocks(settings, { ...PROVINCE, ...view }).elsewhere;
    expect(elsewhere({})).toEqual(['applicant']);
    expect(elsewhere({ territory: '320500' })).toEqual(['applicant']);
    expect(elsewhere({ territory: '320100' })).toEqual([]);
    expect(elsewhere({ territory: '320583' })).toEqual([]);
    expect(elsewhere({ lines: ['event'] })).toEqual([]);
  });

  test('没有设的时限不编出来', () => {
    expect(shown({ ...PROVINCE, kinds: ['opening'] })).toEqual([]);
    expect(shown(PROVINCE, { ...settings, clocks: [] })).toEqual([]);
  });
});
