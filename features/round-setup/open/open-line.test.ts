import { expect, test } from 'vitest';
import { openLine } from './open-line.ts';

const at = (text: string) => `2022-${text}:00+08:00`;
const settings = {
  clocks: [
    { kind: 'opening', line: null, territory: null, at: at('03-16T09:00') },
    { kind: 'applicant', line: null, territory: null, at: at('04-16T00:00') },
    { kind: 'applicant', line: 'merger', territory: '320583', at: at('04-20T17:00') },
  ] as const,
};
const line = (id: string, now: string) =>
  openLine({ clocks: [...settings.clocks] }, id, new Date(now));

test.each([
  ['2022-03-16T08:59:59.999+08:00', 'not-yet'],
  ['2022-03-16T09:00:00+08:00', 'open'],
  ['2022-04-15T23:59:59.999+08:00', 'open'],
  ['2022-04-16T00:00:00+08:00', 'open'],
  ['2022-04-16T00:00:00.001+08:00', 'over'],
])('%s：%s', (now, phase) => {
  expect(line('data-product', now).phase).toBe(phase);
});

test('地方另有时间的类别说出来，没有设的时间不编', () => {
  expect(line('merger', at('04-01T00:00'))).toEqual({
    line: 'merger',
    opening: '2022-03-16T01:00:00.000Z',
    deadline: '2022-04-15T16:00:00.000Z',
    county: null,
    city: null,
    phase: 'open',
    placesDiffer: true,
  });
  expect(line('data-product', at('04-01T00:00')).placesDiffer).toBe(false);
});
