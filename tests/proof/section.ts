/** One part of docs/proof.md: measured anew, then written in place of what stood there. */
export interface Section {
  /** Names the part on the command line and in the page's markers. */
  readonly id: string;
  /** Measures at full size and returns Markdown, beginning with a heading of the second level. */
  write(): Promise<string>;
}
