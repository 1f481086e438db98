import type { Database } from '@fuchi/platform-server/database/open-database';
import { CHAIN_START } from '@fuchi/record-event/event-digest';
import { sealHash } from '@fuchi/record-event/seal-digest';
import { sealsInOrder, settledEvent } from '@fuchi/record-event/seal-store';
import type { DigestedTail, TrailDigest } from './digest-file.ts';

const BATCH = 10_000;

/**
 * What vouches for the trail as it is now: every seal, and what came since. Without the latter while changes are under
 * way that go on too long.
 * @param exported when that is, as the file says it
 */
export async function trailDigest(db: Database, exported: string): Promise<TrailDigest> {
  const settled = await settledEvent(db);
  const seals = await sealsInOrder(db);
  const last = seals.at(-1);
  const from = { event: last?.lastEvent ?? '0', digest: last?.digest ?? CHAIN_START };
  const behind = settled !== undefined && BigInt(settled) > BigInt(from.event);
  return {
    exported,
    seals: seals.map(({ day, events, lastEvent, digest }) => ({ day, events, lastEvent, digest })),
    tail: behind ? await tailOf(db, from, settled) : undefined,
  };
}

async function tailOf(
  db: Database,
  from: { readonly event: string; readonly digest: string },
  lastEvent: string,
): Promise<DigestedTail> {
  const hash = sealHash(from.digest);
  let events = 0;
  for (let at = from.event; at !== lastEvent; ) {
    const batch = await db
      .selectFrom('event')
      .select(['id', 'digest'])
      .where('id', '>', at)
      .where('id', '<=', lastEvent)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const event of batch) hash.add(event);
    events += batch.length;
    at = batch.at(-1)?.id ?? lastEvent;
  }
  return { events, lastEvent, digest: hash.endTail({ events, lastEvent }) };
}
