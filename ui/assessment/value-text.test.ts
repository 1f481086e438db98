import { expect, test } from 'vitest';
import { valueText } from './value-text.ts';

test.each([
  ['8000', '万元', '8,000万元'],
  ['2021', '年度', '2021年度'],
  [true, undefined, '是'],
  [null, '万元', '未知'],
  [['甲', '乙'], undefined, '甲、乙'],
  [[], undefined, '无'],
])('%j in %s', (value, unit, text) => {
  expect(valueText(value, unit)).toBe(text);
});
