import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { onPortalNews } from '@fuchi/platform-browser/portal-news';
import { type PortalState, portalState } from '@fuchi/platform-browser/portal-state';
import { setServerClock } from '@fuchi/ui/server-clock';
import { useEffect, useState } from 'react';

/** How often the clock is asked for while a page stands open: others may set the demonstration's. */
const EVERY = 120_000;
/** A machine that slept, or whose own clock was set: what ran on meanwhile is no clock any more. */
const LEAP = 2000;

/**
 * Keeps the page's idea of the server's clock right, and tells which kind of portal this is; undefined until that is
 * known, and on a portal that only answers questions.
 */
export function usePortal(): PortalState['mode'] | undefined {
  const [mode, setMode] = useState<PortalState['mode']>();
  useEffect(() => {
    if (!isDeskOffered()) return;
    const gone = new AbortController();
    const ask = async () => {
      // Without an answer the clock runs on as it did.
      const state = await portalState(gone.signal).catch(() => undefined);
      if (!state || gone.signal.aborted) return;
      setServerClock(state.now, state.heardAt);
      setMode(state.mode);
    };
    void ask();
    let apart = Date.now() - performance.now();
    let askedAt = performance.now();
    const look = () => {
      const nowApart = Date.now() - performance.now();
      const leapt = Math.abs(nowApart - apart) > LEAP;
      if (document.hidden || !(leapt || performance.now() - askedAt > EVERY)) return;
      apart = nowApart;
      askedAt = performance.now();
      void ask();
    };
    const timer = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    const unlisten = onPortalNews(() => void ask());
    return () => {
      gone.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      unlisten();
    };
  }, []);
  return mode;
}
