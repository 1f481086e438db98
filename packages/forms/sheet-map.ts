import { addressText, type FieldAddress } from './field-address.ts';

/**
 * How a spreadsheet made from a form is known again. Each cell that is filled in has a defined name (fuchi_1, fuchi_2,
 * …), which moves with the cell when rows or columns are inserted and which every spreadsheet program keeps. A hidden
 * sheet says which form the file is of, and which name stands for which field. Writer and reader of spreadsheets know
 * both only through this file.
 */

/** What a file was made from. A file is read back only into the same form of the same guide. */
export interface SheetIdentity {
  /** The guide's id, version and digest. */
  readonly guide: string;
  readonly version: string;
  readonly digest: string;
  /** As printed: 2022年度. */
  readonly year: string;
  /** The annex's number: 1-8. */
  readonly form: string;
}

/** The name of the hidden sheet. The writer makes it 'veryHidden', so that nobody unhides it by mistake. */
export const MAP_SHEET = '扶持';

/** First line of the map sheet; another second cell is another format. */
const MARK = ['fuchi-form', '1'] as const;
const KEYS = ['guide', 'version', 'digest', 'year', 'form'] as const;
const NAME = /^fuchi_[1-9]\d{0,3}$/;

/**
 * The defined name of a form's nth cell, counted from 0. Letters, digits and underscore only: other programs take no
 * more, and it can't be read as a cell (F1).
 * @example cellName(0) // 'fuchi_1'
 */
export function cellName(index: number): string {
  return `fuchi_${index + 1}`;
}

/** Whether a workbook's defined name is one of ours. */
export function isCellName(name: string): boolean {
  return NAME.test(name);
}

/**
 * The lines of the map sheet, two cells each: who the file is, then name and address of each cell, in the order of
 * `addresses`, which is that of `cellName`.
 * @example mapLines(identity, sheetRows(form, filling).flatMap((row) => row.cells.map((cell) => cell.address)))
 */
export function mapLines(
  identity: SheetIdentity,
  addresses: readonly FieldAddress[],
): readonly (readonly [string, string])[] {
  return [
    [...MARK],
    ...KEYS.map((key): [string, string] => [key, identity[key]]),
    ...addresses.map((address, i): [string, string] => [cellName(i), addressText(address)]),
  ];
}

export interface SheetMap {
  readonly identity: SheetIdentity;
  /** Defined name → the text of the address. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** @returns undefined for a sheet that mapLines didn't make, or of another format */
export function readMapLines(lines: readonly (readonly string[])[]): SheetMap | undefined {
  const [mark, ...rest] = lines;
  if (mark?.[0] !== MARK[0] || mark[1] !== MARK[1]) return undefined;
  const pairs = new Map(rest.map(([key = '', value = '']) => [key, value]));
  const [guide, version, digest, year, form] = KEYS.map((key) => pairs.get(key));
  if (
    guide === undefined ||
    version === undefined ||
    digest === undefined ||
    year === undefined ||
    form === undefined
  ) {
    return undefined;
  }
  const addresses = new Map([...pairs].filter(([key]) => isCellName(key)));
  return { identity: { guide, version, digest, year, form }, addresses };
}
