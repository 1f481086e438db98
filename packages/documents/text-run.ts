/** A stretch of text in one appearance. “\n” is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}
