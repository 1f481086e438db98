import { areaOf } from './cell-reference.ts';
import {
  isComputed,
  readSheet,
  type SavedCell,
  type SheetBounds,
  unescaped,
} from './read-sheet.ts';
import { RefusedFile } from './refused-file.ts';
import { savedNumber } from './saved-number.ts';
import type { NumberLook, WorkbookCell } from './workbook-cell.ts';
import { readXml } from './xml-events.ts';

export interface SheetParts {
  readonly sheet: Uint8Array;
  readonly strings: Uint8Array | undefined;
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
  readonly bounds: SheetBounds;
}

/** The cells of a sheet that aren't empty; of those `wanted` names where it names any. */
export function readCells(
  parts: SheetParts,
  wanted: ReadonlySet<string> | undefined,
): ReadonlyMap<string, WorkbookCell> {
  const saved = new Map<string, SavedCell>();
  const computed = readSheet(parts.sheet, parts.bounds, (cell) => {
    if (wanted !== undefined && !wanted.has(cell.at)) return;
    if (saved.size >= parts.bounds.cells) throw new RefusedFile('file-too-many-rows');
    saved.set(cell.at, cell);
  });
  const asked = new Set(
    [...saved.values()].filter((cell) => cell.type === 's').map((cell) => cell.value),
  );
  const strings = readStrings(parts.strings, (index) => asked.has(index));
  const cells = new Map<string, WorkbookCell>();
  for (const [at, cell] of saved) {
    const formula = cell.formula || isComputed(at, computed);
    const read = cellOf({ ...cell, formula }, strings, parts);
    if (isSomething(read)) cells.set(at, read);
  }
  return cells;
}

/**
 * The rows of a sheet that aren't empty, from top to bottom as they stand in the file, without keeping them.
 * @param on is told each row's number, from 1, and its cells by column, from 1
 */
export function eachRow(
  parts: SheetParts,
  on: (row: number, cells: ReadonlyMap<number, WorkbookCell>) => void,
): void {
  const strings = readStrings(parts.strings, () => true);
  let [row, count] = [0, 0];
  let cells = new Map<number, WorkbookCell>();
  const tell = () => {
    if (cells.size > 0) on(row, cells);
    cells = new Map();
  };
  // A formula that computes several cells stands in the first of them, which comes before the others.
  readSheet(parts.sheet, parts.bounds, (cell, computed) => {
    const area = areaOf(cell.at);
    if (!area) return;
    if (area.top !== row) tell();
    row = area.top;
    const formula = cell.formula || isComputed(cell.at, computed);
    const read = cellOf({ ...cell, formula }, strings, parts);
    if (!isSomething(read)) return;
    count += 1;
    if (count > parts.bounds.cells) throw new RefusedFile('file-too-many-rows');
    cells.set(area.left, read);
  });
  tell();
}

function isSomething({ text, kind }: WorkbookCell): boolean {
  return text !== '' || kind === 'formula' || kind === 'error';
}

function cellOf(
  { type, style, formula, value, inline }: SavedCell,
  strings: ReadonlyMap<string, string>,
  { looks, from1904 }: SheetParts,
): WorkbookCell {
  if (formula) return { kind: 'formula', text: '' };
  switch (type) {
    case 's':
      return { kind: 'text', text: strings.get(value) ?? '' };
    case 'inlineStr':
      return { kind: 'text', text: inline };
    case 'str':
      return { kind: 'text', text: unescaped(value) };
    case 'b':
      return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'd':
      return { kind: 'date', text: value.slice(0, 10) };
    case 'e':
      return { kind: 'error', text: '' };
    default:
      return value.trim() === ''
        ? { kind: 'text', text: '' }
        : savedNumber(value, looks[style] ?? 'plain', from1904);
  }
}

/** Of the strings that cells share those asked for, by their number. */
function readStrings(
  part: Uint8Array | undefined,
  asked: (index: string) => boolean,
): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  if (!part) return strings;
  let [index, text] = [-1, ''];
  let [within, phonetic] = [false, false];
  readXml(part, {
    open: (name) => {
      if (name === 'si') {
        index += 1;
        text = '';
      } else if (name === 'rPh') phonetic = true;
      else if (name === 't') within = !phonetic;
    },
    text: (said) => {
      if (within) text += said;
    },
    close: (name) => {
      if (name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si' && asked(String(index))) strings.set(String(index), unescaped(text));
    },
  });
  return strings;
}
