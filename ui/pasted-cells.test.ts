import { expect, test } from 'vitest';
import { isSheet, sheetCells, sheetDate } from './pasted-cells.ts';

test('引号里的换行和引号属于同一格', () => {
  expect(sheetCells('"甲\n乙"\t"说""好"""\n丙\t丁')).toEqual([
    ['甲\n乙', '说"好"'],
    ['丙', '丁'],
  ]);
});

test('单独一个词不当作表格', () => {
  expect(isSheet('苏州')).toBe(false);
  expect(isSheet('苏州\n')).toBe(false);
  expect(isSheet('苏州\t100')).toBe(true);
});

test('不是日期的文字不动', () => {
  expect(sheetDate('2021年3月1日')).toBe('2021-03-01');
  expect(sheetDate('2021年3月')).toBe('2021年3月');
});
