/** ended: the server doesn't know this session any more; changed: somebody signed in or out, or acts from another duty. */
export type SessionNews = 'ended' | 'changed';

const listeners = new Set<(news: SessionNews) => void>();

/** Whether this page found the session ended and nobody signed in since. */
let ended = false;

/** Between the windows of one browser, which share the session. */
const windows =
  typeof window === 'undefined' ? undefined : new BroadcastChannel('fuchi.session-changed');

// A page that goes on doesn't follow what other windows do: the server refuses what isn't its duty any more.
windows?.addEventListener('message', () => {
  if (ended) tellHere('changed');
});

/** Tells the part of the page that keeps an eye on the session; other windows that wait for a sign-in hear of one. */
export function tellSession(news: SessionNews): void {
  tellHere(news);
  if (news === 'changed') windows?.postMessage(news);
}

function tellHere(news: SessionNews): void {
  ended = news === 'ended';
  for (const listener of [...listeners]) listener(news);
}

/** @returns how to stop listening */
export function onSessionNews(listener: (news: SessionNews) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
