import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import type { ColumnView } from '../contract.ts';

const COLUMNS: readonly DataColumn<ColumnView>[] = [
  { key: 'id', title: '列', heads: true, text: ({ id }) => id },
  { key: 'required', title: '必填', text: ({ required }) => (required ? '是' : '否') },
  { key: 'kind', title: '填什么', text: kindText },
  { key: 'says', title: '说明', text: ({ says, options }) => says || options.join('、') || '—' },
];

/** How a register's file looks, column by column. */
export function ColumnTable({ columns }: { readonly columns: readonly ColumnView[] }) {
  return (
    <DataTable
      title="文件的列"
      columns={COLUMNS}
      rows={columns}
      rowKey={({ id }) => id}
      empty="没有列。"
    />
  );
}

function kindText({ role, kind, unit }: ColumnView): string {
  if (role === 'code') return '18位统一社会信用代码';
  if (role === 'name') return '单位全称';
  if (kind === '选项') return '选项之一';
  if (kind === '地区') return '设区市或县（市、区）';
  return unit === '' ? kind : `${kind}（${unit}）`;
}
