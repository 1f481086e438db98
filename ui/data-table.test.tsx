import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type DataColumn, DataTable } from './data-table.tsx';

interface Payment {
  readonly id: string;
  readonly to: string;
  readonly amount: string;
}

const COLUMNS: readonly DataColumn<Payment>[] = [
  { key: 'to', title: '收款单位', heads: true, text: ({ to }) => to },
  { key: 'amount', title: '金额', unit: '万元', kind: 'figure', text: ({ amount }) => amount },
];
const rows = [{ id: '1', to: '示例精工有限公司', amount: '120.50' }];
const shared = {
  title: '拨付',
  columns: COLUMNS,
  rowKey: ({ id }: Payment) => id,
  empty: '还没有拨付',
};

test('单位在表头，金额格里只有数字；行名是行的表头', () => {
  const html = renderToStaticMarkup(<DataTable {...shared} rows={rows} />);
  expect(html).toContain('<th scope="col" class="figure">金额（万元）</th>');
  expect(html).toContain('<td class="figure" data-heading="金额（万元）">120.50</td>');
  expect(html).toContain('<th scope="row">示例精工有限公司</th>');
  expect(html).toContain('<caption class="visually-hidden">拨付</caption>');
  expect(html).not.toContain('导出');
});

test('没有行就说没有，不留空表，也没有可导出的', () => {
  const html = renderToStaticMarkup(<DataTable {...shared} rows={[]} onExport="/api/payments" />);
  expect(html).toContain('还没有拨付');
  expect(html).not.toMatch(/<table|导出/);
});

test('操作另成一列', () => {
  const actions = ({ to }: Payment) => <a href="/payments">{`核对${to}`}</a>;
  const html = renderToStaticMarkup(<DataTable {...shared} rows={rows} actions={actions} />);
  expect(html).toContain('<th scope="col">操作</th>');
  expect(html).toContain('核对示例精工有限公司</a>');
});

test('可导出的列表有导出按钮', () => {
  const html = renderToStaticMarkup(
    <DataTable {...shared} rows={rows} onExport="/api/payments/export" />,
  );
  expect(html).toContain('href="/api/payments/export"');
});
