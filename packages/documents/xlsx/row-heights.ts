import type { GridCell, SheetGrid } from './sheet-grid.ts';

/** Points. */
const LINE = 14;
const ROOM = 6;
const LEAST = 20;
const TITLE = 28;
/** Room for a goal that isn't written yet. */
const GOAL = 96;
/** A Chinese character is as wide as two Latin ones, and columns are measured in Latin ones. */
const WIDE = 2;

/** The height of each row in points: spreadsheets don't measure merged cells themselves. */
export function rowHeights(grid: SheetGrid): readonly number[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const cells = grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    return Math.max(LEAST, ...cells.map((cell) => heightOf(cell, grid.columns)));
  });
}

function heightOf(cell: GridCell, columns: readonly number[]): number {
  if (cell.style === 'title') return TITLE;
  const width = columns
    .slice(cell.column, cell.column + cell.colSpan)
    .reduce((sum, each) => sum + each, 0);
  const needed = linesIn(cell.text, width - 1) * LINE + ROOM;
  return cell.style === 'input-long' ? Math.max(GOAL, needed) : needed;
}

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => {
    const length = [...line].reduce((all, c) => all + (c < '\u0100' ? 1 : WIDE), 0);
    return sum + Math.max(1, Math.ceil(length / width));
  }, 0);
}
