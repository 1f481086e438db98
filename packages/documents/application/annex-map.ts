/**
 * How a spreadsheet made from an annex is known again. A sheet that isn't shown says whose it is; on the others the
 * first row, which isn't shown either, says which column is which, and the first column which row is which: both move
 * along when rows are sorted or columns moved. Writer and reader know them only through this file.
 */

/** What a file was made from: it is read back only into the same annex of the same application and guide. */
export interface AnnexIdentity {
  readonly application: string;
  /** Digest of the guide's version. */
  readonly guide: string;
  readonly annex: string;
  /** Digest of the same annex on paper, as it was when the file was made. */
  readonly paper?: string;
}

/** In the first column, of rows above those of the list. */
export const ABOVE = '#';

const MARK = ['fuchi-annex', '1'] as const;
const KEYS = ['application', 'guide', 'annex'] as const;

/** Two texts a line. */
export function annexMapLines(identity: AnnexIdentity): readonly (readonly [string, string])[] {
  const { paper } = identity;
  return [
    [...MARK],
    ...KEYS.map((key): [string, string] => [key, identity[key]]),
    ...(paper === undefined ? [] : [['paper', paper] as const]),
  ];
}

/** @returns undefined for lines that annexMapLines didn't make, or of another format */
export function readAnnexMap(lines: readonly (readonly string[])[]): AnnexIdentity | undefined {
  const [mark, ...rest] = lines;
  if (mark?.[0] !== MARK[0] || mark[1] !== MARK[1]) return undefined;
  const told = new Map(rest.map(([key = '', value = '']) => [key, value]));
  const [application, guide, annex] = KEYS.map((key) => told.get(key));
  if (application === undefined || guide === undefined || annex === undefined) return undefined;
  const paper = told.get('paper');
  return { application, guide, annex, ...(paper !== undefined && { paper }) };
}

/** What a column of the sheet holds. */
export interface ColumnMark {
  readonly kind: 'said' | 'confirmed';
  /** Of the fact's column. */
  readonly id: string;
}

/** @example columnMark({ kind: 'confirmed', id: '本金' }) // 'confirmed:本金' */
export function columnMark({ kind, id }: ColumnMark): string {
  return `${kind}:${id}`;
}

/** @returns undefined for what marks no column */
export function readColumnMark(text: string): ColumnMark | undefined {
  const [, kind, id = ''] = /^(said|confirmed):(.+)$/u.exec(text) ?? [];
  return kind === 'said' || kind === 'confirmed' ? { kind, id } : undefined;
}
