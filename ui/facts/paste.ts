import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry, RowEntry, RowsEntry } from '@fuchi/policy/facts/entry';
import { isTotalRow, MOST_PASTED, sheetAmount, sheetCells, sheetDate } from '../pasted-cells.ts';
import { type HeadedColumn, headedColumns, moneyHeaded } from './headed-columns.ts';
import { newRowKey } from './row-key.ts';

export interface Pasted {
  readonly entry: RowsEntry;
  /** What wasn't taken as it stood, a sentence each. */
  readonly notes: readonly string[];
}

type Sheet = readonly (readonly string[])[];

/** What a pasted sheet says of its columns, and the rows below. */
interface Head {
  readonly columns: readonly HeadedColumn[];
  readonly body: Sheet;
  readonly notes: readonly string[];
}

/**
 * The list after a paste into a cell: cells go right and down from there, rows are added as needed. A row of headings
 * says which column is which and in which unit of money; headings of one's own words say the unit at least. Neither
 * they nor what stands above them, nor totals, become rows.
 * @example pasted(entry, columns, { row: 0, column: 0 }, '1500\t2021-03-01\n700\t2021-06-01').entry.rows.length // 2
 */
export function pasted(
  entry: RowsEntry,
  columns: readonly FactSpec[],
  at: { readonly row: number; readonly column: number },
  text: string,
): Pasted {
  const sheet = sheetCells(text).filter((cells) => cells.some((cell) => cell !== ''));
  const head = headOf(sheet, columns, at.column);
  const body = head.body.filter((cells) => !isTotalRow(cells));
  const totals = head.body.length - body.length;
  const rows: RowEntry[] = [...entry.rows];
  for (const [r, cells] of body.slice(0, MOST_PASTED).entries()) {
    const index = at.row + r;
    const row = rows[index] ?? { key: newRowKey(), cells: {} };
    const taken = head.columns.flatMap(({ at: i, spec, unit }): [string, FieldEntry][] => {
      const cell = cells[i];
      return cell === undefined ? [] : [[spec.id, cellOf(spec, cell, unit)]];
    });
    rows[index] = { key: row.key, cells: { ...row.cells, ...Object.fromEntries(taken) } };
  }
  const notes = [
    ...head.notes,
    ...(totals > 0 ? [`有${totals}行合计，没有取：合计由系统计算。`] : []),
    ...(body.length > MOST_PASTED ? [`一次最多粘贴${MOST_PASTED}行，后面的没有取。`] : []),
  ];
  return { entry: { ...entry, rows }, notes };
}

/** Above the headings stand a title and a note at most. */
const MOST_ABOVE = 3;

function headOf(sheet: Sheet, columns: readonly FactSpec[], from: number): Head {
  for (const [i, cells] of sheet.slice(0, MOST_ABOVE).entries()) {
    const headed = headedColumns(cells.entries(), columns, sheet.slice(0, i).flat());
    if (!headed) continue;
    const { unknown } = headed;
    const notes = unknown.length > 0 ? [`没有认出这几列，没有取：${unknown.join('、')}。`] : [];
    return { columns: headed.columns, body: sheet.slice(i + 1), notes };
  }
  const inOrder = columns.slice(from).map((spec, at) => ({ at, spec, unit: '' }));
  const [first = []] = sheet;
  if (!isOwnHead(first, inOrder)) return { columns: inOrder, body: sheet, notes: [] };
  const named = inOrder.map((one) => ({
    ...one,
    unit: moneyHeaded(first[one.at] ?? '', one.spec),
  }));
  const notes = ['第一行是表头，没有取；列名与这里的不同，各列按次序对应，请核对。'];
  return { columns: named, body: sheet.slice(1), notes };
}

/** Whether a first row names its columns in words of its own: figures and dates are asked, and none of them has a digit. */
function isOwnHead(cells: readonly string[], columns: readonly HeadedColumn[]): boolean {
  const figures = columns
    .filter(({ spec }) => spec.type.kind === 'number')
    .flatMap(({ at }) => cells[at] ?? [])
    .filter((text) => text !== '');
  return figures.length >= 2 && figures.every((text) => !/\d|^[-—–/无]$/u.test(text));
}

/**
 * What a field takes of a cell: dates and negative amounts as sheets show them, and lists of words.
 * @param unit the unit of money the heading names where it isn't the column's own
 * @example cellOf(amount, '(1,200.50)', '元') // '-1,200.50元'
 */
export function cellOf({ type }: FactSpec, text: string, unit = ''): FieldEntry {
  if (type.kind === 'choice' && type.many) return text.split(/[、,，;；]/).filter((w) => w !== '');
  if (type.kind !== 'number') return text;
  if (type.dimension === 'date') return sheetDate(text);
  const amount = sheetAmount(text);
  // An amount that brings a unit along under a heading of another has two: which is meant isn't guessed.
  return amount === '' ? '' : `${amount}${unit}`;
}
