import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { secretDigest } from '@fuchi/platform-server/secret-text';
import { sql } from 'kysely';
import { ADDRESS_PACE, LOGIN_PACE, type Pace, waitAfter } from './pace.ts';

export interface Attempt {
  /** What is tried: `sign-in zhangsan`, `second factor 7`. Kept as a digest. */
  readonly tried: string;
  /** The client's address, of IPv6 its network. */
  readonly address: string;
}

export type Begun =
  | {
      readonly ok: true;
      /** Failures with this one, should it fail. */
      readonly failures: { readonly tried: number; readonly address: number };
    }
  | { readonly ok: false; readonly waitSeconds: number };

/** Two spaces of PostgreSQL's advisory locks, of which addresses are always locked first. */
const ADDRESSES = 7_180;
const TRIED = 7_181;

/**
 * Begins a try: it is counted before it is known to fail, so that many at once are no more tries than one after the
 * other. One that comes too early isn't counted, and nothing may be looked at for it.
 */
export async function beginAttempt(
  db: Database,
  { tried, address }: Attempt,
  machine: Date,
): Promise<Begun> {
  const digest = secretDigest(tried);
  return db.transaction().execute(async (work): Promise<Begun> => {
    await lock(work, ADDRESSES, address);
    await lock(work, TRIED, digest);
    const ofAddress = await failures(work, 'address', address, ADDRESS_PACE, machine);
    const ofTried = await failures(work, 'tried', digest, LOGIN_PACE, machine);
    const waitSeconds = Math.max(
      remaining(ADDRESS_PACE, ofAddress, machine),
      remaining(LOGIN_PACE, ofTried, machine),
    );
    if (waitSeconds > 0) return { ok: false, waitSeconds };
    await work
      .deleteFrom('sign_in_failure')
      .where('at', '<', new Date(machine.getTime() - LOGIN_PACE.rememberedHours * 3_600_000))
      .execute();
    await work
      .insertInto('sign_in_failure')
      .values({ at: machine, address, tried: digest })
      .execute();
    return { ok: true, failures: { tried: ofTried.count + 1, address: ofAddress.count + 1 } };
  });
}

/** It didn't fail: what was tried starts anew. What else failed from the address stays. */
export async function succeed(work: Work, tried: string): Promise<void> {
  await work.deleteFrom('sign_in_failure').where('tried', '=', secretDigest(tried)).execute();
}

interface Failures {
  readonly count: number;
  readonly last: Date | null;
}

async function failures(
  work: Work,
  column: 'address' | 'tried',
  value: string,
  pace: Pace,
  machine: Date,
): Promise<Failures> {
  const { count, last } = await work
    .selectFrom('sign_in_failure')
    .select((e) => [e.fn.countAll<string>().as('count'), e.fn.max('at').as('last')])
    .where(column, '=', value)
    .where('at', '>', new Date(machine.getTime() - pace.rememberedHours * 3_600_000))
    .executeTakeFirstOrThrow();
  return { count: Number(count), last };
}

function remaining(pace: Pace, { count, last }: Failures, machine: Date): number {
  if (last === null) return 0;
  const since = (machine.getTime() - last.getTime()) / 1000;
  return Math.max(0, Math.ceil(waitAfter(pace, count) - since));
}

async function lock(work: Work, space: number, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${space}, hashtext(${key}))`.execute(work);
}
