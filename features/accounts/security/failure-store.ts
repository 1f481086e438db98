import type { Database } from '@fuchi/platform-server/database/open-database';
import { LOGIN_PACE, waitAfter } from '@fuchi/record-person/pace';
import { sql } from 'kysely';

const KINDS = ['sign-in-failed', 'second-factor-failed'];
const MOST = 200;

/** Failures of one account or from one address on one day. */
export interface FailureDay {
  readonly key: string;
  /** 2022-03-16. */
  readonly day: string;
  readonly count: number;
  readonly lastAt: Date;
}

/**
 * Failures to sign in since a moment, by day in Beijing's time: of accounts that are there. Who tries a login nobody has
 * is seen in `slowedNow` alone; nothing of it is kept.
 */
export async function failuresSince(
  db: Database,
  by: 'account' | 'address',
  since: Date,
): Promise<readonly FailureDay[]> {
  const key = by === 'account' ? sql<string>`subject_id` : sql<string>`coalesce(address, '')`;
  const day = sql<string>`to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const rows = await db
    .selectFrom('event')
    .select((e) => [
      key.as('key'),
      day.as('day'),
      e.fn.countAll<string>().as('count'),
      e.fn.max('at').as('lastAt'),
    ])
    .where('kind', 'in', KINDS)
    .where('subject_kind', '=', 'account')
    .where('at', '>=', since)
    .groupBy([key, day])
    .orderBy(sql`count(*)`, 'desc')
    .limit(MOST * 10)
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export interface NamedAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}

export async function accountsNamed(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'login'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Slowed {
  readonly account: NamedAccount | undefined;
  /** second-factor: the code is tried, by whoever knows the password. */
  readonly what: 'password' | 'second-factor' | 'other';
  readonly failures: number;
  readonly waitSeconds: number;
}

/**
 * What has to wait now: kept are only digests of what was tried, which are compared with those of the accounts there
 * are. The most failures first.
 */
export async function slowedNow(db: Database, machine: Date): Promise<readonly Slowed[]> {
  const digest = (of: ReturnType<typeof sql>) =>
    sql<string>`encode(sha256(convert_to(${of}, 'UTF8')), 'hex')`;
  const rows = await db
    .with('tried', (w) =>
      w
        .selectFrom('sign_in_failure')
        .select((e) => [
          'tried as digest',
          e.fn.countAll<string>().as('failures'),
          e.fn.max('at').as('lastAt'),
        ])
        .where('at', '>', new Date(machine.getTime() - LOGIN_PACE.rememberedHours * 3_600_000))
        .groupBy('tried')
        .having((e) => e.fn.countAll(), '>=', LOGIN_PACE.free)
        .orderBy(sql`count(*)`, 'desc')
        .limit(MOST),
    )
    .selectFrom('tried')
    .leftJoin('account as typed', (join) =>
      join.on(digest(sql`'sign-in ' || typed.login`), '=', sql`tried.digest`),
    )
    .leftJoin('account as proved', (join) =>
      join.on(digest(sql`'second factor ' || proved.id`), '=', sql`tried.digest`),
    )
    .select([
      'tried.failures',
      'tried.lastAt',
      'typed.id as typedId',
      'typed.name as typedName',
      'typed.login as typedLogin',
      'proved.id as provedId',
      'proved.name as provedName',
      'proved.login as provedLogin',
    ])
    .execute();
  return rows.flatMap((row) => {
    const failures = Number(row.failures);
    const since = Math.floor((machine.getTime() - row.lastAt.getTime()) / 1000);
    const waitSeconds = waitAfter(LOGIN_PACE, failures) - since;
    if (waitSeconds <= 0) return [];
    const typed = named(row.typedId, row.typedName, row.typedLogin);
    const proved = named(row.provedId, row.provedName, row.provedLogin);
    const what = typed ? 'password' : proved ? 'second-factor' : 'other';
    return [{ account: typed ?? proved, what, failures, waitSeconds } as const];
  });
}

function named(
  id: string | null,
  name: string | null,
  login: string | null,
): NamedAccount | undefined {
  return id === null ? undefined : { id, name: name ?? '', login: login ?? '' };
}
