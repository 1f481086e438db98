/** asked: the server answered, and the idle time runs anew; ended: it doesn't know this session any more. */
export type SessionNews = 'asked' | 'ended' | 'changed';

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
