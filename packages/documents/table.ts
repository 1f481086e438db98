import type { Align } from './style-sheet.ts';
import type { Run } from './text-run.ts';

/**
 * A table as a grid: each row holds the cells that begin in it, from left to right; the places that a cell above or to
 * the left covers hold nothing. Rows are never cut by a page end.
 * @example
 * const table: Table = {
 *   kind: 'table', columns: [20, 80], headerRows: 0, joined: false,
 *   rows: [{ cells: [label('项目名称'), value('')], minHeight: 9, startsPage: false }],
 * };
 */
export interface Table {
  readonly kind: 'table';
  /** Widths in millimetres. */
  readonly columns: readonly number[];
  /** How many rows from the top stand again on each page. */
  readonly headerRows: number;
  /** Follows the table above without a gap, sharing its line: both look like one. */
  readonly joined: boolean;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Millimetres. */
  readonly minHeight: number;
  /** The printed form goes on on a new page before this row. */
  readonly startsPage: boolean;
}

export interface Cell {
  /** Paragraphs; empty where somebody is to write. */
  readonly lines: readonly (readonly Run[])[];
  readonly colSpan: number;
  /** May run from the header rows down into the others. */
  readonly rowSpan: number;
  readonly align: Align;
  readonly valign: 'top' | 'center';
  /** The characters stand below each other. */
  readonly vertical: boolean;
  /** Where a page end cuts the merged cell, its text stands again on the next page. */
  readonly repeatLabel: boolean;
  /** A heading in 黑体, as the head of a column. */
  readonly heading: boolean;
}

const CELL: Cell = {
  lines: [],
  colSpan: 1,
  rowSpan: 1,
  align: 'center',
  valign: 'center',
  vertical: false,
  repeatLabel: false,
  heading: false,
};

/** A cell with a printed text of one paragraph, centred. @example label('产出指标', { rowSpan: 6, repeatLabel: true }) */
export function label(text: string, differs: Partial<Cell> = {}): Cell {
  return { ...CELL, lines: [[{ text }]], ...differs };
}

/** A cell with what somebody wrote, a paragraph a line, or empty. @example value('120', { align: 'right' }) */
export function value(text: string, differs: Partial<Cell> = {}): Cell {
  const lines = text === '' ? [] : text.split('\n').map((line) => [{ text: line }]);
  return { ...CELL, lines, align: 'left', ...differs };
}
