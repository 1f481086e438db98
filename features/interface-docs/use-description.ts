import { fetchJson } from '@fuchi/platform-browser/fetch-json';
import { useCallback, useEffect, useState } from 'react';
import { type Description, readDescription } from './description.ts';

export type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'there'; readonly description: Description };

/** The interface's own description. */
export function useDescription(): { loading: Loading; again: () => void } {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const load = useCallback((signal: AbortSignal) => {
    setLoading({ state: 'loading' });
    fetchJson('/api/openapi.json', signal)
      .then((json) => setLoading({ state: 'there', description: readDescription(json) }))
      .catch(() => {
        if (!signal.aborted) setLoading({ state: 'failed' });
      });
  }, []);
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal);
    return () => abort.abort();
  }, [load]);
  return { loading, again: () => load(new AbortController().signal) };
}
