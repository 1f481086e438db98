import { areaOf, type CellArea, columnName, isWithin } from './cell-reference.ts';
import { RefusedFile } from './refused-file.ts';
import { readXml } from './xml-events.ts';

/** How much of a sheet is read at most. */
export interface SheetBounds {
  readonly rows: number;
  /** Cells that aren't empty. */
  readonly cells: number;
}

/** A cell as it stands in the sheet, its text not yet looked up. */
export interface SavedCell {
  /** Where it stands: D12. */
  readonly at: string;
  readonly type: string;
  readonly style: number;
  /** A formula stands in it. */
  readonly formula: boolean;
  readonly value: string;
  readonly inline: string;
}

/**
 * Tells of each cell of a sheet, in the order of the file.
 * @returns the areas whose cells one formula computes together; it grows while the sheet is read
 */
export function readSheet(
  sheet: Uint8Array,
  bounds: SheetBounds,
  on: (cell: SavedCell, computed: readonly CellArea[]) => void,
): readonly CellArea[] {
  const computed: CellArea[] = [];
  let [rows, row, column] = [0, 0, 0];
  let [at, type, value, inline, into] = ['', '', '', '', ''];
  let [style, formula, phonetic] = [0, false, false];
  readXml(sheet, {
    open: (name, { r = '', t = '', s = '0', ref = '' }) => {
      if (name === 'row') {
        rows += 1;
        if (rows > bounds.rows) throw new RefusedFile('file-too-many-rows');
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
      else if (name === 'c') {
        on({ at, type, style, formula, value, inline: unescaped(inline) }, computed);
      }
    },
  });
  return computed;
}

/** Whether one of the areas holds a cell. */
export function isComputed(at: string, computed: readonly CellArea[]): boolean {
  if (computed.length === 0) return false;
  const area = areaOf(at);
  return area !== undefined && computed.some((whole) => isWithin(area, whole));
}

/** Characters that XML can't carry are written _x000D_, and such a text itself _x005F_x000D_ (ST_Xstring). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
