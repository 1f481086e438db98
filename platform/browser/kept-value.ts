import { keep, readKept } from './kept-text.ts';

/** One value that all parts of a page, and all tabs of this browser, see alike. */
export interface KeptValue<T> {
  read(): T;
  /** @returns whether the browser keeps it */
  write(value: T): boolean;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
}

/**
 * A value kept in the browser under a key. Where storage is refused it lives as long as the page.
 * @param parse makes a value of whatever an older version may have kept
 */
export function keptValue<T>(key: string, parse: (kept: unknown) => T): KeptValue<T> {
  let value = parse(readKept(key));
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return;
    value = parse(readKept(key));
    tell();
  };
  return {
    read: () => value,
    write(next) {
      value = next;
      const kept = keep(key, next);
      tell();
      return kept;
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', fromOtherTab);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', fromOtherTab);
      };
    },
  };
}
