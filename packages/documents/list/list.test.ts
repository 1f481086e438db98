import { expect, test } from 'vitest';
import { unpacked } from '../office/unpacked.fixture.ts';
import { listCsv } from './list-csv.ts';
import type { ListTable } from './list-table.ts';
import { listXlsx } from './list-xlsx.ts';

const LIST: ListTable = {
  title: '推荐单位[2022]',
  columns: [
    { title: '名称', width: 30 },
    { title: '备注', width: 20 },
  ],
  rows: [
    ['示例市工信局', '=HYPERLINK("http://evil.example")'],
    ['甲,乙', '两行\n文字'],
    ['', '-1'],
  ],
};

test('CSV 带标记，逗号、引号、换行加引号，像公式的变成文字', () => {
  expect(listCsv(LIST)).toBe(
    [
      '\uFEFF名称,备注',
      `示例市工信局,"'=HYPERLINK(""http://evil.example"")"`,
      '"甲,乙","两行\n文字"',
      ",'-1",
      '',
    ].join('\r\n'),
  );
});

test('Excel 的每一格都是文字，没有公式；表头固定并能筛选', () => {
  const sheet = unpacked(listXlsx(LIST)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet.match(/<c r="[A-Z]+\d+"/g)).toHaveLength(8);
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;');
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>');
  expect(sheet).toContain('state="frozen"');
});

test('工作表的名字不含不许用的字符，不超过31个字', () => {
  const name = (title: string) =>
    /<sheet name="([^"]*)"/.exec(
      unpacked(listXlsx({ ...LIST, title })).get('xl/workbook.xml') ?? '',
    )?.[1];
  expect(name('推荐单位[2022]')).toBe('推荐单位 2022 ');
  expect(name('单'.repeat(40))).toBe('单'.repeat(31));
});

test('同样的列表，同样的字节', () => {
  expect(listXlsx(LIST)).toEqual(listXlsx(LIST));
});
