/** The part of the page's address after `#`, with it; '' for none. Browsers send it nowhere. */
export function addressPart(): string {
  return window.location.hash;
}

/** Takes the part after `#` out of the address, so that a reload doesn't meet it again. */
export function dropAddressPart(): void {
  window.history.replaceState(window.history.state, '', window.location.pathname);
}

/** Another part after `#` was asked for while the page is open. @returns how to stop listening */
export function onAddressPart(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The full address of a page of ours. @example addressOf('/guide#一') // 'https://host/guide#一' */
export function addressOf(path: string): string {
  return `${window.location.origin}${path}`;
}

/** Opens a page of ours anew: nothing of what the page held for somebody else stays. */
export function goTo(path: string): void {
  window.location.assign(path);
}
