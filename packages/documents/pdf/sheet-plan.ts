import { CELL_PADDING, type Layout, styleRule } from '../style-sheet.ts';
import type { Cell, Table } from '../table.ts';
import { type PlacedCell, placedCells } from '../table-slice.ts';
import { surelyOneLine } from './line-width.ts';
import { POINT } from './point.ts';
import { type TypeRun, typeRuns } from './type-pieces.ts';

/** A table as the template takes it; widths and heights in points. */
export interface SheetPlan {
  readonly kind: 'table';
  readonly columns: readonly number[];
  readonly headerRows: number;
  readonly joined: boolean;
  readonly rows: readonly RowPlan[];
}

interface RowPlan {
  readonly least: number;
  readonly breaks: boolean;
  readonly cells: readonly CellPlan[];
}

export interface CellPlan {
  /** Column and row where it begins. */
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly lines: readonly (readonly TypeRun[])[];
  /** How many lines it takes, where that is sure without setting it; −1 where it has to be measured. */
  readonly count: number;
  readonly align: string;
  readonly valign: string;
  readonly heading: boolean;
  readonly repeats: boolean;
}

/** A table with the place of each cell worked out. @example sheetPlan('form', table).rows[0]?.cells[0]?.x // 0 */
export function sheetPlan(layout: Layout, table: Table): SheetPlan {
  const columns = table.columns.map((millimetres) => millimetres * POINT);
  const placed = placedCells(table).map((cell) => cellPlan(layout, cell, columns));
  return {
    kind: 'table',
    columns,
    headerRows: table.headerRows,
    joined: table.joined,
    rows: table.rows.map((row, y) => ({
      least: row.minHeight * POINT,
      breaks: row.startsPage,
      cells: placed.filter((cell) => cell.y === y),
    })),
  };
}

function cellPlan(
  layout: Layout,
  { row, column, cell }: PlacedCell,
  columns: readonly number[],
): CellPlan {
  const lines = cell.vertical ? standing(cell.lines) : cell.lines;
  const width =
    columns.slice(column, column + cell.colSpan).reduce((a, b) => a + b, 0) -
    2 * CELL_PADDING.x * POINT;
  const { size } = styleRule(layout, 'cell');
  const texts = lines.flatMap((runs) =>
    runs
      .map(({ text }) => text)
      .join('')
      .split('\n'),
  );
  const sure = texts.every((text) => surelyOneLine(text, width / size));
  return {
    x: column,
    y: row,
    colspan: cell.colSpan,
    rowspan: cell.rowSpan,
    lines: lines.map(typeRuns),
    count: sure ? texts.length : -1,
    align: cell.align,
    valign: cell.valign,
    heading: cell.heading,
    repeats: cell.repeatLabel,
  };
}

/** Each character on a line of its own. */
function standing(lines: Cell['lines']): Cell['lines'] {
  return lines.flatMap((runs) =>
    runs.flatMap((run) => [...run.text].map((text) => [{ ...run, text }])),
  );
}
