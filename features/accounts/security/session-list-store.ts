import type { Database } from '@fuchi/platform-server/database/open-database';
import type { SessionSettings } from '@fuchi/record-person/session-settings';
import { sql } from 'kysely';

export interface ListedSession {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly login: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly secondFactorAt: Date | null;
}

/** Sessions of everybody that go on, the one used last first, and how many there are. */
export async function listSessions(
  db: Database,
  text: string | undefined,
  { machine, settings }: { readonly machine: Date; readonly settings: SessionSettings },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly sessions: readonly ListedSession[]; readonly total: number }> {
  const at = machine.getTime();
  let query = db
    .selectFrom('session as s')
    .innerJoin('account', 'account.id', 's.account_id')
    .leftJoin('appointment as a', 'a.id', 's.appointment_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('s.ended_at', 'is', null)
    .where('s.seen_at', '>', new Date(at - settings.idleMinutes * 60_000))
    .where('s.created_at', '>', new Date(at - settings.mostHours * 3_600_000))
    .where('account.status', '=', 'active');
  if (text !== undefined && text !== '') {
    const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((w) =>
      w.or([
        w('account.name', 'ilike', part),
        w('account.login', 'ilike', part),
        w('o.name', 'ilike', part),
        w('s.address', 'ilike', part),
      ]),
    );
  }
  const { total } = await query
    .select((e) => e.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const sessions = await query
    .select([
      's.id',
      'account.id as account',
      'account.name',
      'account.login',
      'a.role',
      'o.name as organisation',
      's.device',
      's.address',
      's.created_at as createdAt',
      's.seen_at as seenAt',
      's.second_factor_at as secondFactorAt',
    ])
    .orderBy('s.seen_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { sessions, total: Number(total) };
}

export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly status: string;
  readonly passwordSetAt: Date | null;
  readonly secondFactorAt: Date | null;
  readonly duties: readonly { readonly role: string; readonly organisation: string }[];
  readonly sessions: number;
}

/** Accounts whose name, login or unit has a part of a text, by name. */
export async function findAccounts(
  db: Database,
  text: string,
  { machine, settings }: { readonly machine: Date; readonly settings: SessionSettings },
  limit: number,
): Promise<readonly ListedAccount[]> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const at = machine.getTime();
  const rows = await db
    .selectFrom('account')
    .select([
      'account.id',
      'account.name',
      'account.login',
      'account.status',
      'account.password_set_at as passwordSetAt',
      'account.totp_confirmed_at as secondFactorAt',
    ])
    .select(({ selectFrom }) => [
      selectFrom('session as s')
        .select((e) => e.fn.countAll<string>().as('count'))
        .whereRef('s.account_id', '=', 'account.id')
        .where('s.ended_at', 'is', null)
        .where('s.seen_at', '>', new Date(at - settings.idleMinutes * 60_000))
        .where('s.created_at', '>', new Date(at - settings.mostHours * 3_600_000))
        .as('sessions'),
      selectFrom('appointment as a')
        .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
        .select(
          sql<
            { role: string; organisation: string }[]
          >`jsonb_agg(jsonb_build_object('role', a.role, 'organisation', o.name) order by a.id)`.as(
            'held',
          ),
        )
        .whereRef('a.account_id', '=', 'account.id')
        .where('a.ended_at', 'is', null)
        .as('duties'),
    ])
    .where((w) =>
      w.or([
        w('account.name', 'ilike', part),
        w('account.login', 'ilike', part),
        w.exists(
          w
            .selectFrom('appointment as b')
            .innerJoin('organisation as p', 'p.id', 'b.organisation_id')
            .select('b.id')
            .whereRef('b.account_id', '=', 'account.id')
            .where('b.ended_at', 'is', null)
            .where('p.name', 'ilike', part),
        ),
      ]),
    )
    .orderBy(sql`account.name collate pinyin`)
    .orderBy('account.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    duties: row.duties ?? [],
    sessions: Number(row.sessions ?? 0),
  }));
}
