const listeners = new Set<() => void>();

/** Tells the page that the portal's clock was set. */
export function tellPortal(): void {
  for (const listener of listeners) listener();
}

/** @returns how to stop listening */
export function onPortalNews(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
