import { CELL_PADDING, styleRule } from '../style-sheet.ts';
import { label, type Row, type Table, value } from '../table.ts';
import { textWidth, unbrokenWidth } from './text-width.ts';

/** A table of texts: its columns and what stands in them. */
export interface TextTable {
  readonly columns: readonly TextColumn[];
  /** As many texts a row as there are columns; “\n” parts lines. */
  readonly rows: readonly (readonly string[])[];
  /** Stands below the rows in heavier type: sums. */
  readonly total?: readonly string[];
}

export interface TextColumn {
  readonly title: string;
  /** Figures stand on the right, short words in the middle. */
  readonly align: 'left' | 'center' | 'right';
  /** Stands again where the table is parted. */
  readonly names?: boolean;
  /** Hundredths of the width; where every column has them, what stands in the cells doesn't count. */
  readonly share?: number;
}

/** Millimetres of a character in a table's cell. */
const CHARACTER = (styleRule('report', 'cell').size * 25.4) / 72;
/** Between a cell's text and its lines, and a little for where scripts meet. */
const EDGES = 2 * CELL_PADDING.x + 0.8;
/** No column is squeezed below three characters, none asks for more than fourteen before it breaks lines. */
const LEAST = 3;
const WISHED = 14;
/** A word longer than so many characters is cut where its line ends: it would leave the others no room. */
const LONGEST_WORD = 12;
/** A text of many characters isn't set in more than so many lines, as far as this many characters a line suffice. */
const MOST_LINES = 4;
const READABLE = 7;
const ROW = 7;
const HEAD = 9;

/**
 * A table as wide as the page; one with more columns than fit is parted into several below each other, each with the
 * columns that name a row. No figure, date or number is broken where its column has room.
 * @example textTables({ columns: [{ title: '年度', align: 'center' }], rows: [['2021']] }, 166)
 */
export function textTables(table: TextTable, width: number): readonly Table[] {
  return partsOf(table, width).map((part) => oneTable(part, width));
}

function partsOf(table: TextTable, width: number): readonly TextTable[] {
  if (hasShares(table)) return [table];
  const leasts = table.columns.map((_, i) => leastOf(table, i));
  const names = table.columns.flatMap((column, i) => (column.names ? [i] : []));
  const named = names.reduce((sum, i) => sum + (leasts[i] ?? 0), 0);
  const parts: number[][] = [[]];
  let used = named;
  leasts.forEach((least, i) => {
    if (names.includes(i)) return;
    if (used + least > width && parts.at(-1)?.length !== 0) {
      parts.push([]);
      used = named;
    }
    parts.at(-1)?.push(i);
    used += least;
  });
  if (parts.length === 1) return [table];
  return parts.map((part) =>
    columnsOnly(
      table,
      [...names, ...part].sort((a, b) => a - b),
    ),
  );
}

function columnsOnly(table: TextTable, at: readonly number[]): TextTable {
  const take = <T>(all: readonly T[]) => at.flatMap((i) => all[i] ?? []);
  const rows = table.rows.map((row) => at.map((i) => row[i] ?? ''));
  const { total } = table;
  return {
    columns: take(table.columns),
    rows,
    ...(total ? { total: at.map((i) => total[i] ?? '') } : {}),
  };
}

/** Millimetres below which a figure would break. */
function leastOf(table: TextTable, column: number): number {
  const title = table.columns[column]?.title ?? '';
  const heading = Math.max(unbrokenWidth(title), Math.ceil(textWidth(title) / 3));
  const texts = textsOf(table, column);
  const widest = Math.max(...texts.map(unbrokenWidth), 1);
  const lines = Math.min(READABLE, Math.max(...texts.map(textWidth), 0) / MOST_LINES);
  return Math.max(LEAST, heading, lines, Math.min(widest, LONGEST_WORD)) * CHARACTER + EDGES;
}

/** Millimetres in which most cells stand on one line. */
function wishOf(table: TextTable, column: number): number {
  const texts = [table.columns[column]?.title ?? '', ...textsOf(table, column)];
  const longest = Math.max(...texts.flatMap((text) => text.split('\n').map(textWidth)));
  return Math.min(longest, WISHED * Math.max(1, Math.min(3, longest / 20))) * CHARACTER + EDGES;
}

function textsOf({ rows, total }: TextTable, column: number): readonly string[] {
  return [...rows, ...(total ? [total] : [])].map((row) => row[column] ?? '');
}

function hasShares({ columns }: TextTable): boolean {
  return columns.every(({ share }) => share !== undefined);
}

/** Each column gets its least, the rest goes by how much more it wishes. */
function widthsOf(table: TextTable, width: number): readonly number[] {
  if (hasShares(table)) return table.columns.map(({ share = 0 }) => (width * share) / 100);
  const leasts = table.columns.map((_, i) => leastOf(table, i));
  const wishes = table.columns.map((_, i) => Math.max(leasts[i] ?? 0, wishOf(table, i)));
  const rest = width - sum(leasts);
  const more = wishes.map((wish, i) => wish - (leasts[i] ?? 0));
  const wished = sum(more);
  if (rest <= 0) return leasts.map((least) => (least * width) / sum(leasts));
  if (wished <= 0) return leasts.map((least) => least + rest / leasts.length);
  return leasts.map((least, i) => least + (rest * (more[i] ?? 0)) / wished);
}

function oneTable(table: TextTable, width: number): Table {
  const { columns, rows, total } = table;
  const head = columns.map(({ title }) => label(title, { heading: true }));
  const body = rows.map((texts) => columns.map(({ align }, i) => value(texts[i] ?? '', { align })));
  const foot = columns.map(({ align }, i) => {
    const text = total?.[i] ?? '';
    return value('', { align, lines: text === '' ? [] : [[{ text, bold: true }]] });
  });
  return {
    kind: 'table',
    columns: widthsOf(table, width),
    headerRows: 1,
    joined: false,
    rows: [row(head, HEAD), ...body.map((cells) => row(cells)), ...(total ? [row(foot)] : [])],
  };
}

function row(cells: Row['cells'], minHeight = ROW): Row {
  return { cells, minHeight, startsPage: false };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
