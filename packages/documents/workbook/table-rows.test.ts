import { expect, test } from 'vitest';
import { listXlsx } from '../list/list-xlsx.ts';
import { openWorkbook } from './open-workbook.ts';
import { tableRows } from './table-rows.ts';

test('写出的列表读得回来，行号、列号、文字都一样', () => {
  const columns = ['名称', '层级', '备注'].map((title) => ({ title, width: 20 }));
  const rows = [
    ['示例市工信局', '设区市', '=1+1'],
    ['', '', ''],
    ['示例县工信局', '', '两行\n_x000D_文字 <&">'],
  ];
  const read = tableRows(openWorkbook(Buffer.from(listXlsx({ title: '单位', columns, rows }))));
  const texts = read.map(({ row, cells }) => [row, ...[0, 1, 2].map((i) => cells.get(i)?.text)]);
  expect(texts).toEqual([
    [1, '名称', '层级', '备注'],
    [2, '示例市工信局', '设区市', '=1+1'],
    [4, '示例县工信局', undefined, '两行\n_x000D_文字 <&">'],
  ]);
});
