/** Where something stands in a guide file: lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A scalar as it was written, with its place. Every scalar of a guide is read as text. */
export interface Text {
  readonly text: string;
  readonly at: Place;
}

/** The place `offset` characters further on the same line. @example shift({file:'a',line:1,column:3}, 2).column // 5 */
export function shift(at: Place, offset: number): Place {
  return { file: at.file, line: at.line, column: at.column + offset };
}
