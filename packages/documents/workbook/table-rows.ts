import { areaOf } from './cell-reference.ts';
import type { Workbook } from './open-workbook.ts';
import type { WorkbookCell } from './workbook-cell.ts';

/** A row of a sheet that isn't empty. */
export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  /** Column (A is 0) → cell. */
  readonly cells: ReadonlyMap<number, WorkbookCell>;
}

/**
 * The rows of the first sheet that has any, from top to bottom.
 * @throws RefusedFile
 * @example tableRows(openWorkbook(bytes))[0]?.cells.get(0)?.text // '单位名称'
 */
export function tableRows(workbook: Workbook): readonly TableRow[] {
  for (const sheet of workbook.sheets) {
    const rows = new Map<number, Map<number, WorkbookCell>>();
    for (const [at, cell] of workbook.cells(sheet)) {
      const place = areaOf(at);
      if (!place) continue;
      const cells = rows.get(place.top) ?? new Map<number, WorkbookCell>();
      cells.set(place.left - 1, cell);
      rows.set(place.top, cells);
    }
    if (rows.size > 0) {
      return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }));
    }
  }
  return [];
}
