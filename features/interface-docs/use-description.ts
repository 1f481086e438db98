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
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks anew
  useEffect(() => {
    const abort = new AbortController();
    fetchJson('/api/openapi.json', abort.signal)
      .then((json) => setLoading({ state: 'there', description: readDescription(json) }))
      .catch(() => {
        if (!abort.signal.aborted) setLoading({ state: 'failed' });
      });
    return () => abort.abort();
  }, [attempt]);
  const again = useCallback(() => {
    setLoading({ state: 'loading' });
    setAttempt((n) => n + 1);
  }, []);
  return { loading, again };
}
