/** ended: the server doesn't know this session any more; changed: somebody signed in or out, or acts from another duty. */
export type SessionNews = 'ended' | 'changed';

const listeners = new Set<(news: SessionNews) => void>();

/** Tells the part of the page that keeps an eye on the session. */
export function tellSession(news: SessionNews): void {
  for (const listener of listeners) listener(news);
}

/** @returns how to stop listening */
export function onSessionNews(listener: (news: SessionNews) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
