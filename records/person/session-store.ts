import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { isSecret, newSecret, secretDigest } from '@fuchi/platform-server/secret-text';
import { sql } from 'kysely';
import type { DutyChoice } from './duty-store.ts';
import type { SessionSettings } from './session-settings.ts';

/** A session that goes on: not ended, not idle for too long, not too old, of an account that is active. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly login: string;
  readonly address: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly secondFactorAt: Date | undefined;
  /** The account has a second factor that it confirmed. */
  readonly hasSecondFactor: boolean;
  readonly duty: DutyChoice | undefined;
}

export interface NewSession {
  readonly account: string;
  readonly address: string;
  /** As the browser calls itself. */
  readonly device: string;
  readonly secondFactorAt?: Date;
  readonly duty?: DutyChoice;
}

export type SessionEnd =
  | 'signed-out'
  | 'replaced'
  | 'ended-elsewhere'
  | 'password-changed'
  | 'account-disabled'
  | 'ended-by-administrator';

const DEVICE = 200;
/** A session is written at most so often only because something was asked. */
const TOUCH_SECONDS = 30;

/** @returns the value of the session's cookie, which is kept nowhere */
export async function startSession(work: Work, session: NewSession, machine: Date) {
  const cookie = newSecret();
  const { id } = await work
    .insertInto('session')
    .values({
      digest: secretDigest(cookie),
      account_id: session.account,
      appointment_id: session.duty?.appointment ?? null,
      delegation_id: session.duty?.delegation ?? null,
      created_at: machine,
      seen_at: machine,
      second_factor_at: session.secondFactorAt ?? null,
      address: session.address,
      device: session.device.slice(0, DEVICE),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, cookie };
}

/** The session a cookie belongs to, if it goes on at this moment of the machine's clock. */
export async function findSession(
  db: Database | Work,
  cookie: string | undefined,
  machine: Date,
  settings: SessionSettings,
): Promise<Session | undefined> {
  if (cookie === undefined || !isSecret(cookie)) return undefined;
  const [row] = await going(db, machine, settings)
    .where('s.digest', '=', secretDigest(cookie))
    .execute();
  return row && sessionOf(row);
}

/** All sessions of an account that go on, the one used last first. */
export async function sessionsOf(
  db: Database,
  account: string,
  machine: Date,
  settings: SessionSettings,
): Promise<readonly Session[]> {
  const rows = await going(db, machine, settings)
    .where('s.account_id', '=', account)
    .orderBy('s.seen_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(100)
    .execute();
  return rows.map(sessionOf);
}

/** Something was asked: the idle time runs anew. Not a change anybody would look for in the trail. */
export async function touchSession(db: Database, session: Session, machine: Date): Promise<void> {
  if (machine.getTime() - session.seenAt.getTime() < TOUCH_SECONDS * 1000) return;
  await db
    .updateTable('session')
    .set({ seen_at: sql`greatest(seen_at, ${machine})` })
    .where('id', '=', session.id)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * The session under a new cookie, whoever has the old one. What was proven or chosen is written with it.
 * @returns undefined when somebody else was faster: the old cookie has gone
 */
export async function renewSession(
  work: Work,
  oldCookie: string,
  proven: { readonly secondFactorAt?: Date },
  machine: Date,
): Promise<string | undefined> {
  const cookie = newSecret();
  const { numUpdatedRows } = await work
    .updateTable('session')
    .set({
      digest: secretDigest(cookie),
      seen_at: machine,
      ...(proven.secondFactorAt && { second_factor_at: proven.secondFactorAt }),
    })
    .where('digest', '=', secretDigest(oldCookie))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? cookie : undefined;
}

export async function chooseDuty(work: Work, session: string, duty: DutyChoice): Promise<void> {
  await work
    .updateTable('session')
    .set({ appointment_id: duty.appointment, delegation_id: duty.delegation ?? null })
    .where('id', '=', session)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends sessions of an account: one, all, or all but one. @returns how many ended */
export async function endSessions(
  work: Work,
  account: string,
  which: { readonly only?: string; readonly but?: string },
  because: SessionEnd,
  machine: Date,
): Promise<number> {
  let update = work
    .updateTable('session')
    .set({ ended_at: machine, ended_because: because })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null);
  if (which.only !== undefined) update = update.where('id', '=', which.only);
  if (which.but !== undefined) update = update.where('id', '<>', which.but);
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function going(db: Database | Work, machine: Date, settings: SessionSettings) {
  const at = machine.getTime();
  return db
    .selectFrom('session as s')
    .innerJoin('account', 'account.id', 's.account_id')
    .select([
      's.id',
      's.account_id as account',
      'account.name',
      'account.login',
      's.address',
      's.device',
      's.created_at as createdAt',
      's.seen_at as seenAt',
      's.second_factor_at as secondFactorAt',
      'account.totp_confirmed_at as confirmedAt',
      's.appointment_id as appointment',
      's.delegation_id as delegation',
    ])
    .where('s.ended_at', 'is', null)
    .where('s.seen_at', '>', new Date(at - settings.idleMinutes * 60_000))
    .where('s.created_at', '>', new Date(at - settings.mostHours * 3_600_000))
    .where('account.status', '=', 'active');
}

type GoingRow = Awaited<ReturnType<ReturnType<typeof going>['execute']>>[number];

function sessionOf({ confirmedAt, appointment, delegation, ...row }: GoingRow): Session {
  return {
    ...row,
    secondFactorAt: row.secondFactorAt ?? undefined,
    hasSecondFactor: confirmedAt !== null,
    duty: appointment === null ? undefined : { appointment, delegation: delegation ?? undefined },
  };
}
