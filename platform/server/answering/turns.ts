import { BUSY } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

/** Lets a few works run at once; the others wait their turn, and of those no more than there is room for. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

const RETRY_SECONDS = 5;

/**
 * For work that takes much of the machine: a flood of requests queues, and what doesn't find room is refused as busy.
 * @example const turns = turnsOf({ atOnce: 2, waiting: 50 }); await turns(() => hash(password));
 */
export function turnsOf(room: { readonly atOnce: number; readonly waiting: number }): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= room.atOnce) {
      if (waiting.length >= room.waiting) {
        throw new HttpFault(BUSY, BUSY.when, { retryAfter: RETRY_SECONDS });
      }
      // Whoever ends hands its turn on, so that `running` stays as it is.
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
