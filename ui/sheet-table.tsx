import { DataTable } from './data-table.tsx';
import './sheet-table.css';

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

/** What is, and what was before, section by section; what differs stands out by weight and by what stands beside it. */
export function SheetTable({ title, rows, empty }: Props) {
  if (rows.length === 0) return <p className="data-table-empty">{empty}</p>;
  const compared = rows.some(({ before }) => before !== undefined);
  const sections = [...new Set(rows.map(({ section }) => section))];
  return (
    <section
      className={compared ? 'sheet-table sheet-table-compared' : 'sheet-table'}
      aria-label={title}
    >
      {sections.map((section) => (
        <div key={section}>
          <h3>{section}</h3>
          <Rows
            section={section}
            rows={rows.filter((row) => row.section === section)}
            compared={compared}
          />
        </div>
      ))}
    </section>
  );
}

interface RowsProps {
  readonly section: string;
  readonly rows: readonly SheetRow[];
  readonly compared: boolean;
}

function Rows({ section, rows, compared }: RowsProps) {
  return (
    <DataTable
      title={section}
      rows={rows}
      // Two rows may say the same of two things of one name.
      rowKey={(row) => String(rows.indexOf(row))}
      empty=""
      columns={[
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
