import { createHash } from 'node:crypto';
import { canonicalJson } from './event-digest.ts';

/** An event as a seal counts it: where it stands among all, and what it says. */
export interface SealedEvent {
  readonly id: string;
  readonly digest: string;
}

/** What a seal says besides its digest. */
export interface SealContent {
  /** The day it closes: 2022-03-16. */
  readonly day: string;
  /** All events until then, those of earlier days included. */
  readonly events: number;
  readonly lastEvent: string;
  readonly sealedAt: Date;
}

/** What is vouched for beyond the last seal. */
export interface TailContent {
  /** Events since the last seal. */
  readonly events: number;
  readonly lastEvent: string;
}

/** Takes the events of a seal one after the other, in their order. */
export interface SealHash {
  add(event: SealedEvent): void;
  /** The seal's digest, once all are in. */
  end(content: SealContent): string;
  /** The digest of what isn't sealed yet, for an export that also vouches for today. */
  endTail(content: TailContent): string;
}

/**
 * SM3 over the seal before, every event since in its order, and what the seal says. Who takes out, adds, changes or
 * moves an event has another digest for its day and for every day after.
 */
export function sealHash(previousDigest: string): SealHash {
  const hash = createHash('sm3').update(`${previousDigest}\n`);
  const end = (said: readonly unknown[]) => hash.update(canonicalJson(said)).digest('hex');
  return {
    add({ id, digest }) {
      hash.update(`${id} ${digest}\n`);
    },
    end: ({ day, events, lastEvent, sealedAt }) =>
      end([day, events, lastEvent, sealedAt.toISOString()]),
    endTail: ({ events, lastEvent }) => end(['tail', events, lastEvent]),
  };
}
