import { expect, test } from 'vitest';
import { columnName, referenceOf } from './cell-reference.ts';
import { lookOfCode } from './workbook-cell.ts';

test.each([
  ["'附件1-8'!$D$12", { sheet: '附件1-8', cell: 'D12' }],
  ['表!$AB$3', { sheet: '表', cell: 'AB3' }],
  ["'it''s'!$A$1:$C$2", { sheet: "it's", cell: 'A1' }],
  ['表!#REF!', undefined],
  ['#REF!', undefined],
  ['SUM(A1)', undefined],
  ['[1]表!$A$1:$B', undefined],
])('%s', (text, reference) => expect(referenceOf(text)).toEqual(reference));

test('columns are named as spreadsheets name them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test.each([
  ['General', 'plain'],
  ['0.00', 'plain'],
  ['0.0%', 'percent'],
  ['"100%"0', 'plain'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['[Red]0.00', 'plain'],
  ['[$-804]aaaa;@', 'plain'],
  ['0" days"', 'plain'],
])('a number shown as %s is %s', (code, look) => expect(lookOfCode(code)).toBe(look));
