import type { Database } from '../database/open-database.ts';

/** What time it is. Whoever decides is told the moment; only the outermost layer asks the clock. */
export interface Clock {
  now(): Date;
  /** The demonstration's clock, which pages show. */
  readonly simulated: boolean;
}

export const REAL_CLOCK: Clock = { now: () => new Date(), simulated: false };

export interface DemonstrationClock extends Clock {
  /** Moves the clock, for all processes on the database. Backwards isn't possible: what happened has its time. */
  advance(to: Date): Promise<boolean>;
  /** Reads what another process has set; called now and then. */
  refresh(): Promise<void>;
}

/**
 * A clock that runs on from a moment kept in the database, so that several processes and later starts agree.
 * @param start what it shows on the first start: 2022-03-16T01:00:00Z
 */
export async function openDemonstrationClock(
  db: Database,
  start: Date,
): Promise<DemonstrationClock> {
  await db
    .insertInto('demonstration_clock')
    .values({ shows: start, set_at: new Date() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  let ahead = 0;
  const refresh = async () => {
    const { shows, set_at } = await db
      .selectFrom('demonstration_clock')
      .select(['shows', 'set_at'])
      .executeTakeFirstOrThrow();
    ahead = shows.getTime() - set_at.getTime();
  };
  await refresh();
  const now = () => new Date(Date.now() + ahead);
  return {
    simulated: true,
    now,
    refresh,
    async advance(to) {
      await refresh();
      if (to <= now()) return false;
      await db.updateTable('demonstration_clock').set({ shows: to, set_at: new Date() }).execute();
      await refresh();
      return true;
    },
  };
}
