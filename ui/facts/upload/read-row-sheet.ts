import { columnName } from '@fuchi/documents/workbook/cell-reference';
import {
  FORM_BOUNDS,
  openWorkbook,
  type WorkbookBounds,
} from '@fuchi/documents/workbook/open-workbook';
import { REFUSAL_WORDS } from '@fuchi/documents/workbook/refusal-words';
import { RefusedFile } from '@fuchi/documents/workbook/refused-file';
import { type TableRow, tableRows } from '@fuchi/documents/workbook/table-rows';
import type { WorkbookCell } from '@fuchi/documents/workbook/workbook-cell';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry, FieldEntry } from '@fuchi/policy/facts/entry';
import { readValue, type ValueContext } from '@fuchi/policy/facts/read-value';
import { isTotalRow, MOST_PASTED } from '../../pasted-cells.ts';
import { faultText } from '../fault-text.ts';
import { cellOf } from '../paste.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** What a spreadsheet has for a list. */
export interface RowSheet {
  /** Rows without a fault, in the order of the file. */
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
  /** Headings that no column has; nothing below them is taken. */
  readonly unknown: readonly string[];
  /** Rows that aren't taken because of a fault. */
  readonly left: number;
  /** Rows of totals, as the spreadsheet counts them: they aren't taken, or their money would count twice. */
  readonly totals: readonly number[];
}

export interface SheetRow {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: Entry;
}

/** What is wrong with a cell, or with a row as a whole. */
export interface SheetFault {
  /** D12; 第12行 for the row. */
  readonly at: string;
  readonly says: string;
}

export type ReadRowSheet =
  | { readonly ok: true; readonly sheet: RowSheet }
  | { readonly ok: false; readonly says: string };

/** A list has few columns; many of its files were saved with pictures, which aren't unpacked. */
const BOUNDS: WorkbookBounds = {
  bytes: 4 * FORM_BOUNDS.bytes,
  zip: FORM_BOUNDS.zip,
  sheet: { rows: MOST_PASTED + 500, cells: 100_000 },
};
/** A spreadsheet keeps no more digits of a number; the others are zeros by the time we see it. */
const MOST_DIGITS = 15;

/**
 * Reads the rows of a list from a spreadsheet somebody filled in: the first sheet that isn't empty, whose headings say
 * which column is which. All faults are told at once, each with its cell; rows without any survive. A row of totals
 * isn't taken, or its money would count twice.
 * @example readRowSheet(bytes, columns, { units, regions })
 */
export function readRowSheet(
  bytes: Uint8Array,
  columns: readonly FactSpec[],
  context: ValueContext,
): ReadRowSheet {
  let rows: readonly TableRow[];
  try {
    rows = tableRows(openWorkbook(bytes, BOUNDS));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { ok: false, says: `${REFUSAL_WORDS[error.code].join('。')}。` };
  }
  if (rows.length === 0) return { ok: false, says: '表里什么也没有。请填好再上传。' };
  const head = sheetHead(rows, columns);
  if (!head) {
    return {
      ok: false,
      says: '没有找到写着列名的一行。请下载模板，把数据放到模板里，或者把第一行改成模板里的列名。',
    };
  }
  const body = rows.filter(({ row }) => row > head.row);
  if (body.length > MOST_PASTED) {
    return { ok: false, says: `一次最多上传${MOST_PASTED}行，这个文件有${body.length}行。` };
  }
  return { ok: true, sheet: sheetOf(body, head, context) };
}

function sheetOf(body: readonly TableRow[], head: SheetHead, context: ValueContext): RowSheet {
  const rows: SheetRow[] = [];
  const faults: SheetFault[] = [];
  const totals: number[] = [];
  let left = 0;
  for (const { row, cells } of body) {
    if (isTotalRow([...cells.values()].map(({ text }) => text))) {
      totals.push(row);
      continue;
    }
    const read = readRow(row, cells, head, context);
    if (read === undefined) continue;
    if (read.faults.length === 0) rows.push({ row, cells: read.cells });
    else left += 1;
    faults.push(...read.faults);
  }
  return { rows, faults, unknown: head.unknown, left, totals };
}

function readRow(
  row: number,
  cells: ReadonlyMap<number, WorkbookCell>,
  { columns }: SheetHead,
  context: ValueContext,
): { readonly cells: Entry; readonly faults: readonly SheetFault[] } | undefined {
  const faults: SheetFault[] = [];
  const taken: [string, FieldEntry][] = [];
  for (const { at, spec, unit } of columns) {
    const cell = cells.get(at);
    if (!cell || (cell.text.trim() === '' && cell.kind === 'text')) continue;
    const read = readCell(cell, spec, unit, context);
    if (read.ok) taken.push([spec.id, read.field]);
    else faults.push({ at: `${columnName(at + 1)}${row}`, says: read.says });
  }
  if (taken.length === 0 && faults.length === 0) return undefined;
  return { cells: Object.fromEntries(taken), faults };
}

function readCell(
  { kind, text }: WorkbookCell,
  spec: FactSpec,
  unit: string,
  context: ValueContext,
):
  | { readonly ok: true; readonly field: FieldEntry }
  | { readonly ok: false; readonly says: string } {
  const wrong = (says: string) => ({ ok: false as const, says });
  if (kind === 'formula')
    return wrong(`“${spec.label}”是公式，没有取：请复制后选择性粘贴为数值再上传。`);
  if (kind === 'error') return wrong(`“${spec.label}”是错误值，没有取：请改成要填的内容。`);
  if (kind === 'number' && text.replace(/\D/gu, '').length > MOST_DIGITS) {
    return wrong(
      `“${spec.label}”超过${MOST_DIGITS}位的数字，表格软件存不全，后面几位已变成0：请把单元格设为文本格式，再重新填写。`,
    );
  }
  const field = cellOf(spec, text.trim(), unit);
  const read = readValue(spec, field, undefined, context);
  if (read.ok) return { ok: true, field };
  return wrong(faultText(read));
}
