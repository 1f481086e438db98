import { type Cell, label, type Row, type Table, value } from '../table.ts';
import { textWidth } from './text-width.ts';

/** A name and what stands beside it. */
export interface Pair {
  readonly label: string;
  readonly text: string;
  /** Takes the whole width, and room to read it. */
  readonly long?: boolean;
}

/** Millimetres. */
const LABEL = 32;
const ROW = 8;
const LONG = 22;
/** Characters that find room beside another pair on two lines at most. */
const SHARED = 26;

/**
 * Pairs as a table with its labels in columns, two pairs a row where both are short.
 * @example pairTable([{ label: '单位名称', text: '示例公司' }], 166)
 */
export function pairTable(pairs: readonly Pair[], width: number): Table {
  const half = width / 2 - LABEL;
  return {
    kind: 'table',
    columns: [LABEL, half, LABEL, half],
    headerRows: 0,
    joined: false,
    rows: linesOf(pairs).map(rowOf),
  };
}

/** One pair a row: on a cover. */
export function coverTable(pairs: readonly Pair[], width: number): Table {
  return {
    kind: 'table',
    columns: [LABEL + 4, width - LABEL - 4],
    headerRows: 0,
    joined: false,
    rows: pairs.map(({ label: name, text }) => ({
      cells: [label(name), value(text)],
      minHeight: 12,
      startsPage: false,
    })),
  };
}

type Line = readonly [Pair, Pair?];

function linesOf(pairs: readonly Pair[]): readonly Line[] {
  const lines: Line[] = [];
  for (const pair of pairs) {
    const before = lines.at(-1);
    const alone = before?.[1] === undefined ? before?.[0] : undefined;
    if (alone && !isWide(alone) && !isWide(pair)) lines[lines.length - 1] = [alone, pair];
    else lines.push([pair]);
  }
  return lines;
}

function isWide({ long, text }: Pair): boolean {
  return long === true || textWidth(text) > SHARED || text.includes('\n');
}

function rowOf([first, second]: Line): Row {
  const cells: Cell[] = [label(first.label)];
  if (second) cells.push(value(first.text), label(second.label), value(second.text));
  else cells.push(value(first.text, { colSpan: 3, valign: first.long ? 'top' : 'center' }));
  return { cells, minHeight: first.long && !second ? LONG : ROW, startsPage: false };
}
