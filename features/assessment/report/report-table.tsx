import type { ReportCell, ReportTable as Table } from './report-blocks.ts';

/** A table of the report; its first column names the rows. */
export function ReportTable({ table: { name, columns, rows } }: { readonly table: Table }) {
  return (
    <table className="figures report-table" aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={`report-${kind}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]?.text}>
            {cells.map((cell, i) => {
              const { title = '', kind = 'text' } = columns[i] ?? {};
              return i === 0 ? (
                <th key={title} scope="row" className={`report-${kind}`}>
                  <Cell cell={cell} />
                </th>
              ) : (
                <td key={title} className={`report-${kind}`}>
                  <Cell cell={cell} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell: { text, below } }: { readonly cell: ReportCell }) {
  return (
    <>
      {text}
      {below.map(({ text, kind }) => (
        <p key={text} className={`${kind} small`}>
          {text}
        </p>
      ))}
    </>
  );
}
