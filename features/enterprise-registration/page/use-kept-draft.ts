import { deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, draftSaved } from '../contract.ts';

export type Kept =
  | { readonly state: 'kept'; readonly at: string | null }
  | { readonly state: 'keeping' }
  /** The line is down or the session has ended; what is on the screen stays. */
  | { readonly state: 'not-kept'; readonly message: string };

/** A pause in typing, after which it is kept. */
const PAUSE = 700;
const RETRY = 5000;

/** What is filled in, kept at the server while it is typed. */
export function useKeptDraft(first: Draft, savedAt: string | null) {
  const [draft, setDraft] = useState(first);
  const [kept, setKept] = useState<Kept>({ state: 'kept', at: savedAt });
  const sent = useRef(JSON.stringify(first));
  const stopped = useRef(false);
  const keep = useCallback(async (next: Draft) => {
    const text = JSON.stringify(next);
    if (stopped.current || text === sent.current) return;
    setKept({ state: 'keeping' });
    const ask = { method: 'PUT', path: '/api/registration/draft', body: next } as const;
    const answer = await deskFetch(ask, draftSaved);
    if (stopped.current) return;
    if (answer.ok) {
      sent.current = text;
      setKept({ state: 'kept', at: answer.value.savedAt });
    } else {
      setKept({ state: 'not-kept', message: answer.fault.message });
    }
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void keep(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, keep]);
  useEffect(() => {
    if (kept.state !== 'not-kept') return;
    const timer = setTimeout(() => void keep(draft), RETRY);
    return () => clearTimeout(timer);
  }, [kept, draft, keep]);
  const change = useCallback((part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
  }, []);
  /** While it is handed in, and after it was, nothing is kept. */
  const stop = useCallback((isStopped: boolean) => {
    stopped.current = isStopped;
  }, []);
  return { draft, change, kept, stop };
}
