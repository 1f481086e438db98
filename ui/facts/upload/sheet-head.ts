import type { TableRow } from '@fuchi/documents/workbook/table-rows';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { headingsOf } from '../paste.ts';

/** The row of a sheet that names the columns. */
export interface SheetHead {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly columns: readonly SheetColumn[];
  /** Headings of no column, or of one that stood before. */
  readonly unknown: readonly string[];
}

export interface SheetColumn {
  /** Where it stands in the sheet; A is 0. */
  readonly at: number;
  readonly spec: FactSpec;
  /** The unit of money the heading names where it isn't the column's own; otherwise ''. */
  readonly unit: string;
}

/** Above the headings stand a title and notes at most. */
const MOST_ABOVE = 10;
const MONEY = ['元', '万元', '亿元'];

/**
 * Finds the headings: the first row of which half the cells name columns. An amount may be headed in another unit of
 * money than the list's: what stands below it is taken in that unit.
 * @example sheetHead(tableRows(workbook), columns)?.columns[0]?.spec.label // '发票号码'
 */
export function sheetHead(
  rows: readonly TableRow[],
  columns: readonly FactSpec[],
): SheetHead | undefined {
  for (const { row, cells } of rows.slice(0, MOST_ABOVE)) {
    const heads = [...cells]
      .map(([at, { text }]) => ({ at, text: text.replace(/[\r\n]/gu, '').trim() }))
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.at - b.at);
    const found: SheetColumn[] = [];
    const unknown: string[] = [];
    for (const { at, text } of heads) {
      const named = columnOf(text, columns);
      if (!named || found.some(({ spec }) => spec.id === named.spec.id)) unknown.push(text);
      else found.push({ at, ...named });
    }
    if (found.length > 0 && found.length * 2 >= heads.length)
      return { row, columns: found, unknown };
  }
  return undefined;
}

function columnOf(text: string, columns: readonly FactSpec[]): Omit<SheetColumn, 'at'> | undefined {
  for (const spec of columns) {
    if (headingsOf(spec).includes(text)) return { spec, unit: '' };
    const others = MONEY.includes(spec.unit) ? MONEY : [];
    const unit = others.find((word) =>
      headingsOf({ ...spec, unit: word })
        .slice(1)
        .includes(text),
    );
    if (unit !== undefined) return { spec, unit };
  }
  return undefined;
}
