import { expect, test } from 'vitest';
import { namesIn, nearRow, rowNames } from './row-names.ts';

const invoice = (row: number, code: string, number: string) => ({ row, code, number });
const INVOICES = rowNames(
  [
    invoice(1, '3200192130', '00217001'),
    invoice(2, '', '22320000000000000011'),
    invoice(3, '3200192130', '00300000'),
    invoice(4, '033001900111', '00300000'),
    invoice(5, '', ''),
  ],
  true,
);
const rowsOf = (cell: string, names = INVOICES) =>
  namesIn(cell, names).map(({ rows }) => rows.map(({ row }) => row));

test.each([
  ['00217001', [[1]]],
  ['217001', [[1]]],
  ['３２００１９２１３０００２１７００１', [[1]]],
  ['22320000000000000011', [[2]]],
  ['00217001、22320000000000000011', [[1], [2]]],
  ['00217001, 22320000000000000011；00217009', [[1], [2], []]],
  ['00217001 22320000000000000011', [[1], [2]]],
  ['00300000', [[3, 4]]],
  ['0330019001110 0300000', [[4]]],
  ['', []],
  ['、', []],
])('“%s”对应的发票', (cell, rows) => expect(rowsOf(cell)).toEqual(rows));

test('编号里有空格的，有这一行就是一个编号；没有就是几个', () => {
  const contracts = rowNames([invoice(1, '', 'HT 2021 08'), invoice(2, '', 'HT-09')], false);
  expect(rowsOf('ht 2021 08', contracts)).toEqual([[1]]);
  expect(rowsOf('HT-09 HT-10', contracts)).toEqual([[2], []]);
});

test.each([
  ['00217002', 1],
  ['2232000000000000011', 2],
  ['22320000000000000101', 2],
  ['99999999', undefined],
  ['0000', undefined],
])('“%s”与第几行相近', (written, row) => expect(nearRow(written, INVOICES)?.row).toBe(row));

test('与两行一样近，不猜是哪一行', () => {
  const two = rowNames([invoice(1, '', 'HT-2021-08'), invoice(2, '', 'HT-2021-09')], false);
  expect(nearRow('HT-2021-07', two)).toBeUndefined();
});

test('只有一行与它相差一两个字时才说', () => {
  expect(nearRow('A', rowNames([invoice(1, '', 'B')], false))).toBeUndefined();
  expect(nearRow('A', rowNames([], false))).toBeUndefined();
});
