/**
 * A report before it becomes a page or a file: plain data, survives JSON. Texts are ready to print; nothing that reads
 * it computes.
 */
export interface ReportContent {
  readonly title: string;
  /** What the report rests on: guide, version, digest, dates. */
  readonly stamp: readonly ReportEntry[];
  /** How the figures are to be understood; stands before them. */
  readonly remark: string;
  /** What is left out, and what was filled in wrongly. */
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportEntry {
  readonly label: string;
  readonly text: string;
}

export interface ReportSection {
  /** With its number: 一、各项目类别结论. */
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
  /** One for each line that is told of clause by clause; below the blocks. */
  readonly parts: readonly ReportPart[];
}

export interface ReportPart {
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock = ReportParagraph | ReportTable;

export interface ReportParagraph {
  readonly kind: 'paragraph';
  /** Set before the text in bold; '' for none. */
  readonly lead: string;
  readonly text: string;
}

export interface ReportTable {
  readonly kind: 'table';
  /** What the table shows, for those who hear it. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

export interface ReportColumn {
  readonly title: string;
  /** Figures stand on the right. A narrow column holds a clause or a word and isn't broken. */
  readonly kind: 'text' | 'narrow' | 'figure';
}

export interface ReportCell {
  readonly text: string;
  /** Lines below it in smaller type; a gap says by how much a condition is missed. */
  readonly below: readonly { readonly text: string; readonly kind: 'quiet' | 'gap' }[];
}

/** @example cell('符合') // { text: '符合', below: [] } */
export function cell(text: string, below: ReportCell['below'] = []): ReportCell {
  return { text, below };
}

/** Smaller lines below a cell's text; empty ones are left out. */
export function quiet(...texts: readonly string[]): ReportCell['below'] {
  return texts.filter((t) => t !== '').map((text) => ({ text, kind: 'quiet' as const }));
}

export function paragraph(lead: string, text: string): ReportParagraph {
  return { kind: 'paragraph', lead, text };
}
