import type { ValueContext } from '@fuchi/policy/facts/read-value';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import {
  type ColumnPlaces,
  type ListHeading,
  matchHeadings,
  missingColumns,
  placesOf,
} from './list-heading.ts';
import { type ListCell, type RegisterRow, type RowFault, readListRow } from './list-row.ts';

/** What is wrong with a cell, by where it stands in the file. */
export interface ListFault extends RowFault {
  readonly row: number;
  /** Column of the sheet, A is 1; 0 where it is the row as a whole. */
  readonly at: number;
}

export interface ReadList {
  /** The row the headings stand in; 0 where none was found. */
  readonly headingRow: number;
  readonly headings: readonly ListHeading[];
  readonly places: ColumnPlaces;
  /** Ids of columns that must be there and aren't: nothing is read then. */
  readonly missing: readonly string[];
  /** Rows without a fault. */
  readonly rows: readonly RegisterRow[];
  /** The first of them; `faultyRows` counts all rows that have one. */
  readonly faults: readonly ListFault[];
  readonly faultyRows: number;
  /** Rows among `rows` whose code fails its check digit, or that have none. */
  readonly doubts: {
    readonly 'check-digit': readonly number[];
    readonly 'no-code': readonly number[];
  };
}

/** A list file has them under a title or two. */
const HEADING_AMONG = 10;
const FAULTS_TOLD = 200;
/** What the example row of a template begins with: it is never read as a row of the list. */
export const EXAMPLE_MARK = '（填写示例，导入时跳过）';

type SheetRow = readonly [row: number, cells: ReadonlyMap<number, ListCell>];

/**
 * Reads a list from the rows of a sheet: finds the headings, reads every row, tells all faults by cell. Two rows that
 * say the same, and two about one unit where the list has one each, are a fault of the later one.
 * @param asked places a person gave; without them the headings decide
 */
export function readList(
  register: CheckedRegister,
  sheet: readonly SheetRow[],
  context: ValueContext,
  asked?: ColumnPlaces,
): ReadList {
  const heading = headingRow(register, sheet);
  const headings = heading ? matchHeadings(register, textsOf(heading)) : [];
  const places = asked ?? placesOf(headings);
  const missing = missingColumns(register, places).map(({ spec }) => spec.id);
  const rows: RegisterRow[] = [];
  const faults: ListFault[] = [];
  const doubts = { 'check-digit': [] as number[], 'no-code': [] as number[] };
  let faultyRows = 0;
  const seen = new Map<string, number>();
  const below = heading && missing.length === 0 ? sheet.filter(([row]) => row > heading[0]) : [];
  for (const [row, cells] of below) {
    const given = cellsOf(cells, places);
    if (given.size === 0 || isExample(register, given)) continue;
    const read = readListRow(register, row, given, context);
    const key = keyOf(register, read.row);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    const twice: RowFault[] =
      before === undefined
        ? []
        : [
            {
              column: '',
              code: register.once ? 'list-unit-twice' : 'list-row-twice',
              facts: { row: String(before) },
            },
          ];
    const all = [...read.faults, ...twice];
    if (all.length === 0) {
      rows.push(read.row);
      if (read.doubt) doubts[read.doubt].push(row);
      continue;
    }
    faultyRows += 1;
    if (faults.length >= FAULTS_TOLD) continue;
    faults.push(...all.map((fault) => ({ ...fault, row, at: places[fault.column] ?? 0 })));
  }
  return {
    headingRow: heading?.[0] ?? 0,
    headings,
    places,
    missing,
    rows,
    faults: faults.slice(0, FAULTS_TOLD),
    faultyRows,
    doubts,
  };
}

/** Of the first rows the one that names most columns. */
function headingRow(register: CheckedRegister, sheet: readonly SheetRow[]): SheetRow | undefined {
  const scored = sheet.slice(0, HEADING_AMONG).map((row) => ({
    row,
    score: matchHeadings(register, textsOf(row)).filter(({ column }) => column !== null).length,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  // Where no heading is known by name, a person may say which column is which, of the first full row.
  if (best === 0) return sheet.slice(0, HEADING_AMONG).find(([, cells]) => cells.size > 1);
  return scored.find(({ score }) => score === best)?.row;
}

function textsOf([, cells]: SheetRow): ReadonlyMap<number, string> {
  return new Map(
    [...cells].flatMap(([at, { text }]): [number, string][] => {
      const trimmed = text.trim();
      return trimmed === '' ? [] : [[at, trimmed.slice(0, 100)]];
    }),
  );
}

function cellsOf(
  cells: ReadonlyMap<number, ListCell>,
  places: ColumnPlaces,
): ReadonlyMap<string, ListCell> {
  return new Map(
    Object.entries(places).flatMap(([id, at]): [string, ListCell][] => {
      const cell = cells.get(at);
      const empty = !cell || (cell.text.trim() === '' && cell.kind === 'text');
      return empty ? [] : [[id, cell]];
    }),
  );
}

function isExample(register: CheckedRegister, given: ReadonlyMap<string, ListCell>): boolean {
  const name = register.columns.find(({ role }) => role === 'name')?.spec.id ?? '';
  return given.get(name)?.text.trim().startsWith(EXAMPLE_MARK) ?? false;
}

function keyOf(register: CheckedRegister, { creditCode, name, cells }: RegisterRow): string {
  if (register.once) return creditCode ?? `名:${name}`;
  return JSON.stringify([creditCode, name, Object.entries(cells).sort()]);
}
