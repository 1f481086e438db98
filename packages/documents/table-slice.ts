import type { Cell, Row, Table } from './table.ts';

/**
 * The part of a table from row `from` up to but without row `to`, as it stands on a page of its own: the header rows
 * first, and of each merged cell the part that falls into it, with its text again where it repeats. Without the header
 * rows `from` counts like everywhere: it is an index of `table.rows`.
 * @example tableSlice(table, 9, 20).rows[0] // the header row
 */
export function tableSlice(table: Table, from: number, to: number): Table {
  const start = Math.max(from, table.headerRows);
  const kept = [...range(0, Math.min(table.headerRows, to)), ...range(start, to)];
  const rows = kept.map((index, at): Row => {
    const placed = placedCells(table).filter(({ row, cell }) => {
      const end = row + cell.rowSpan;
      return row <= index && index < end && kept.find((k) => k >= row) === index;
    });
    const cells = placed
      .sort((a, b) => a.column - b.column)
      .map(({ row, cell }): Cell => {
        const rowSpan = kept.filter((k) => k >= row && k < row + cell.rowSpan).length;
        const cut = index !== row && !cell.repeatLabel;
        return { ...cell, rowSpan, lines: cut ? [] : cell.lines };
      });
    const { minHeight, startsPage } = table.rows[index] ?? { minHeight: 0, startsPage: false };
    return { cells, minHeight, startsPage: startsPage && at > 0 && index !== start };
  });
  return { ...table, rows, joined: table.joined && from === 0 };
}

/** The table as the parts between which a new page begins. @example pageParts(table).length // 2 for annex 1-8 */
export function pageParts(table: Table): readonly Table[] {
  const starts = table.rows.flatMap((row, index) => (row.startsPage && index > 0 ? [index] : []));
  if (starts.length === 0) return [table];
  const ends = [...starts, table.rows.length];
  return [0, ...starts].map((from, i) => tableSlice(table, from, ends[i] ?? from));
}

/** A cell with the row and the column it begins in. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Where each cell of a table stands in its grid, row by row. */
export function placedCells(table: Table): readonly PlacedCell[] {
  const taken = table.rows.map(() => new Set<number>());
  return table.rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column += 1;
      const at = column;
      for (const r of range(row, row + cell.rowSpan)) {
        for (const c of range(at, at + cell.colSpan)) taken[r]?.add(c);
      }
      column = at + cell.colSpan;
      return { row, column: at, cell };
    });
  });
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
