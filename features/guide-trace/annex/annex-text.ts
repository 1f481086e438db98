import type { TextClause } from '../text/outline.ts';

/** A character of an annex, and whether white space stands before it on its line. */
export interface PrintedCharacter {
  readonly c: string;
  readonly line: number;
  readonly column: number;
  readonly apart: boolean;
  /** The first of its line. */
  readonly first: boolean;
}

/** Boxes to tick as the fonts of symbols spell them: Wingdings and Wingdings 2. */
const BOXES = new Set(['\uf0a3', '\uf0a8', '\uf06f', '☐']);

/**
 * The characters of an annex without white space. A head that is printed again on each page stands once.
 * @param pageHead without white space; '' for none
 */
export function charactersOf(clause: TextClause, pageHead: string): readonly PrintedCharacter[] {
  const all = [...clause.printed].flatMap((c, i): PrintedCharacter[] => {
    if (c === ' ') return [];
    const line = clause.lines[i] ?? 0;
    const column = clause.columns[i] ?? 0;
    const first = clause.lines[i - 1] !== line;
    const before = clause.columns[i - (clause.printed[i - 1] === ' ' ? 2 : 1)] ?? 0;
    const printed = BOXES.has(c) ? '□' : c;
    return [{ c: printed, line, column, first, apart: !first && column - before > 1 }];
  });
  return pageHead === '' ? all : withoutPageHeads(all, pageHead);
}

function withoutPageHeads(
  all: readonly PrintedCharacter[],
  pageHead: string,
): readonly PrintedCharacter[] {
  const starts = all.flatMap(({ first }, i) => (first ? [i] : []));
  let seen = false;
  return starts.flatMap((start, n) => {
    const line = all.slice(start, starts[n + 1]);
    if (line.map(({ c }) => c).join('') !== pageHead) return line;
    if (seen) return [];
    seen = true;
    return line;
  });
}
