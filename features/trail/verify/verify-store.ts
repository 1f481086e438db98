import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type Seal, sealsInOrder } from '@fuchi/record-event/seal-store';
import { sql } from 'kysely';
import { chainCheck } from './chain-check.ts';
import type { TrailDigest } from './digest-file.ts';
import { sealCheck } from './seal-check.ts';
import type { StoredEvent } from './stored-event.ts';
import type { TrailFault } from './trail-fault.ts';

/** What an exported digest said: a whole file, or one seal's digest alone. */
export type Against =
  | { readonly kind: 'file'; readonly digest: TrailDigest }
  | { readonly kind: 'digest'; readonly digest: string };

export interface Verified {
  readonly events: number;
  readonly chains: number;
  readonly seals: number;
  readonly lastSeal: Pick<Seal, 'day' | 'digest'> | null;
  /** The day whose seal a digest given alone belongs to. */
  readonly day: string | null;
  readonly faults: readonly TrailFault[];
  /** More than are told. */
  readonly moreFaults: number;
}

const BATCH = 5_000;
/** Enough to see where and what; a table shifted by a row would fill the memory. */
const MOST_FAULTS = 1_000;

/**
 * Recomputes the whole trail of a database: each event, each chain and its end, each seal, and what was exported of
 * them. Reads one moment of the database, whatever is written meanwhile.
 */
export async function verifyTrail(db: Database, against: Against | undefined): Promise<Verified> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (work) => {
      const faults: TrailFault[] = [];
      let moreFaults = 0;
      const report = (fault: TrailFault) => {
        if (faults.length < MOST_FAULTS) faults.push(fault);
        else moreFaults += 1;
      };
      const seals = await sealsInOrder(work);
      for (const { day } of await overspelledSeals(work)) {
        report({ code: 'seal-overspelled', day });
      }
      const chains = chainCheck(report);
      const sealing = sealCheck(
        seals,
        against?.kind === 'file' ? against.digest : undefined,
        report,
      );
      let events = 0;
      for await (const event of storedEvents(work)) {
        chains.event(event);
        sealing.event(event);
        events += 1;
      }
      const count = chains.chains;
      for (const end of await chainEnds(work)) chains.end(end);
      chains.done();
      sealing.done();
      const known =
        against?.kind === 'digest' ? seals.find((s) => s.digest === against.digest) : undefined;
      if (against?.kind === 'digest' && !known) {
        report({ code: 'digest-unknown', digest: against.digest });
      }
      const last = seals.at(-1);
      return {
        events,
        chains: count,
        seals: seals.length,
        lastSeal: last ? { day: last.day, digest: last.digest } : null,
        day: known?.day ?? null,
        faults,
        moreFaults,
      };
    });
}

async function* storedEvents(work: Work): AsyncGenerator<StoredEvent> {
  let after: string | undefined;
  for (;;) {
    let query = work
      .selectFrom('event')
      .select([
        'id',
        sql<string>`coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`.as(
          'at',
        ),
        'subject_kind as subjectKind',
        'subject_id as subjectId',
        'number',
        'kind',
        'account_id as account',
        'role',
        'organisation_id as organisation',
        'for_account_id as standsInFor',
        'address',
        sql<string | null>`before::text`.as('before'),
        sql<string | null>`after::text`.as('after'),
        'guide_digest as guide',
        'previous_digest as previousDigest',
        'digest',
      ])
      .orderBy('id')
      .limit(BATCH);
    if (after !== undefined) query = query.where('id', '>', after);
    const batch = await query.execute();
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Sealed at a moment with microseconds, which the program never writes and its dates don't see. */
async function overspelledSeals(work: Work) {
  return work
    .selectFrom('event_seal')
    .select('day')
    .where(sql<boolean>`sealed_at is distinct from date_trunc('milliseconds', sealed_at)`)
    .execute();
}

async function chainEnds(work: Work) {
  return work
    .selectFrom('event_chain')
    .select(['subject_kind as subjectKind', 'subject_id as subjectId', 'number', 'digest'])
    .execute();
}
