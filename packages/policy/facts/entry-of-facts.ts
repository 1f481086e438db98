import type { Entry, FieldEntry, RowEntry } from './entry.ts';

/** Facts as somebody would have entered them on the page, and the ids of those that can't be entered there. */
export interface EnteredFacts {
  readonly entry: Entry;
  /** Facts of several sources, or with a moment or a paper: the page has one text for each fact. */
  readonly left: readonly string[];
}

/**
 * The facts of a file as the page's answers. A fact told as unknown (null) isn't entered.
 * @example entryOfFacts({ 项目总投入: { value: '2000', unit: '万元' } }).entry // { 项目总投入: '2000万元' }
 */
export function entryOfFacts(facts: Readonly<Record<string, unknown>>): EnteredFacts {
  const read = Object.entries(facts)
    .filter(([, fact]) => fact !== null)
    .map(([id, fact]) => ({ id, field: fieldOf(fact) }));
  return {
    entry: Object.fromEntries(read.flatMap(({ id, field }) => (field ? [[id, field]] : []))),
    left: read.filter(({ field }) => field === undefined).map(({ id }) => id),
  };
}

function fieldOf(fact: unknown): FieldEntry | undefined {
  const text = textOf(fact);
  if (text !== undefined) return text;
  if (Array.isArray(fact)) {
    const texts = fact.map(textOf);
    return texts.every((each) => each !== undefined) ? texts : undefined;
  }
  if (!isRecord(fact)) return undefined;
  const keys = Object.keys(fact);
  if (fact['none'] === true && keys.length === 1) return { none: true };
  const { rows, complete, value, unit } = fact;
  if (Array.isArray(rows) && keys.every((key) => key === 'rows' || key === 'complete')) {
    const read = rows.map(rowOf);
    if (!read.every((row) => row !== undefined)) return undefined;
    return { rows: read, complete: complete === true };
  }
  const plain = textOf(value);
  if (plain === undefined || !keys.every((key) => key === 'value' || key === 'unit'))
    return undefined;
  return typeof unit === 'string' ? `${plain}${unit}` : unit === undefined ? plain : undefined;
}

function rowOf(row: unknown, index: number): RowEntry | undefined {
  if (!isRecord(row)) return undefined;
  const { entry, left } = entryOfFacts(row);
  return left.length === 0 ? { key: String(index + 1), cells: entry } : undefined;
}

/** A number is written as JSON had it: one that lost digits isn't read at all. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
