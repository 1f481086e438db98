import { sql } from 'kysely';
import type { Database, Work } from '../database/open-database.ts';

export type PortalMode = 'demonstration' | 'production';

/** What the portal was started as. */
export interface PortalState {
  readonly mode: PortalMode;
  readonly startedAt: Date;
  /** The demonstration's clock; production goes by the machine's. */
  readonly clock: ShownClock | undefined;
}

/** A clock that showed `shownAt` when the machine's was at `realAt`, and ran on with it from there. */
export interface ShownClock {
  readonly realAt: Date;
  readonly shownAt: Date;
}

/**
 * What a clock shows when the machine's is at a moment.
 * @example shownBy({ realAt: noon, shownAt: march16 }, oneHourLater) // an hour after march16
 */
export function shownBy({ realAt, shownAt }: ShownClock, machine: Date): Date {
  return new Date(shownAt.getTime() + machine.getTime() - realAt.getTime());
}

/** What the portal is; undefined before its first start. */
export async function portalState(db: Database | Work): Promise<PortalState | undefined> {
  const row = await db.selectFrom('portal').selectAll().executeTakeFirst();
  if (!row) return undefined;
  const { mode, started_at, clock_real_at, clock_shown_at } = row;
  if (mode !== 'demonstration' && mode !== 'production')
    throw new Error(`a portal of mode ${mode}`);
  const clock =
    clock_real_at && clock_shown_at
      ? { realAt: clock_real_at, shownAt: clock_shown_at }
      : undefined;
  return { mode, startedAt: started_at, clock };
}

/**
 * Decides what this portal is, once.
 * @param shownAt what the demonstration's clock shows from now on
 * @returns false where it was decided before, or another process is faster
 */
export async function decideMode(
  work: Work,
  mode: PortalMode,
  { machine, shownAt }: { readonly machine: Date; readonly shownAt: Date },
): Promise<boolean> {
  const demonstration = mode === 'demonstration';
  // Of two processes that start at once the slower waits here until the faster has set everything up, or given up.
  const decided = await work
    .insertInto('portal')
    .values({
      mode,
      started_at: machine,
      clock_real_at: demonstration ? machine : null,
      clock_shown_at: demonstration ? shownAt : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mode')
    .executeTakeFirst();
  return decided !== undefined;
}

export type ClockRefused = { readonly code: 'no-clock' | 'not-later' };

/**
 * Sets the demonstration's clock on. Who sets it at the same time is looked at one after the other.
 * @returns what it showed before, or why it isn't set: it only goes on, and production has the machine's
 */
export async function advanceClock(
  work: Work,
  to: Date,
  machine: Date,
): Promise<{ readonly before: Date } | { readonly refused: ClockRefused }> {
  await sql`select from portal for update`.execute(work);
  const clock = (await portalState(work))?.clock;
  if (!clock) return { refused: { code: 'no-clock' } };
  const before = shownBy(clock, machine);
  if (to <= before) return { refused: { code: 'not-later' } };
  await work.updateTable('portal').set({ clock_real_at: machine, clock_shown_at: to }).execute();
  return { before };
}
