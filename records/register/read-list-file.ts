import { openWorkbook, type WorkbookBounds } from '@fuchi/documents/workbook/open-workbook';
import { type FileRefusal, RefusedFile } from '@fuchi/documents/workbook/refused-file';
import type { ValueContext } from '@fuchi/policy/facts/read-value';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import type { ColumnPlaces } from './list-heading.ts';
import type { ListCell } from './list-row.ts';
import { type ReadList, readList } from './read-list.ts';

export type ListFile =
  | { readonly ok: true; readonly list: ReadList; readonly sheets: readonly string[] }
  | { readonly ok: false; readonly code: FileRefusal };

/** Rows of a list at most, its heading and titles not counted. */
export const MOST_ROWS = 100_000;

/** A list of that length with a dozen columns; what is longer isn't one of ours. */
const BOUNDS: WorkbookBounds = {
  bytes: 20 * 1024 * 1024,
  zip: { entries: 500, entry: 200_000_000, total: 300_000_000 },
  sheet: { rows: MOST_ROWS + 20, cells: 1_500_000 },
};

/**
 * Reads the list in a spreadsheet: of its sheets the first that has any rows. It takes seconds and much memory for a
 * long one, so that a thread of its own does it.
 * @example readListFile(register, bytes, valueContext(guide))
 */
export function readListFile(
  register: CheckedRegister,
  bytes: Buffer,
  context: ValueContext,
  places?: ColumnPlaces,
): ListFile {
  try {
    const workbook = openWorkbook(bytes, BOUNDS);
    for (const sheet of workbook.sheets) {
      const rows: [number, ReadonlyMap<number, ListCell>][] = [];
      workbook.eachRow(sheet, (row, cells) => rows.push([row, cells]));
      if (rows.length === 0) continue;
      return { ok: true, list: readList(register, rows, context, places), sheets: workbook.sheets };
    }
    return { ok: false, code: 'file-empty' };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, code: error.code };
    throw error;
  }
}
