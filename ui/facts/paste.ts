import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry, RowEntry, RowsEntry } from '@fuchi/policy/facts/entry';
import { MOST_PASTED, sheetCells, sheetDate } from '../pasted-cells.ts';
import { newRowKey } from './row-key.ts';

/**
 * The list after a paste into a cell: cells go right and down from there, rows are added as needed. A first row that
 * repeats column names says which column is which and isn't taken itself.
 * @example pasted(entry, columns, { row: 0, column: 0 }, '1500\t2021-03-01\n700\t2021-06-01').rows.length // 2
 */
export function pasted(
  entry: RowsEntry,
  columns: readonly FactSpec[],
  at: { readonly row: number; readonly column: number },
  text: string,
): RowsEntry {
  const sheet = sheetCells(text);
  const { heads, headed } = headsOf(columns, sheet[0] ?? []);
  const body = (headed ? sheet.slice(1) : sheet).slice(0, MOST_PASTED);
  const columnOf = (i: number) => columns[headed ? (heads[i] ?? -1) : at.column + i];
  const rows: RowEntry[] = [...entry.rows];
  body.forEach((cells, r) => {
    const index = at.row + r;
    const row = rows[index] ?? { key: newRowKey(), cells: {} };
    const taken = cells.flatMap((text, i): [string, FieldEntry][] => {
      const column = columnOf(i);
      return column ? [[column.id, cellOf(column, text)]] : [];
    });
    rows[index] = { key: row.key, cells: { ...row.cells, ...Object.fromEntries(taken) } };
  });
  return { ...entry, rows };
}

/** Heads of a pasted sheet that no column has: what stands below them isn't taken, and the person is told. */
export function unknownHeads(columns: readonly FactSpec[], text: string): readonly string[] {
  const [first = []] = sheetCells(text);
  const { heads, headed } = headsOf(columns, first);
  return headed ? first.filter((head, i) => head !== '' && heads[i] === -1) : [];
}

/** Which column each cell of a first row names, and whether enough do for it to be a head. */
function headsOf(columns: readonly FactSpec[], first: readonly string[]) {
  const heads = first.map((head) => columns.findIndex((c) => headingsOf(c).includes(head)));
  const named = heads.filter((h) => h >= 0).length;
  return { heads, headed: named >= Math.max(1, Math.ceil(heads.length / 2)) };
}

/** How a heading may name a column: with its unit, or without. */
export function headingsOf({ label, unit }: FactSpec): readonly string[] {
  return unit === '' ? [label] : [label, `${label}（${unit}）`, `${label}(${unit})`];
}

/** Dates as sheets show them, and lists of words, become what the field takes. */
export function cellOf({ type }: FactSpec, text: string): FieldEntry {
  if (type.kind === 'choice' && type.many) return text.split(/[、,，;；]/).filter((w) => w !== '');
  if (type.kind !== 'number' || type.dimension !== 'date') return text;
  return sheetDate(text);
}
