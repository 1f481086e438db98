import { useCallback, useState } from 'react';
import { type DeskAsk, type DeskFault, deskFetch } from './desk-fetch.ts';

export interface Desk {
  readonly busy: boolean;
  readonly fault: DeskFault | undefined;
  /** Asks, and keeps why there is no answer. @returns undefined where there is none */
  ask<Reply>(what: DeskAsk, contract: { parse(value: unknown): Reply }): Promise<Reply | undefined>;
  /** A fault the page found by itself; undefined takes the last one away. */
  tell(fault: DeskFault | undefined): void;
}

/** One thing at a time that is asked of the server, and what came of it. */
export function useDesk(): Desk {
  const [busy, setBusy] = useState(false);
  const [fault, tell] = useState<DeskFault>();
  const ask = useCallback(
    async <Reply>(what: DeskAsk, contract: { parse(value: unknown): Reply }) => {
      setBusy(true);
      tell(undefined);
      try {
        const answer = await deskFetch(what, contract);
        if (answer.ok) return answer.value;
        tell(answer.fault);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [],
  );
  return { busy, fault, ask, tell };
}
