import { CHAIN_START } from '@fuchi/record-event/event-digest';
import { digestNow, type StoredEvent } from './stored-event.ts';
import type { PlaceInChain, TrailFault } from './trail-fault.ts';

interface End {
  readonly number: number;
  readonly digest: string;
}

/** Where a chain ends, as the program keeps it. */
export interface StoredEnd extends End {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/**
 * Looks at the chains of all subjects at once, event by event in the order of their numbers among all: within a chain
 * that is the order of the chain, since its end is locked until the event before is committed.
 * @example
 * const chains = chainCheck(report);
 * for (const event of events) chains.event(event);
 * for (const end of ends) chains.end(end);
 * chains.done();
 */
export function chainCheck(report: (fault: TrailFault) => void) {
  const ends = new Map<string, StoredEnd>();
  const ended = new Set<string>();
  const keyOf = (kind: string, id: string) => `${kind} ${id}`;
  return {
    get chains(): number {
      return ends.size;
    },
    event(event: StoredEvent): void {
      const { subjectKind, subjectId, number, digest } = event;
      const key = keyOf(subjectKind, subjectId);
      const before = ends.get(key) ?? { number: 0, digest: CHAIN_START };
      const place: PlaceInChain = { subjectKind, subjectId, number, event: event.id };
      if (number <= before.number) {
        report({ code: 'out-of-order', ...place });
      } else if (number > before.number + 1) {
        const from = before.number + 1;
        report({ code: 'removed', subjectKind, subjectId, from, to: number - 1 });
      } else if (event.previousDigest !== before.digest) {
        report({ code: 'other-before', ...place });
      }
      if (digestNow(event) !== digest) report({ code: 'changed', ...place });
      // What follows is judged by what stands here: one edit is one fault.
      ends.set(key, { subjectKind, subjectId, number, digest });
    },
    end({ subjectKind, subjectId, number, digest }: StoredEnd): void {
      const key = keyOf(subjectKind, subjectId);
      const last = ends.get(key);
      ended.add(key);
      if (last?.number === number && last.digest === digest) return;
      report({
        code: 'other-end',
        subjectKind,
        subjectId,
        stated: number,
        found: last?.number ?? null,
      });
    },
    /** All events and ends were shown. */
    done(): void {
      for (const [key, { subjectKind, subjectId, number }] of ends) {
        if (ended.has(key)) continue;
        report({ code: 'other-end', subjectKind, subjectId, stated: null, found: number });
      }
    },
  };
}
