import { loadGuide } from '@fuchi/platform-server/load-guide';
import { type Domain, point, type Row, type Rows, YES } from '@fuchi/policy/bounds/domain';
import { fraction } from '@fuchi/policy/fraction';
import { expect, test } from 'vitest';
import { rowTables } from './row-tables.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
const loans = loaded?.checked.facts['贷款'];
if (!loans) throw new Error('贷款 is missing');

const wan = (amount: number) => point(fraction(`${amount * 10_000}/1`));
const rows = (list: readonly Row['cells'][]): Rows => ({
  kind: 'rows',
  items: list.map((cells, i) => ({ row: i + 1, member: YES, value: { number: i + 1, cells } })),
  rest: undefined,
});

test('各期余额不相加，各期利息相加', () => {
  const period = (interest: number) =>
    new Map([
      ['计息余额', wan(2000)],
      ['实付利息', wan(interest)],
    ]);
  const told = rows([
    new Map<string, Domain>([
      ['本金', wan(2000)],
      ['各期付息', rows([period(21), period(22)])],
    ]),
  ]);
  const columns = ['本金', '计息余额', '实付利息'];
  const [, periods] = rowTables(loans, told, (list) =>
    list.columns.filter(({ id }) => columns.includes(id)),
  );
  expect(periods?.table.rows.map((cells) => cells.slice(-2))).toEqual([
    ['2,000', '21'],
    ['2,000', '22'],
  ]);
  expect(periods?.table.total?.slice(-2)).toEqual(['', '43']);
});
