import type { SheetCell } from '@fuchi/forms/sheet-rows';
import type { CellStyle } from './sheet-styles.ts';

/** A sheet before it becomes XML. Rows and columns count from 0. */
export interface SheetGrid {
  /** Widths in characters. */
  readonly columns: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** The row of column headings, which stands again on each printed page. */
  readonly titles: number;
}

/** A cell with its text; one that spans several is merged. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly style: CellStyle;
  /** What is filled in here; undefined for what is printed. */
  readonly input: SheetCell | undefined;
}

/** @example cellAddress(11, 3) // 'D12' */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The address that stays where it is. @example fixedAddress(11, 3) // '$D$12' */
export function fixedAddress(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
