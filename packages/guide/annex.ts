import type { Place, Text } from './place.ts';

/**
 * 承诺函: a paper of the line that the applicant itself makes. It is printed from what the line promises, signed and
 * sealed, and then is that paper.
 */
export interface Letter {
  readonly at: Place;
  /** The name of a paper of the line. */
  readonly paper: Text;
  /** What the applicant promises, a sentence each. */
  readonly promises: readonly Text[];
}

/**
 * 附表: a list of the application that somebody else confirms, a bank or an auditor. It is printed for them with what
 * the applicant filled in and room for their own figures, and comes back as rows.
 */
export interface Annex {
  readonly at: Place;
  /** As printed: 省级金融机构利息确认表. */
  readonly name: Text;
  /** The paper of the line it goes with. */
  readonly paper: Text;
  /** Who confirms it; where it isn't said, whoever issues the paper. */
  readonly issuer: string;
  /** Whoever confirms it may add rows: what they found and the applicant didn't list. */
  readonly addsRows: boolean;
  readonly list: AnnexList;
  /** A list within the rows: a table of its own below each row. */
  readonly within: AnnexList | undefined;
}

export interface AnnexList {
  readonly at: Place;
  /** A fact of kind 明细, or a column of it that is one. */
  readonly rows: Text;
  /** Columns in the order in which they are printed. */
  readonly columns: readonly Text[];
  /** Those of them for which whoever confirms it puts a figure of their own. */
  readonly confirmed: readonly Text[];
}
