/** What a person has entered in one field, as they wrote it. An empty text is not told. */
export type FieldEntry = string | readonly string[] | NoneEntry | RowsEntry;

/** Told to be absent, which is not the same as not told. */
export interface NoneEntry {
  readonly none: true;
}

export interface RowsEntry {
  readonly rows: readonly RowEntry[];
  /** Whether these are all rows there are. */
  readonly complete: boolean;
}

export interface RowEntry {
  /** Tells a row from its neighbours on the screen; no part of the facts. */
  readonly key: string;
  readonly cells: Entry;
}

/** Fields by fact or column id. */
export type Entry = Readonly<Record<string, FieldEntry>>;

export const NO_ROWS: RowsEntry = { rows: [], complete: false };

export function isRows(field: FieldEntry | undefined): field is RowsEntry {
  return typeof field === 'object' && 'rows' in field;
}

export function isNone(field: FieldEntry | undefined): field is NoneEntry {
  return typeof field === 'object' && 'none' in field;
}

/** @returns undefined when nothing is told: no text, no choice, an empty list that isn't said to be complete */
function factOf(field: FieldEntry): unknown {
  if (typeof field === 'string') return field.trim() === '' ? undefined : field.trim();
  if (isNone(field)) return field;
  if (!isRows(field)) return field.length === 0 ? undefined : field;
  if (field.rows.length === 0 && !field.complete) return undefined;
  return { rows: field.rows.map((row) => factsOfEntry(row.cells)), complete: field.complete };
}

/** What is entered, as the facts an assessment reads. @example factsOfEntry({ 项目总投入: '' }) // {} */
export function factsOfEntry(entry: Entry): Record<string, unknown> {
  const told = Object.entries(entry).map(([id, field]) => [id, factOf(field)] as const);
  return Object.fromEntries(told.filter(([, fact]) => fact !== undefined));
}

/** Reads what was kept. What isn't an entry is left out: an older version may have written it. */
export function readEntry(value: unknown): Entry {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, kept]) => {
      const field = readField(kept);
      return field === undefined ? [] : [[id, field]];
    }),
  );
}

function readField(value: unknown): FieldEntry | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.filter((v) => typeof v === 'string');
  if (!isRecord(value)) return undefined;
  if (value['none'] === true) return { none: true };
  if (!Array.isArray(value['rows'])) return undefined;
  const rows = value['rows'].map(
    (row: unknown, i): RowEntry => ({
      key: String(i + 1),
      cells: readEntry(isRecord(row) ? row['cells'] : undefined),
    }),
  );
  return { rows, complete: value['complete'] === true };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
