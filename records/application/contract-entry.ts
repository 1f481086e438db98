import {
  type Entry,
  type FieldEntry,
  isNone,
  isRows,
  type RowEntry,
  type RowsEntry,
} from '@fuchi/policy/facts/entry';
import type { FieldValue } from './contract.ts';
import { pathOf } from './contract-path.ts';

/** Fields by their names, as a draft keeps them. */
export type Fields = ReadonlyMap<string, FieldValue>;

/**
 * The facts of a draft as the questions' entries.
 * @param lists for a fact's id its columns that are lists themselves; undefined for one that is no list
 */
export function entryOfFields(
  fields: Fields,
  lists: (fact: string) => readonly string[] | undefined,
): Entry {
  const facts = new Map<string, [string, FieldValue][]>();
  for (const [path, value] of fields) {
    const [part, fact, ...rest] = path.split('/');
    if (part !== 'fact' || fact === undefined || value === null) continue;
    const kept = facts.get(fact);
    const field: [string, FieldValue] = [rest.join('/'), value];
    if (kept) kept.push(field);
    else facts.set(fact, [field]);
  }
  const entries = [...facts].flatMap(([fact, told]): [string, FieldEntry][] => {
    const nested = lists(fact);
    if (nested) return [[fact, rowsOf(told, nested)]];
    const answer = told.find(([rest]) => rest === '')?.[1];
    const field = answerOf(answer);
    return field === undefined ? [] : [[fact, field]];
  });
  return Object.fromEntries(entries);
}

/** What must be saved for one draft's facts to become another's: what was taken away as null. */
export function savesBetween(
  before: Entry,
  after: Entry,
): readonly { readonly path: string; readonly value: FieldValue }[] {
  const old = fieldsOfEntry(before);
  const now = fieldsOfEntry(after);
  const changed = [...now].filter(([path, value]) => !sameValue(old.get(path) ?? null, value));
  const gone = [...old.keys()].filter((path) => !now.has(path));
  return [
    ...changed.map(([path, value]) => ({ path, value })),
    ...gone.map((path) => ({ path, value: null })),
  ];
}

/** @example fieldsOfEntry({ 项目总投入: '5000' }) // Map { 'fact/项目总投入' => '5000' } */
export function fieldsOfEntry(entry: Entry): Fields {
  const fields = new Map<string, FieldValue>();
  for (const [fact, field] of Object.entries(entry)) write(fields, [fact], field);
  return fields;
}

/** Whether two fields hold the same. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function write(fields: Map<string, FieldValue>, steps: readonly string[], field: FieldEntry): void {
  if (!isRows(field)) {
    const value = typeof field === 'string' || isNone(field) ? field : [...field];
    if (value !== '' && !(Array.isArray(value) && value.length === 0)) {
      fields.set(pathOf('fact', steps), value);
    }
    return;
  }
  if (field.complete || field.rows.length > 0) {
    fields.set(pathOf('fact', steps), { complete: field.complete });
  }
  field.rows.forEach((row, order) => {
    fields.set(pathOf('fact', [...steps, row.key]), { order });
    for (const [column, cell] of Object.entries(row.cells)) {
      write(fields, [...steps, row.key, column], cell);
    }
  });
}

function rowsOf(told: readonly [string, FieldValue][], nested: readonly string[]): RowsEntry {
  const complete = told.find(([rest]) => rest === '')?.[1];
  const orders = new Map<string, number>();
  const cells = new Map<string, [string, FieldValue][]>();
  for (const [rest, value] of told) {
    const [key = '', ...column] = rest.split('/');
    if (key === '') continue;
    if (column.length === 0) {
      if (isOrder(value)) orders.set(key, value.order);
      continue;
    }
    const kept = cells.get(key) ?? [];
    kept.push([column.join('/'), value]);
    cells.set(key, kept);
  }
  const rows = [...orders]
    .sort(([a, i], [b, j]) => i - j || (a < b ? -1 : 1))
    .map(([key]): RowEntry => ({ key, cells: cellsOf(cells.get(key) ?? [], nested) }));
  return { rows, complete: isComplete(complete) && complete.complete };
}

function cellsOf(told: readonly [string, FieldValue][], nested: readonly string[]): Entry {
  const plain = told.flatMap(([column, value]): [string, FieldEntry][] => {
    if (column.includes('/') || nested.includes(column)) return [];
    const field = answerOf(value);
    return field === undefined ? [] : [[column, field]];
  });
  const lists = nested.flatMap((column): [string, FieldEntry][] => {
    const own = told.flatMap(([path, value]): [string, FieldValue][] => {
      if (path === column) return [['', value]];
      return path.startsWith(`${column}/`) ? [[path.slice(column.length + 1), value]] : [];
    });
    return own.length === 0 ? [] : [[column, rowsOf(own, [])]];
  });
  return Object.fromEntries([...plain, ...lists]);
}

function answerOf(value: FieldValue | undefined): FieldEntry | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  return value !== null && value !== undefined && 'none' in value ? value : undefined;
}

function isOrder(value: FieldValue | undefined): value is { order: number } {
  return typeof value === 'object' && value !== null && 'order' in value;
}

function isComplete(value: FieldValue | undefined): value is { complete: boolean } {
  return typeof value === 'object' && value !== null && 'complete' in value;
}
