import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Tables } from '@fuchi/platform-server/database/tables';
import { type Selectable, sql } from 'kysely';
import { CHAIN_START } from './event-digest.ts';
import { sealHash } from './seal-digest.ts';

/** One day closed: all that happened until its end, proven by one digest. */
export interface Seal {
  /** 2022-03-16 */
  readonly day: string;
  /** All events until then. */
  readonly events: number;
  readonly lastEvent: string;
  readonly previousDigest: string;
  readonly digest: string;
  readonly sealedAt: Date;
}

export interface SealingDone {
  /** The days sealed now. */
  readonly days: readonly string[];
  /** Changes were under way that went on too long; the next call tries again. */
  readonly postponed: boolean;
}

/** Of PostgreSQL's advisory locks: one process seals at a time. */
const SEALING = 7_180_003;
/** How long changes under way are waited for; those that come meanwhile wait as long. */
const PATIENCE = '2s';
const LOCK_NOT_AVAILABLE = '55P03';
const DAY = 86_400_000;
/** Days and events read in one go. */
const DAYS_AT_ONCE = 50;
const BATCH = 10_000;

/**
 * Seals every day that is over by the portal's clock and isn't sealed yet, the first first.
 *
 * Numbers are given to events before they are committed, so a day can't be closed at the highest number that is seen:
 * a lower one may still come. Every change locks the table in row exclusive mode before it writes; `settledEvent` takes
 * the mode that conflicts, and so stands at a moment at which no number is given that isn't also seen or undone. What
 * is numbered up to there never grows again, and a seal covers the numbers from the seal before it to the last one of
 * its day. An event that bears a sealed day's moment and comes later has a higher number and counts to the next seal:
 * each event is in exactly one.
 */
export async function sealDue(db: Database, now: Date): Promise<SealingDone> {
  const over = localDay(new Date(startOf(localDay(now)).getTime() - 1));
  const days: string[] = [];
  for (;;) {
    const last = await lastSeal(db);
    if (last && last.day >= over) return { days, postponed: false };
    const settled = await settledEvent(db);
    if (settled === undefined) return { days, postponed: true };
    const sealed = await sealDays(db, { over, settled, now });
    if (sealed.length === 0) return { days, postponed: false };
    days.push(...sealed);
  }
}

/** The seals, the last first. @param before leaves out those of this day and later */
export async function seals(
  db: Database | Work,
  { before, most }: { readonly before?: string; readonly most: number },
): Promise<readonly Seal[]> {
  let query = db.selectFrom('event_seal').selectAll().orderBy('day', 'desc').limit(most);
  if (before !== undefined) query = query.where('day', '<', before);
  return (await query.execute()).map(sealOf);
}

/** All seals, the first first. */
export async function sealsInOrder(db: Database | Work): Promise<readonly Seal[]> {
  return (await db.selectFrom('event_seal').selectAll().orderBy('day').execute()).map(sealOf);
}

function sealOf(row: Selectable<Tables['event_seal']>): Seal {
  return {
    day: row.day,
    events: Number(row.events),
    lastEvent: row.last_event_id,
    previousDigest: row.previous_digest,
    digest: row.digest,
    sealedAt: row.sealed_at,
  };
}

export async function lastSeal(db: Database | Work): Promise<Seal | undefined> {
  return (await seals(db, { most: 1 }))[0];
}

/**
 * The highest number of an event up to which none is under way any more; '0' where there is none, undefined while
 * changes go on too long.
 */
export async function settledEvent(db: Database): Promise<string | undefined> {
  try {
    return await db.transaction().execute(async (work) => {
      await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(work);
      await sql`lock table event in share mode`.execute(work);
      const row = await work
        .selectFrom('event')
        .select((e) => e.fn.max('id').as('id'))
        .executeTakeFirst();
      return row?.id ?? '0';
    });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === LOCK_NOT_AVAILABLE) {
      return undefined;
    }
    throw error;
  }
}

interface Due {
  /** The last day that is over. */
  readonly over: string;
  /** The number up to which nothing comes any more. */
  readonly settled: string;
  readonly now: Date;
}

async function sealDays(db: Database, { over, settled, now }: Due): Promise<readonly string[]> {
  return db.transaction().execute(async (work) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(SEALING)})`.execute(work);
    let last = await lastSeal(work);
    let day = last ? dayAfter(last.day) : await firstDay(work);
    const days: string[] = [];
    while (day !== undefined && day <= over && days.length < DAYS_AT_ONCE) {
      last = await sealDay(work, last, { day, settled, now });
      days.push(day);
      day = dayAfter(day);
    }
    return days;
  });
}

async function sealDay(
  work: Work,
  last: Seal | undefined,
  { day, settled, now }: { readonly day: string; readonly settled: string; readonly now: Date },
): Promise<Seal> {
  const from = last?.lastEvent ?? '0';
  const previousDigest = last?.digest ?? CHAIN_START;
  const found = await work
    .selectFrom('event')
    .select((e) => e.fn.max('id').as('id'))
    .where('at', '<', startOf(dayAfter(day)))
    .where('id', '>', from)
    .where('id', '<=', settled)
    .executeTakeFirst();
  const lastEvent = found?.id ?? from;
  const hash = sealHash(previousDigest);
  let events = last?.events ?? 0;
  for (let at = from; at !== lastEvent; ) {
    const batch = await work
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
  const content = { day, events, lastEvent, sealedAt: now };
  const seal = { ...content, previousDigest, digest: hash.end(content) };
  await work
    .insertInto('event_seal')
    .values({
      day,
      events: String(events),
      last_event_id: lastEvent,
      previous_digest: previousDigest,
      digest: seal.digest,
      sealed_at: now,
    })
    .execute();
  return seal;
}

async function firstDay(work: Work): Promise<string | undefined> {
  const row = await work
    .selectFrom('event')
    .select((e) => e.fn.min('at').as('at'))
    .executeTakeFirst();
  return row?.at ? localDay(row.at) : undefined;
}

/** Midnight where the fund is run. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function dayAfter(day: string): string {
  return localDay(new Date(startOf(day).getTime() + DAY));
}
