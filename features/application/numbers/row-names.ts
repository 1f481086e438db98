import { editDistance } from '@fuchi/values/edit-distance';
import { listed } from '@fuchi/values/listed';
import { usedNumberKey } from '@fuchi/values/used-number';

/** A row of a list as others may name it. */
export interface NamedRow {
  /** From 1, as people count. */
  readonly row: number;
  /** An invoice's code; '' where the list has none. */
  readonly code: string;
  readonly number: string;
}

/** The rows of a list by every way in which their number may be written. */
export interface RowNames {
  readonly invoices: boolean;
  readonly rows: ReadonlyMap<string, readonly NamedRow[]>;
}

/**
 * Prepares a list to be named. An invoice answers to its number alone and to its code and number in one; zeros that a
 * spreadsheet dropped are put back.
 */
export function rowNames(rows: readonly NamedRow[], invoices: boolean): RowNames {
  const byKey = new Map<string, NamedRow[]>();
  for (const one of rows) {
    const number = keyOf(one.number, invoices);
    const code = keyOf(one.code, false);
    if (number === '') continue;
    for (const key of new Set([number, code + number])) {
      byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
  }
  return { invoices, rows: byKey };
}

/** One number as a cell writes it, and the rows that have it: none, or several where only their codes differ. */
export interface CellName {
  readonly written: string;
  readonly rows: readonly NamedRow[];
}

/**
 * The rows a cell names: by one number, or by several with commas or blanks between. A number that has a blank in it is
 * one number if a row has it.
 * @example namesIn('00217001、00217002', rowNames(invoices, true)).map(({ rows }) => rows.length) // [1, 1]
 */
export function namesIn(cell: string, { invoices, rows }: RowNames): readonly CellName[] {
  const found = (written: string): CellName => ({
    written,
    rows: rows.get(keyOf(written, invoices)) ?? [],
  });
  const whole = found(cell.trim());
  if (whole.rows.length > 0) return [whole];
  return listed(cell).map(found);
}

/** Characters by which a number may be off to be taken for another. */
const MOST_OFF = 2;

/** The row whose number differs from what was written by a character or two; undefined where several or none do. */
export function nearRow(written: string, { invoices, rows }: RowNames): NamedRow | undefined {
  const key = keyOf(written, invoices);
  const near = [...rows].map(([other, found]) => ({
    found,
    far: editDistance(key, other, MOST_OFF + 1),
  }));
  const least = Math.min(...near.map(({ far }) => far));
  if (least > MOST_OFF || key.length <= least * 2) return undefined;
  const best = new Set(near.filter(({ far }) => far === least).flatMap(({ found }) => found));
  return best.size === 1 ? [...best][0] : undefined;
}

function keyOf(text: string, invoices: boolean): string {
  const read = usedNumberKey({ kind: 'record', code: '', number: text });
  if (!read.ok) return '';
  return invoices && /^\d{1,7}$/.test(read.value) ? read.value.padStart(8, '0') : read.value;
}
