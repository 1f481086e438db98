import { expect, test } from 'vitest';
import { grouped } from './grouped.ts';

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.8912', '-1,234,567.8912'],
  ['0.0001', '0.0001'],
  ['2021-06-30', '2021-06-30'],
  ['无', '无'],
])('%s is shown as %s', (value, shown) => {
  expect(grouped(value)).toBe(shown);
});
