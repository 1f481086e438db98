import type { FactSpec } from '@fuchi/policy/checked-guide';
import { answerText } from '../answers/answer-text.ts';
import { isRows, type RowsEntry } from '../entry.ts';

/** The rows of a list, each as one sentence of its cells. */
export function ReportRows({
  spec,
  entry,
}: {
  readonly spec: FactSpec;
  readonly entry: RowsEntry;
}) {
  return (
    <ol className="report-rows">
      {entry.rows.map((row) => (
        <li key={row.key}>
          {spec.columns
            .flatMap((column) => {
              const field = row.cells[column.id];
              return field === undefined || field === ''
                ? []
                : [`${column.label}${answerText(column, field)}`];
            })
            .join('，')}
          {spec.columns.map((column) => {
            const inner = row.cells[column.id];
            return isRows(inner) && inner.rows.length > 0 ? (
              <ReportRows key={column.id} spec={column} entry={inner} />
            ) : null;
          })}
        </li>
      ))}
    </ol>
  );
}
