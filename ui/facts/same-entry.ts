import { type Entry, type FieldEntry, isNone, isRows } from '@fuchi/policy/facts/entry';

/**
 * Whether two entries hold the same texts under the same ids; fields that aren't told are as if they weren't there.
 * @example sameEntry({ 本金: '200' }, { 本金: '200', 期限: '' }) // true
 */
export function sameEntry(a: Entry, b: Entry): boolean {
  if (a === b) return true;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) =>
    sameField(a[id] ?? '', b[id] ?? ''),
  );
}

function sameField(a: FieldEntry, b: FieldEntry): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  if (isNone(a) || isNone(b)) return isNone(a) && isNone(b);
  if (isRows(a) && isRows(b)) {
    return (
      a.complete === b.complete &&
      sameList(a.rows, b.rows, (x, y) => x.key === y.key && sameEntry(x.cells, y.cells))
    );
  }
  if (isRows(a) || isRows(b)) return false;
  return sameList(a, b, (x, y) => x === y);
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((x, i) => {
    const y = b[i];
    return y !== undefined && same(x, y);
  });
}
