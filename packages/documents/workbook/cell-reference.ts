/** Columns and rows count from 1. */
export interface CellArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An area written A1 or A1:B2, with or without $. @example areaOf('$D$12') // { left: 4, top: 12, right: 4, bottom: 12 } */
export function areaOf(text: string): CellArea | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (!match) return undefined;
  const [, column = '', row = '', lastColumn = column, lastRow = row] = match;
  return {
    left: columnNumber(column),
    top: Number(row),
    right: columnNumber(lastColumn),
    bottom: Number(lastRow),
  };
}

/** Where a defined name stands: `'申报表'!$D$12`; of an area its first cell, where merged cells keep their content. */
export function referenceOf(text: string): { sheet: string; cell: string } | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u.exec(text.trim());
  const area = areaOf(match?.[3] ?? '');
  if (!match || !area) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
  return { sheet, cell: `${columnName(area.left)}${area.top}` };
}

export function isWithin(cell: CellArea, area: CellArea): boolean {
  return (
    cell.left >= area.left &&
    cell.right <= area.right &&
    cell.top >= area.top &&
    cell.bottom <= area.bottom
  );
}

function columnNumber(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
}

/** @example columnName(28) // 'AB' */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + rest)}`;
}
