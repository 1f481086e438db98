import { referenceOf } from '@fuchi/documents/workbook/cell-reference';
import { openWorkbook, type Workbook } from '@fuchi/documents/workbook/open-workbook';
import { type FileRefusal, RefusedFile } from '@fuchi/documents/workbook/refused-file';
import type { WorkbookCell } from '@fuchi/documents/workbook/workbook-cell';
import { formGrid } from '@fuchi/documents/xlsx/form-grid';
import { pathOf, readAddress } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { type ReadCell, readSheet, type SheetFault } from '@fuchi/forms/read/read-sheet';
import { MAP_SHEET, readMapLines, type SheetIdentity, type SheetMap } from '@fuchi/forms/sheet-map';
import { type Form, indicatorsOf } from '@fuchi/guide/form';

/** Why a file as a whole isn't taken. */
export type ImportRefusal =
  | FileRefusal
  | 'file-not-ours'
  | 'file-other-guide'
  | 'file-other-year'
  | 'file-other-form'
  | 'file-other-version';

export type Imported =
  | { readonly ok: true; readonly filling: Filling; readonly faults: readonly SheetFault[] }
  | {
      readonly ok: false;
      readonly code: ImportRefusal;
      readonly facts: Readonly<Record<string, string>>;
    };

/** Where a cell stands for a field. */
interface Place {
  readonly address: string;
  readonly sheet: string;
  readonly cell: string;
}

/**
 * A form that was filled in offline, back from its spreadsheet. A file of another form, year or guide is refused by
 * name; of ours every fault is told with its cell, and what is good survives. Nothing of the file is kept.
 * @param here the form the file must be of, in the guide as it is now
 * @example importWorkbook(form, { guide: guide.id, version, digest, year: form.year, form: form.id }, bytes)
 */
export function importWorkbook(form: Form, here: SheetIdentity, bytes: Uint8Array): Imported {
  try {
    const workbook = openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const map = mapOf(workbook);
    if (map === undefined) return { ok: false, code: 'file-not-ours', facts: {} };
    return differs(map.identity, here) ?? { ok: true, ...readForm(form, workbook, map) };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, code: error.code, facts: {} };
    throw error;
  }
}

function mapOf(workbook: Workbook): SheetMap | undefined {
  const cells = workbook.cells(MAP_SHEET);
  const lines: string[][] = [];
  for (let row = 1; cells.has(`A${row}`); row += 1) {
    lines.push(['A', 'B'].map((column) => cells.get(`${column}${row}`)?.text ?? ''));
  }
  return readMapLines(lines);
}

function differs(file: SheetIdentity, here: SheetIdentity): Imported | undefined {
  const no = (code: ImportRefusal, key: keyof SheetIdentity): Imported => ({
    ok: false,
    code,
    facts: { file: clipped(file[key]), here: here[key] },
  });
  if (file.guide !== here.guide) return no('file-other-guide', 'guide');
  if (file.year !== here.year) return no('file-other-year', 'year');
  if (file.form !== here.form) return no('file-other-form', 'form');
  if (file.version !== here.version || file.digest !== here.digest) {
    return no('file-other-version', 'version');
  }
  return undefined;
}

function readForm(form: Form, workbook: Workbook, map: SheetMap) {
  const faults: SheetFault[] = [];
  const fault = (address: string, cell: string, code: string) => {
    const where = readAddress(address);
    const name = where ? fieldLabel(form, where) : address;
    faults.push({ path: where ? pathOf(where) : [], code, facts: { name: clipped(name) }, cell });
  };
  const places: Place[] = [];
  for (const [name, address] of map.addresses) {
    const reference = referenceOf(workbook.names.get(name) ?? '');
    if (reference) places.push({ address, ...reference });
    else fault(address, '', 'cell-lost');
  }
  const cells: ReadCell[] = [];
  const outside: SheetFault[] = [];
  const isShare = shares(form);
  for (const sheet of new Set(places.map((place) => place.sheet))) {
    const found = workbook.cells(sheet);
    const asked = places.filter((place) => place.sheet === sheet);
    for (const { address, cell } of asked) {
      const read = found.get(cell) ?? { kind: 'text', text: '' };
      if (read.kind === 'formula') fault(address, cell, 'cell-formula');
      else if (read.kind === 'error') fault(address, cell, 'cell-error');
      else cells.push({ address, cell, text: textOf(read, isShare(address)) });
    }
    outside.push(...strays(form, found, new Set(asked.map((place) => place.cell))));
  }
  const read = readSheet(form, cells);
  return {
    filling: read.filling,
    faults: [...faults, ...read.faults, ...outside].slice(0, MOST_FAULTS),
  };
}

/** As many as one answer may hold; only a hostile file has more. */
const MOST_FAULTS = 200;

/** In a row of shares, 98% in a cell that shows percentages is the figure 98. */
function textOf({ kind, text }: WorkbookCell, isShare: boolean): string {
  return kind === 'percent' && isShare ? text.slice(0, -1) : text;
}

/** Whether an address is one of a row whose unit is the per cent. */
function shares(form: Form): (address: string) => boolean {
  const rows = indicatorsOf(form)
    .map(({ indicator }) => indicator)
    .filter(({ measures }) => measures.every((measure) => measure.unit === '%'));
  const ids = new Set(rows.map((row) => row.id));
  return (address) => {
    const where = readAddress(address);
    return where?.kind === 'target' && ids.has(where.id);
  };
}

/** What was typed where nothing is filled in: told rather than lost in silence. */
function strays(
  form: Form,
  found: ReadonlyMap<string, WorkbookCell>,
  inputs: ReadonlySet<string>,
): readonly SheetFault[] {
  const printed = printedTexts(form);
  return [...found]
    .filter(([cell, { text }]) => !inputs.has(cell) && text.trim() !== '' && !printed(text))
    .map(([cell, { text }]) => ({
      path: [],
      code: 'cell-outside',
      facts: { given: clipped(text.trim()) },
      cell,
    }));
}

function printedTexts(form: Form): (text: string) => boolean {
  const grid = formGrid(form, blankFilling(form.id));
  const texts = new Set(grid.cells.filter((cell) => !cell.input).map((cell) => cell.text));
  const repeated = indicatorsOf(form)
    .filter(({ indicator }) => indicator.repeated > 0)
    .map(({ indicator }) => `${indicator.label} `);
  return (text) =>
    texts.has(text) ||
    /^\d{4}年目标$/u.test(text) ||
    repeated.some((label) => text.startsWith(label) && /^\d\d$/u.test(text.slice(label.length)));
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What a file must say it is, to be one of this form of this guide. */
export function identityOf(
  guide: { readonly id: string; readonly version: string; readonly digest: string },
  form: Form,
): SheetIdentity {
  const { id, version, digest } = guide;
  return { guide: id, version, digest, year: form.year, form: form.id };
}
