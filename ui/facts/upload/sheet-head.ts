import type { TableRow } from '@fuchi/documents/workbook/table-rows';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type HeadedColumns, headedColumns } from '../headed-columns.ts';

/** The row of a sheet that names the columns. */
export interface SheetHead extends HeadedColumns {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
}

/** Above the headings stand a title and notes at most. */
const MOST_ABOVE = 10;

/**
 * Finds the headings: the first row of which half the cells name columns.
 * @example sheetHead(tableRows(workbook), columns)?.columns[0]?.spec.label // '发票号码'
 */
export function sheetHead(
  rows: readonly TableRow[],
  columns: readonly FactSpec[],
): SheetHead | undefined {
  const above: string[] = [];
  for (const { row, cells } of rows.slice(0, MOST_ABOVE)) {
    const heads = [...cells].map(([at, { text }]) => [at, text] as const);
    const headed = headedColumns(heads, columns, above);
    if (headed) return { row, ...headed };
    above.push(...heads.map(([, text]) => text));
  }
  return undefined;
}
