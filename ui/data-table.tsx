import type { ReactNode } from 'react';
import { ListExport, type SaveFile } from './list-export.tsx';
import { ScrollFrame } from './scroll-frame.tsx';
import './data-table.css';

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Of its figures: stands in the heading, never in the cells. */
  readonly unit?: string;
  /** figure: right-aligned, digits under digits. Text otherwise. */
  readonly kind?: 'figure';
  /** Names the row: it is read out with each of its cells. One column of a table. */
  readonly heads?: boolean;
  /** What a cell says, also where the list is taken along. */
  readonly text: (row: Row) => string;
  /** What a cell shows, where it isn't just its text. */
  readonly cell?: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** What is listed: 待审核的注册. Read out, and the name of the file. */
  readonly title: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Stands in place of the table when there are no rows: says why, and what comes next. */
  readonly empty: ReactNode;
  /** What can be done with a row: buttons and links, in a last column of their own. */
  readonly actions?: (row: Row) => ReactNode;
  /**
   * How the list is taken along: `saveFile` of platform/browser where all rows are here, the address of a file where
   * the server has more of them. Without it the list can't be.
   */
  readonly onExport?: SaveFile | string;
  /** On a phone a row becomes a card; figures that are compared across rows scroll within the table instead. */
  readonly phone?: 'cards' | 'scroll';
  /** What stands above the table beside the export: how many, filters. */
  readonly aside?: ReactNode;
}

/**
 * A dense list of a desk. Its head stays in sight, figures stand under figures, and it scrolls within itself, never the
 * page sideways.
 * @example
 * <DataTable title="单位" columns={COLUMNS} rows={units} rowKey={(u) => u.id} empty="还没有单位" onExport={saveFile} />
 */
export function DataTable<Row>(props: Props<Row>) {
  const { title, columns, rows, rowKey, empty, actions, onExport, phone = 'cards', aside } = props;
  if (rows.length === 0) {
    return (
      <>
        {aside !== undefined && <div className="data-table-bar">{aside}</div>}
        <p className="data-table-empty">{empty}</p>
      </>
    );
  }
  return (
    <>
      {(aside !== undefined || onExport !== undefined) && (
        <div className="data-table-bar">
          <div>{aside}</div>
          {onExport !== undefined && (
            <ListExport
              onExport={onExport}
              list={() => ({
                title,
                columns: columns.map((column) => ({ title: headingOf(column), width: 20 })),
                rows: rows.map((row) => columns.map((column) => column.text(row))),
              })}
            />
          )}
        </div>
      )}
      <ScrollFrame className={`data-table data-table-${phone}`} label={title}>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.kind}>
                  {headingOf(column)}
                </th>
              ))}
              {actions && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
                {actions && <td className="data-table-actions">{actions(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}

function Cell<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }) {
  const shown = column.cell ? column.cell(row) : column.text(row);
  if (column.heads) {
    return (
      <th scope="row" className={column.kind}>
        {shown}
      </th>
    );
  }
  return (
    <td className={column.kind} data-heading={headingOf(column)}>
      {shown}
    </td>
  );
}

function headingOf({ title, unit }: { readonly title: string; readonly unit?: string }): string {
  return unit === undefined ? title : `${title}（${unit}）`;
}
