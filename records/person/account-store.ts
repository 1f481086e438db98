import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { endSessions } from './session-store.ts';

/** What signing in looks at. */
export interface SignInAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly email: string | undefined;
  readonly passwordHash: string | undefined;
  readonly active: boolean;
}

export interface NewAccount {
  /** Lower case, 3 to 60 characters. */
  readonly login: string;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly passwordHash?: string;
}

/** How a login is compared: case plays no part, nor does how it was typed. */
export function plainLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export async function accountByLogin(
  db: Database | Work,
  login: string,
): Promise<SignInAccount | undefined> {
  const row = await signInAccounts(db).where('login', '=', plainLogin(login)).executeTakeFirst();
  return row && accountOf(row);
}

export async function accountById(
  db: Database | Work,
  id: string,
): Promise<SignInAccount | undefined> {
  const row = await signInAccounts(db).where('id', '=', id).executeTakeFirst();
  return row && accountOf(row);
}

/** @returns the new account's id; undefined where the login is taken */
export async function createAccount(
  work: Work,
  record: Recorder,
  account: NewAccount,
  now: Date,
): Promise<string | undefined> {
  const { name, phone, email, passwordHash } = account;
  const login = plainLogin(account.login);
  const made = await work
    .insertInto('account')
    .values({
      login,
      name,
      phone: phone ?? null,
      email: email ?? null,
      password_hash: passwordHash ?? null,
      password_set_at: passwordHash === undefined ? null : now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return undefined;
  await record({
    subject: { kind: 'account', id: made.id },
    kind: 'account-created',
    after: { login, name },
  });
  return made.id;
}

/** Sets another password. Sessions that were opened with the old one end; `but` is the one it was changed in. */
export async function setPassword(
  work: Work,
  record: Recorder,
  account: string,
  passwordHash: string,
  { now, machine, but }: { readonly now: Date; readonly machine: Date; readonly but?: string },
): Promise<void> {
  await work
    .updateTable('account')
    .set({ password_hash: passwordHash, password_set_at: now })
    .where('id', '=', account)
    .execute();
  await work
    .updateTable('one_time_link')
    .set({ used_at: machine })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .execute();
  const which = but === undefined ? {} : { but };
  const sessions = await endSessions(work, account, which, 'password-changed', machine);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'password-set',
    after: { sessionsEnded: sessions },
  });
}

function signInAccounts(db: Database | Work) {
  return db
    .selectFrom('account')
    .select(['id', 'name', 'login', 'email', 'password_hash', 'status']);
}

type SignInRow = Awaited<ReturnType<ReturnType<typeof signInAccounts>['execute']>>[number];

function accountOf({ password_hash, email, status, ...row }: SignInRow): SignInAccount {
  return {
    ...row,
    email: email ?? undefined,
    passwordHash: password_hash ?? undefined,
    active: status === 'active',
  };
}
