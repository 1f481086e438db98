const listeners = new Set<(unread: number) => void>();

/** Tells the mark in the head how many notices aren't read, as the page learned it. */
export function tellUnread(unread: number): void {
  for (const listener of listeners) listener(unread);
}

/** @returns how to stop listening */
export function onUnread(listener: (unread: number) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
