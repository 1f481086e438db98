/** A list as whoever confirms it gets it: what the applicant filled in, and room for their own figures. */
export interface AnnexTable {
  /** What its rows are: 项目固定资产贷款. */
  readonly name: string;
  readonly columns: readonly AnnexColumn[];
  readonly rows: readonly AnnexRow[];
  /** Sums below the rows, a text a column; undefined where there is nothing to add up. */
  readonly total: readonly string[] | undefined;
  /** Rows may be added that the applicant didn't list. */
  readonly addsRows: boolean;
}

export interface AnnexColumn {
  /** Of the fact's column. */
  readonly id: string;
  /** With its unit. */
  readonly title: string;
  readonly align: 'left' | 'center' | 'right';
  /** Whoever confirms the list puts a figure of their own beside it. */
  readonly confirmed: boolean;
}

export interface AnnexRow {
  /** By which the row is known again: the steps to it below its list. */
  readonly key: string;
  /** 1, or 1-2 in a list within a row. */
  readonly number: string;
  /** A text a column. */
  readonly cells: readonly string[];
}

/** @example confirmedTitle('本金（万元）') // '核定本金（万元）' */
export function confirmedTitle(title: string): string {
  return `核定${title}`;
}
