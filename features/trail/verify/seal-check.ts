import { CHAIN_START } from '@fuchi/record-event/event-digest';
import { type SealHash, sealHash } from '@fuchi/record-event/seal-digest';
import type { Seal } from '@fuchi/record-event/seal-store';
import type { TrailDigest } from './digest-file.ts';
import type { StoredEvent } from './stored-event.ts';
import type { TrailFault } from './trail-fault.ts';

/** A request takes seconds; one that bears a moment so long before a seal wasn't made by the program. */
const LATE = 10 * 60_000;
const DAY = 86_400_000;

/**
 * Looks at the seals, event by event in their order, and at what was exported of them.
 * @param seals the first first
 */
export function sealCheck(
  seals: readonly Seal[],
  against: TrailDigest | undefined,
  report: (fault: TrailFault) => void,
) {
  let next = 0;
  let events = 0;
  let hash = sealHash(CHAIN_START);
  let previous: Seal | undefined;
  const tail = tailCheck(against);
  const close = (seal: Seal) => {
    if (seal.previousDigest !== (previous?.digest ?? CHAIN_START)) {
      report({ code: 'seal-other-before', day: seal.day });
    }
    if (previous && dayAfter(previous.day) !== seal.day) {
      report({ code: 'seal-removed', from: dayAfter(previous.day), to: dayBefore(seal.day) });
    }
    if (hash.end({ ...seal, events }) !== seal.digest || events !== seal.events) {
      report({ code: 'seal-differs', day: seal.day, stated: seal.events, found: events });
    }
    previous = seal;
    next += 1;
    // From here on by what the seal says: what one day lacks isn't told of every day after.
    events = seal.events;
    hash = sealHash(seal.digest);
  };
  const closeBefore = (id: bigint | undefined) => {
    for (let seal = seals[next]; seal; seal = seals[next]) {
      if (id !== undefined && id <= BigInt(seal.lastEvent)) return;
      close(seal);
    }
  };
  return {
    event(event: StoredEvent): void {
      closeBefore(BigInt(event.id));
      hash.add(event);
      events += 1;
      tail.event(event);
      if (previous && isBackdated(event, previous)) {
        const { subjectKind, subjectId, number, id, at } = event;
        const place = { subjectKind, subjectId, number, event: id };
        report({ code: 'backdated', at, sealed: previous.day, ...place });
      }
    },
    /** All events were shown. */
    done(): void {
      closeBefore(undefined);
      for (const { day, digest } of against?.seals ?? []) {
        const there = seals.find((seal) => seal.day === day);
        if (there?.digest !== digest) {
          report({ code: 'export-differs', day, there: there !== undefined });
        }
      }
      tail.done(report);
    },
  };
}

/** Of a day that was closed long before the event came; what is only late came while its day was being closed. */
function isBackdated({ at }: StoredEvent, { day, sealedAt }: Seal): boolean {
  const moment = Date.parse(at);
  const over = Date.parse(`${dayAfter(day)}T00:00:00+08:00`);
  return moment < over && sealedAt.getTime() - moment > LATE;
}

/** What was exported beyond its last seal. */
function tailCheck(against: TrailDigest | undefined) {
  const stated = against?.tail;
  const last = against?.seals.at(-1);
  const from = BigInt(last?.lastEvent ?? '0');
  const to = BigInt(stated?.lastEvent ?? '0');
  const hash: SealHash = sealHash(last?.digest ?? CHAIN_START);
  let found = 0;
  return {
    event(event: StoredEvent): void {
      const id = BigInt(event.id);
      if (id <= from || id > to) return;
      hash.add(event);
      found += 1;
    },
    done(report: (fault: TrailFault) => void): void {
      if (!stated) return;
      const { lastEvent, events } = stated;
      if (hash.endTail({ events: found, lastEvent }) === stated.digest) return;
      report({ code: 'tail-differs', lastEvent, stated: events, found });
    },
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}
