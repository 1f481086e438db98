import { useSyncExternalStore } from 'react';

/**
 * The server's clock as this page knows it: what the server said, and how long ago by a clock of the browser that
 * nobody sets. The browser's own date is never shown as the server's.
 */
let aheadBy: number | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/**
 * Tells the page what time it is on the server.
 * @param at the server's clock, in milliseconds since 1970, at the moment `heardAt` of `performance.now()`
 */
export function setServerClock(at: number, heardAt: number = performance.now()): void {
  aheadBy = at - heardAt;
  for (const listener of listeners) listener();
}

/** The server's clock in milliseconds since 1970; undefined until the server said what time it is. */
export function serverNow(): number | undefined {
  return aheadBy === undefined ? undefined : aheadBy + performance.now();
}

/**
 * The server's clock, in whole steps: what shows it is drawn anew when a step begins and not before.
 * @param step milliseconds
 * @returns milliseconds since 1970; undefined until the server said what time it is
 * @example const now = useServerNow(60_000);
 */
export function useServerNow(step: number): number | undefined {
  return useSyncExternalStore(
    subscribe,
    () => {
      const now = serverNow();
      return now === undefined ? undefined : Math.floor(now / step) * step;
    },
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
