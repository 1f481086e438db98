import { DataTable } from './data-table.tsx';

/** A row of what is signed or changed; `before` is left out where nothing is compared, null where it is new. */
interface SheetRow {
  readonly section: string;
  readonly label: string;
  readonly value: string | null;
  readonly before?: string | null;
}

interface Props {
  readonly title: string;
  readonly rows: readonly SheetRow[];
  readonly empty: string;
}

/** What is, and what was before, row by row; what differs is marked by a word, never by colour alone. */
export function SheetTable({ title, rows, empty }: Props) {
  const compared = rows.some(({ before }) => before !== undefined);
  return (
    <DataTable
      title={title}
      rows={rows}
      rowKey={(row) => `${row.section} ${row.label} ${rows.indexOf(row)}`}
      empty={empty}
      columns={[
        { key: 'section', title: '部分', text: ({ section }) => section },
        { key: 'label', title: '事项', heads: true, text: ({ label }) => label },
        ...(compared
          ? [
              {
                key: 'before',
                title: '原来',
                text: ({ before }: SheetRow) => before ?? (before === null ? '没有' : '—'),
              },
            ]
          : []),
        {
          key: 'value',
          title: compared ? '现在' : '内容',
          text: ({ value }) => value ?? '去掉',
          cell: (row) => (isChanged(row) ? <strong>{row.value ?? '去掉'}</strong> : row.value),
        },
      ]}
    />
  );
}

function isChanged({ value, before }: SheetRow): boolean {
  return before !== undefined && before !== value;
}
