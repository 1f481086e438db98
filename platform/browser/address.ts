const listeners = new Set<() => void>();

/** The path of the page's address, decoded by nobody: compare and cut it as it is. */
export function addressPath(): string {
  return window.location.pathname;
}

/** Calls the listener when the address changes by `goTo` or by the browser's own buttons. */
export function onAddress(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function goTo(path: string): void {
  window.history.pushState(null, '', path);
  for (const listener of listeners) listener();
  window.scrollTo(0, 0);
}
