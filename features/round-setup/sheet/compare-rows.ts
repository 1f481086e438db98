import type { SheetRow } from '@fuchi/record-sign-off/contract';
import type { PlainRow } from './round-sheet.ts';

/**
 * Two sheets side by side: each row of the new one with what it was, and what is no longer there at the end of its
 * section.
 * @param which all: also what stayed the same
 * @example compareRows(before, after, 'changed')
 */
export function compareRows(
  before: readonly PlainRow[],
  after: readonly PlainRow[],
  which: 'all' | 'changed',
): readonly SheetRow[] {
  const was = byLabel(before);
  const is = byLabel(after);
  const sections = [...new Set([...after, ...before].map(({ section }) => section))];
  return sections.flatMap((section) => {
    const kept = after
      .filter((row) => row.section === section)
      .map((row) => ({ ...row, before: was.get(key(row))?.value ?? null }))
      .filter((row) => which === 'all' || row.value !== row.before);
    const gone = before
      .filter((row) => row.section === section && !is.has(key(row)))
      .map((row) => ({ ...row, value: null, before: row.value }));
    return [...kept, ...gone];
  });
}

function byLabel(rows: readonly PlainRow[]): ReadonlyMap<string, PlainRow> {
  return new Map(rows.map((row) => [key(row), row]));
}

function key({ section, label }: PlainRow): string {
  return `${section}\n${label}`;
}
