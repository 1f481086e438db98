import { strFromU8 } from 'fflate';
import { partPath, relationsPath } from './part-path.ts';
import { eachRow, readCells, type SheetParts } from './read-cells.ts';
import type { SheetBounds } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import { RefusedFile } from './refused-file.ts';
import type { WorkbookCell } from './workbook-cell.ts';
import { readXml } from './xml-events.ts';
import { type ZipBounds, type ZipEntries, zipEntries } from './zip-entries.ts';

/** A spreadsheet of the kind .xlsx (ECMA-376), opened for its names and for the cells somebody asks for. */
export interface Workbook {
  readonly sheets: readonly string[];
  /** Defined name → what it stands for, as written. */
  readonly names: ReadonlyMap<string, string>;
  /**
   * The cells asked for that aren't empty, of a sheet; all cells when nothing is asked for.
   * @throws RefusedFile
   */
  cells(sheet: string, wanted?: ReadonlySet<string>): ReadonlyMap<string, WorkbookCell>;
  /**
   * Tells of the rows of a sheet that aren't empty, with their cells by column, both counted from 1.
   * @throws RefusedFile
   */
  eachRow(sheet: string, on: (row: number, cells: ReadonlyMap<number, WorkbookCell>) => void): void;
}

/** How much of a file is read at most. */
export interface WorkbookBounds {
  /** Bytes of the file. */
  readonly bytes: number;
  readonly zip: ZipBounds;
  readonly sheet: SheetBounds;
}

/**
 * Far above any form of ours, far below what would hold a thread for long. As many bytes as a request may carry
 * (`BODY_LIMIT` of the server), of which a form takes a fiftieth; a form has some hundred rows, and a sheet with more
 * is another one.
 */
export const FORM_BOUNDS: WorkbookBounds = {
  bytes: 1024 * 1024,
  zip: { entries: 200, entry: 8_000_000, total: 16_000_000 },
  sheet: { rows: 5000, cells: 100_000 },
};

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACRO = /macroEnabled/iu;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
const MOST_NAMES = 5000;

/**
 * Opens a file that somebody sent. Only what is looked at is unpacked, within bounds; no formula is worked out, no
 * link followed, nothing is written anywhere.
 * @throws RefusedFile for anything but an .xlsx: its code says what it is instead, as far as that can be told
 * @example openWorkbook(bytes).cells('申报表', new Set(['D12'])).get('D12')?.text
 */
export function openWorkbook(bytes: Uint8Array, bounds = FORM_BOUNDS): Workbook {
  if (bytes.length === 0) throw new RefusedFile('file-empty');
  if (bytes.length > bounds.bytes) throw new RefusedFile('file-too-large');
  if (begins(bytes, OLE)) throw new RefusedFile(kindOfOle(bytes));
  if (!begins(bytes, ZIP)) throw new RefusedFile('file-other-kind');
  const zip = zipEntries(bytes, bounds.zip);
  refuseOthers(zip);
  const main = relations(zip, '').find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined) throw new RefusedFile('file-broken');
  const { sheets, names, from1904 } = readMain(zip, main);
  const parts = relations(zip, main);
  const partOf = (kind: string) => parts.find((part) => part.kind === kind)?.target;
  const looks = readStyles(zip.read(partOf('styles') ?? ''));
  const shared = partOf('sharedStrings');
  let strings: Uint8Array | undefined;
  const partsOf = (name: string): SheetParts | undefined => {
    const id = sheets.find((sheet) => sheet.name === name)?.id;
    const target = parts.find((part) => part.id === id)?.target;
    const sheet = target === undefined ? undefined : zip.read(target);
    if (!sheet) return undefined;
    strings ??= shared === undefined ? undefined : zip.read(shared);
    return { sheet, strings, looks, from1904, bounds: bounds.sheet };
  };
  return {
    sheets: sheets.map((sheet) => sheet.name),
    names,
    cells(name, wanted) {
      const found = partsOf(name);
      return found ? readCells(found, wanted) : new Map();
    },
    eachRow(name, on) {
      const found = partsOf(name);
      if (found) eachRow(found, on);
    },
  };
}

/** A file with a password, and the Excel of before 2007, are both OLE files; their directory tells which. */
function kindOfOle(bytes: Uint8Array): 'file-encrypted' | 'file-old-excel' | 'file-other-kind' {
  const text = strFromU8(bytes, true);
  const names = (name: string) => text.includes([...name].map((c) => `${c}\0`).join(''));
  if (names('EncryptedPackage')) return 'file-encrypted';
  return names('Workbook') || names('Book') ? 'file-old-excel' : 'file-other-kind';
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte);
}

function refuseOthers(zip: ZipEntries): void {
  const types = zip.read('[Content_Types].xml');
  if (!types) throw new RefusedFile('file-other-kind');
  const listed = new Set<string>();
  readXml(types, {
    open: (name, { ContentType = '' }) => {
      if (name === 'Override' || name === 'Default') listed.add(ContentType);
    },
  });
  const all = [...listed].join('\n');
  if (/wordprocessingml|presentationml/iu.test(all)) throw new RefusedFile('file-word');
  if (MACRO.test(all) || zip.names.some((name) => /vbaProject\.bin$/iu.test(name))) {
    throw new RefusedFile('file-macros');
  }
  if (!listed.has(MAIN)) throw new RefusedFile('file-other-kind');
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** What a part refers to inside the file; what lies outside isn't looked at. */
function relations(zip: ZipEntries, part: string): readonly Relation[] {
  const found: Relation[] = [];
  const content = zip.read(relationsPath(part));
  if (!content) return found;
  readXml(content, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      found.push({ id: Id, kind, target: partPath(part, Target) });
    },
  });
  return found;
}

function readMain(zip: ZipEntries, path: string) {
  const content = zip.read(path);
  if (!content) throw new RefusedFile('file-broken');
  const sheets: { name: string; id: string }[] = [];
  const names = new Map<string, string>();
  let from1904 = false;
  let defining: string | undefined;
  let text = '';
  readXml(content, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: idOf(attributes) });
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      if (name !== 'definedName') return;
      defining = attributes['name'];
      text = '';
    },
    text: (said) => {
      if (defining !== undefined) text += said;
    },
    close: (name) => {
      if (name !== 'definedName' || defining === undefined) return;
      if (names.size >= MOST_NAMES) throw new RefusedFile('file-swollen');
      names.set(defining, text);
      defining = undefined;
    },
  });
  return { sheets, names, from1904 };
}

/** The prefix of the relations' namespace is the writer's own. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => /:id$/u.test(name))?.[1] ?? '';
}
