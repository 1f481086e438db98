import { expect, test } from 'vitest';
import { SUMS, sumDoubt } from './asked-amount.ts';
import { ASKED } from './asked-names.ts';

test.each(['', ' ', '无', '0', '1200万元', '4.12 亿元', '412,300,000.00元', '－35万元'])(
  '“%s”看得出是多少',
  (text) => expect(sumDoubt(text)).toBeUndefined(),
);

test.each([
  ['4860', '是4860万元还是4860元？'],
  [' 68,532.17 ', '是68,532.17万元还是68,532.17元？'],
  ['5,000万', '单位请写元、万元或亿元'],
  ['300美元', '单位请写元、万元或亿元'],
  ['(1,203.55)万元', '负数写-1200万元'],
  ['约3000万元', '看不出是多少'],
])('“%s”要问', (text, asks) => expect(sumDoubt(text)).toContain(asks));

test('问的每一项金额都是申报里有的', () => {
  expect(ASKED.unit).toEqual(expect.arrayContaining([...SUMS.unit]));
  expect(ASKED.project).toEqual(expect.arrayContaining([...SUMS.project]));
});
