/** Where something stands in a guide file: lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A scalar as it was written, with its place. Every scalar of a guide is read as text. */
export interface Text {
  readonly text: string;
  /** The text's first character; of a text over several lines, where its scalar starts. */
  readonly at: Place;
  /** Nothing was written here, or not all of it, and that is reported already. */
  readonly missing?: true;
  /** The text stands on several lines: only its start has a place. */
  readonly folded?: true;
  /** Characters written as escapes, longer than themselves: offset in the text and columns more. */
  readonly escapes?: readonly (readonly [offset: number, more: number])[];
}

/**
 * The place of a character of a text, as exactly as its spelling in the file allows.
 * @example placeWithin({ text: '甲 >= 乙', at: { file: 'a', line: 1, column: 3 } }, 2).column // 5
 */
export function placeWithin(text: Text, offset: number): Place {
  if (text.folded) return text.at;
  const more = (text.escapes ?? []).reduce((n, [at, extra]) => (at < offset ? n + extra : n), 0);
  return { ...text.at, column: text.at.column + offset + more };
}
