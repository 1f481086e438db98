import { expect, test } from 'vitest';
import { stepOf, stepText } from './trial.ts';

test.each([
  ['3000', 2, 300_000],
  ['3,000.5', 2, 300_050],
  ['2999.999', 2, 299_999],
  ['10', 0, 10],
])('a figure as a step and back: %s', (text, decimals, step) => {
  expect(stepOf(text, decimals)).toBe(step);
});

test('what is no plain figure has no step', () => {
  for (const text of ['', '3亿元', '-5', '未知', '1e9']) expect(stepOf(text, 2)).toBeUndefined();
});

test('steps are written without needless zeros', () => {
  expect([0, 5, 100, 299_999, 300_050].map((s) => stepText(s, 2))).toEqual([
    '0',
    '0.05',
    '1',
    '2999.99',
    '3000.5',
  ]);
  expect(stepText(12, 0)).toBe('12');
});
