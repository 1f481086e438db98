/** What a page lists, to be taken along: columns with their headings, and rows of texts. */
export interface ListTable {
  /** What it is called: the sheet's name and the file's title. */
  readonly title: string;
  readonly columns: readonly ListColumn[];
  /** As many texts a row as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

export interface ListColumn {
  readonly title: string;
  /** Characters across, of which a Chinese one takes two. */
  readonly width: number;
}
