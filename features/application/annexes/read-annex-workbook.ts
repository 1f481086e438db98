import {
  ABOVE,
  type AnnexIdentity,
  type ColumnMark,
  readAnnexMap,
  readColumnMark,
} from '@fuchi/documents/application/annex-map';
import { columnName } from '@fuchi/documents/workbook/cell-reference';
import { openWorkbook, type Workbook } from '@fuchi/documents/workbook/open-workbook';
import { type FileRefusal, RefusedFile } from '@fuchi/documents/workbook/refused-file';
import type { WorkbookCell } from '@fuchi/documents/workbook/workbook-cell';
import { MAP_SHEET } from '@fuchi/forms/sheet-map';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { readValue, type ValueContext } from '@fuchi/policy/facts/read-value';
import type { FieldValue } from '@fuchi/record-application/contract';
import { pathOf } from '@fuchi/record-application/contract-path';
import type { ApplicationAnnex, ListTable } from './annex-content.ts';

/** Why a file as a whole isn't taken. */
export type AnnexRefusal =
  | FileRefusal
  | 'annex-not-ours'
  | 'annex-other-application'
  | 'annex-other-guide'
  | 'annex-other';

/** What is wrong with a cell: where it stands in the file, a code, and the facts of its sentence. */
export interface CellFault {
  readonly sheet: string;
  /** D12; the row's number cell where it is the row as a whole. */
  readonly cell: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface AnnexRows {
  /** What has to be saved for the draft to have what was confirmed; nothing of a row that has a fault. */
  readonly saves: readonly { readonly path: string; readonly value: FieldValue }[];
  /** Rows something was taken of, and those among them that the draft hadn't. */
  readonly rows: number;
  readonly added: number;
  readonly faults: readonly CellFault[];
}

export type ReadAnnex =
  /** `paper`: digest of the printed annex the file goes with, '' where the file doesn't tell. */
  | ({ readonly ok: true; readonly paper: string } & AnnexRows)
  | {
      readonly ok: false;
      readonly code: AnnexRefusal;
      readonly facts: Readonly<Record<string, string>>;
    };

const MOST_FAULTS = 200;
/** A spreadsheet keeps no more digits of a number; the others are lost before we see it. */
const MOST_DIGITS = 15;

/**
 * An annex that came back from whoever confirmed it. What stands in a “核定” column becomes the row's own figure; a row
 * the draft hasn't is new where the annex allows it. All faults are told at once, with their cells; rows without any
 * survive.
 * @param annex as it is now: a row that was changed since it was printed is a fault
 * @example readAnnexWorkbook(annex, identity, bytes, context)
 */
export function readAnnexWorkbook(
  annex: ApplicationAnnex,
  here: AnnexIdentity,
  bytes: Buffer,
  context: ValueContext,
): ReadAnnex {
  try {
    const workbook = openWorkbook(bytes);
    const identity = identityOf(workbook);
    if (!identity) return refused('annex-not-ours');
    if (identity.application !== here.application) return refused('annex-other-application');
    if (identity.annex !== here.annex) return refused('annex-other', { file: identity.annex });
    if (identity.guide !== here.guide) return refused('annex-other-guide');
    const sheets = workbook.sheets.filter((name) => name !== MAP_SHEET);
    const parts = annex.tables.map((table, i) =>
      readTable(table, sheets[i] ?? '', workbook, context),
    );
    return {
      ok: true,
      paper: identity.paper ?? '',
      saves: parts.flatMap(({ saves }) => saves),
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      added: parts.reduce((sum, part) => sum + part.added, 0),
      faults: parts.flatMap(({ faults }) => faults).slice(0, MOST_FAULTS),
    };
  } catch (error) {
    if (error instanceof RefusedFile) return refused(error.code);
    throw error;
  }
}

function refused(code: AnnexRefusal, facts: Readonly<Record<string, string>> = {}): ReadAnnex {
  return { ok: false, code, facts };
}

function identityOf(workbook: Workbook): AnnexIdentity | undefined {
  const cells = workbook.cells(MAP_SHEET);
  const lines: string[][] = [];
  for (let row = 1; cells.has(`A${row}`); row += 1) {
    lines.push(['A', 'B'].map((column) => cells.get(`${column}${row}`)?.text ?? ''));
  }
  return readAnnexMap(lines);
}

/** A row of the file: which of the draft's it is, and its cells by what their column holds. */
interface FileRow {
  readonly row: number;
  readonly key: string;
  readonly cells: readonly (readonly [at: number, mark: ColumnMark, cell: WorkbookCell])[];
}

function readTable(
  table: ListTable,
  sheet: string,
  workbook: Workbook,
  context: ValueContext,
): AnnexRows {
  const rows = rowsOf(sheet, workbook);
  const keys = new Map(table.rows.map(({ key, cells }) => [key, cells]));
  const taken = new Set<string>();
  const free = freeKeys(table);
  const saves: AnnexRows['saves'][number][] = [];
  const faults: CellFault[] = [];
  let [read, added] = [0, 0];
  for (const { row, key, cells } of rows) {
    const found: CellFault[] = [];
    const fault: Fault = (at, code, facts = {}) => {
      found.push({ sheet, cell: `${columnName(at)}${row}`, code, facts });
    };
    const said = keys.get(key);
    if (key !== '' && taken.has(key)) fault(NUMBER_COLUMN, 'annex-row-twice');
    else if (key !== '' && !said) fault(NUMBER_COLUMN, 'annex-row-gone');
    else if (key === '' && !table.addsRows) fault(NUMBER_COLUMN, 'annex-row-unknown');
    taken.add(key);
    if (found.length === 0 && said) unchanged(table, said, cells, fault);
    const values = found.length > 0 ? [] : valuesOf(table, key === '', cells, context, fault);
    faults.push(...found);
    if (found.length > 0 || values.length === 0) continue;
    read += 1;
    const steps = key === '' ? [free.next()] : key.split('/');
    if (key === '') {
      added += 1;
      saves.push({ path: pathOf('fact', [table.fact, ...steps]), value: { order: free.order() } });
    }
    for (const [column, value] of values) {
      saves.push({ path: pathOf('fact', [table.fact, ...steps, column]), value });
    }
  }
  return { saves, rows: read, added, faults };
}

/** The columns of keys and of numbers; keys aren't seen. */
const KEY_COLUMN = 1;
const NUMBER_COLUMN = 2;

/** Rows in which something stands beside their number. */
function rowsOf(sheet: string, workbook: Workbook): readonly FileRow[] {
  let marks: ReadonlyMap<number, ColumnMark> | undefined;
  const rows: FileRow[] = [];
  workbook.eachRow(sheet, (row, cells) => {
    marks ??= marksOf(cells);
    const known = marks;
    const told = [...cells].flatMap(([at, cell]): FileRow['cells'] => {
      const mark = known.get(at);
      return mark && (cell.kind !== 'text' || cell.text.trim() !== '') ? [[at, mark, cell]] : [];
    });
    const key = cells.get(KEY_COLUMN)?.text ?? '';
    if (told.length > 0 && key !== ABOVE) rows.push({ row, key, cells: told });
  });
  return rows;
}

function marksOf(cells: ReadonlyMap<number, WorkbookCell>): ReadonlyMap<number, ColumnMark> {
  return new Map(
    [...cells].flatMap(([at, { text }]): [number, ColumnMark][] => {
      const mark = readColumnMark(text);
      return mark ? [[at, mark]] : [];
    }),
  );
}

/** What was printed can't be told from what was put over it: such a row is for the applicant to look at. */
function unchanged(
  table: ListTable,
  said: readonly string[],
  cells: FileRow['cells'],
  fault: Fault,
) {
  for (const [at, { kind, id }, cell] of cells) {
    if (kind !== 'said') continue;
    const printed = said[table.columns.findIndex((column) => column.id === id)] ?? '';
    if (cell.text.trim() !== printed) fault(at, 'annex-said-changed', { printed });
  }
}

type Fault = (at: number, code: string, facts?: CellFault['facts']) => void;

/** What a row says of its columns; what was confirmed counts before what was listed. */
function valuesOf(
  { spec }: ListTable,
  isNew: boolean,
  cells: FileRow['cells'],
  context: ValueContext,
  fault: Fault,
): readonly (readonly [column: string, value: string])[] {
  const values = new Map<string, string>();
  const counting = [
    ...(isNew ? cells.filter(([, { kind }]) => kind === 'said') : []),
    ...cells.filter(([, { kind }]) => kind === 'confirmed'),
  ];
  for (const [at, { id }, cell] of counting) {
    const column = spec.columns.find((c) => c.id === id);
    if (!column) continue;
    const text = cell.text.trim();
    const unread = unreadable(cell, column);
    const read = unread ? undefined : readValue(column, text, undefined, context);
    if (unread) fault(at, unread, { label: column.label });
    else if (read && !read.ok) fault(at, read.code, read.facts);
    else values.set(id, text);
  }
  return [...values];
}

function unreadable({ kind, text }: WorkbookCell, column: FactSpec): string | undefined {
  if (kind === 'formula') return 'annex-formula';
  if (kind === 'error') return 'annex-error';
  const digits = text.replace(/\D/gu, '').replace(/^0+/u, '');
  const lost = kind === 'number' && column.kind === '文字' && digits.length > MOST_DIGITS;
  return lost ? 'annex-digits-lost' : undefined;
}

/** Names and places for rows the draft hasn't. */
function freeKeys({ rows, nextOrder }: ListTable) {
  const used = new Set(rows.map(({ key }) => key));
  let [number, order] = [0, nextOrder];
  return {
    next(): string {
      do number += 1;
      while (used.has(`x${number}`));
      return `x${number}`;
    },
    order(): number {
      order += 1;
      return order - 1;
    },
  };
}
