import type { Entry, RowsEntry } from '@fuchi/policy/facts/entry';
import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Changes to a list's rows by their keys, as the list stands when they are made: the same functions at every drawing,
 * so that rows nobody touched aren't drawn again.
 */
export function useRowChanges(entry: RowsEntry, onChange: (entry: RowsEntry) => void) {
  /** Where the row stood that was taken away last, until somebody has seen it. */
  const removedAt = useRef<number>(undefined);
  const now = useRef({ entry, onChange });
  useLayoutEffect(() => {
    now.current = { entry, onChange };
  });
  const replace = useCallback((key: string, cells: Entry) => {
    const { entry: at, onChange: change } = now.current;
    change({ ...at, rows: at.rows.map((r) => (r.key === key ? { key, cells } : r)) });
  }, []);
  const remove = useCallback((key: string) => {
    const { entry: at, onChange: change } = now.current;
    removedAt.current = at.rows.findIndex((r) => r.key === key);
    change({ ...at, rows: at.rows.filter((r) => r.key !== key) });
  }, []);
  return { replace, remove, removedAt };
}
