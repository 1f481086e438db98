import fc from 'fast-check';
import { expect, test } from 'vitest';
import { savedNumber } from './saved-number.ts';

test('whatever decimal was typed comes back, saved with the 17 digits of its double', () => {
  // Spreadsheets keep 15 significant digits of what is typed.
  const typed = fc
    .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`));
  fc.assert(
    fc.property(typed, (value) => {
      const plain = value.toFixed(6).replace(/\.?0+$/, '');
      expect(savedNumber(value.toPrecision(17), 'plain', false)).toEqual({
        kind: 'number',
        text: plain,
      });
    }),
    { seed: 20220316 },
  );
});

test.each([
  ['0.28999999999999998', '29%'],
  ['1', '100%'],
  ['0.00125', '0.125%'],
  ['-0.05', '-5%'],
])('%s shown as a percentage is %s', (saved, text) => {
  expect(savedNumber(saved, 'percent', false)).toEqual({ kind: 'percent', text });
});

test.each([
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['61', false, '1900-03-01'],
  ['44636', false, '2022-03-16'],
  ['44636.75', false, '2022-03-16'],
  ['43174', true, '2022-03-16'],
])('day %s (from 1904: %s) is %s', (saved, from1904, text) => {
  expect(savedNumber(saved, 'date', from1904)).toEqual({ kind: 'date', text });
});

test.each(['', 'x', '0x10', 'Infinity', '1e999', '1,5'])('%j is no number', (saved) => {
  expect(savedNumber(saved, 'plain', false).kind).toBe('error');
});
