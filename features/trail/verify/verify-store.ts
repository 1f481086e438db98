import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type Seal, sealsInOrder } from '@fuchi/record-event/seal-store';
import { sql } from 'kysely';
import type { Against } from './against.ts';
import { chainCheck } from './chain-check.ts';
import { chainEnds, storedEvents } from './chain-store.ts';
import { sealCheck } from './seal-check.ts';
import type { TrailFault } from './trail-fault.ts';

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

/** Sealed at a moment with microseconds, which the program never writes and its dates don't see. */
async function overspelledSeals(work: Work) {
  return work
    .selectFrom('event_seal')
    .select('day')
    .where(sql<boolean>`sealed_at is distinct from date_trunc('milliseconds', sealed_at)`)
    .execute();
}
