import type { Database } from '../database/open-database.ts';
import { portalState, type ShownClock, shownBy } from './portal-state.ts';

/** The program's clock: in production the machine's, in the demonstration the one that is kept in the database. */
export interface PortalClock {
  now(): Date;
  /** Asks the database at once: after this process set the clock. */
  reread(): Promise<void>;
  close(): void;
}

/** How soon one process shows what another set, in milliseconds. */
const LOOK_EVERY = 500;
const MACHINE = { now: () => new Date() };

/**
 * Opens the clock of a portal that was started.
 * @example const clock = await openPortalClock(db, report); clock.now(); clock.close();
 */
export async function openPortalClock(
  db: Database,
  report: (text: string) => void,
  machine: { now(): Date } = MACHINE,
): Promise<PortalClock> {
  let shown = await readClock(db);
  if (!shown)
    return { now: () => machine.now(), reread: async () => undefined, close: () => undefined };
  const reread = async () => {
    const next = await readClock(db);
    // Two answers may cross on their way: the clock only goes on.
    if (next && shown && isAhead(next, shown)) shown = next;
  };
  let away = false;
  const look = async () => {
    try {
      await reread();
      away = false;
    } catch (error) {
      // Told once: the database is away, and whoever asks for anything is told as well.
      if (!away)
        report(`the clock can't be read: ${error instanceof Error ? error.message : error}`);
      away = true;
    }
  };
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    await look();
    looking = false;
  }, LOOK_EVERY);
  timer.unref();
  return {
    now: () => (shown ? shownBy(shown, machine.now()) : machine.now()),
    reread,
    close: () => clearInterval(timer),
  };
}

async function readClock(db: Database): Promise<ShownClock | undefined> {
  return (await portalState(db))?.clock;
}

function isAhead(one: ShownClock, other: ShownClock): boolean {
  return shownBy(one, other.realAt) > other.shownAt;
}
