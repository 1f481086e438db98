import { areaOf, type CellArea, columnName, isWithin } from './cell-reference.ts';
import { RefusedFile } from './refused-file.ts';
import { savedNumber } from './saved-number.ts';
import type { NumberLook, WorkbookCell } from './workbook-cell.ts';
import { readXml } from './xml-events.ts';

export interface SheetParts {
  readonly sheet: Buffer;
  readonly strings: Buffer | undefined;
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
  readonly wanted: ReadonlySet<string> | undefined;
}

/** A form has some hundred; a sheet with more is another one. */
const MOST_ROWS = 5000;
const MOST_CELLS = 100_000;

/** A cell as it stands in the sheet, its text not yet looked up. */
interface SavedCell {
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  readonly value: string;
  readonly inline: string;
}

/** The cells of a sheet that aren't empty. */
export function readCells(parts: SheetParts): ReadonlyMap<string, WorkbookCell> {
  const { saved, computed } = readSheet(parts.sheet, parts.wanted);
  const asked = [...saved.values()].filter((cell) => cell.type === 's').map((cell) => cell.value);
  const strings = readStrings(parts.strings, new Set(asked));
  const cells = new Map<string, WorkbookCell>();
  for (const [at, cell] of saved) {
    const area = areaOf(at);
    const within = area !== undefined && computed.some((whole) => isWithin(area, whole));
    const read = cellOf({ ...cell, formula: cell.formula || within }, strings, parts);
    if (read.text !== '' || read.kind === 'formula' || read.kind === 'error') cells.set(at, read);
  }
  return cells;
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

/** @returns the cells as saved, and the areas whose cells one formula computes together */
function readSheet(sheet: Buffer, wanted: ReadonlySet<string> | undefined) {
  const saved = new Map<string, SavedCell>();
  const computed: CellArea[] = [];
  let [rows, row, column] = [0, 0, 0];
  let [at, type, value, inline, into] = ['', '', '', '', ''];
  let [style, formula, phonetic] = [0, false, false];
  readXml(sheet, {
    open: (name, { r = '', t = '', s = '0', ref = '' }) => {
      if (name === 'row') {
        rows += 1;
        if (rows > MOST_ROWS) throw new RefusedFile('file-too-many-rows');
        row = r === '' ? row + 1 : Number(r);
        column = 0;
      } else if (name === 'c') {
        // Some programs leave out where a cell stands: it is the next one then.
        column = areaOf(r)?.left ?? column + 1;
        at = r === '' ? `${columnName(column)}${row}` : r;
        [type, value, inline, into] = [t, '', '', ''];
        [style, formula, phonetic] = [Number(s), false, false];
      } else if (name === 'f') {
        formula = true;
        const area = ref === '' ? undefined : areaOf(ref);
        if (area && t !== 'shared') computed.push(area);
      } else if (name === 'v') into = 'value';
      else if (name === 't' && !phonetic) into = 'inline';
      else if (name === 'rPh') phonetic = true;
    },
    text: (said) => {
      if (into === 'value') value += said;
      else if (into === 'inline') inline += said;
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = '';
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && (wanted === undefined || wanted.has(at))) {
        if (saved.size >= MOST_CELLS) throw new RefusedFile('file-too-many-rows');
        saved.set(at, { type, style, formula, value, inline: unescaped(inline) });
      }
    },
  });
  return { saved, computed };
}

/** Of the strings that cells share those asked for, by their number. */
function readStrings(
  part: Buffer | undefined,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  if (!part || asked.size === 0) return strings;
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
      else if (name === 'si' && asked.has(String(index)))
        strings.set(String(index), unescaped(text));
    },
  });
  return strings;
}

/** Characters that XML can't carry are written _x000D_, and such a text itself _x005F_x000D_ (ST_Xstring). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
