import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { secretDigest } from '@fuchi/platform-server/secret-text';
import type { SignOnIdentity, SignOnSecrets } from '@fuchi/platform-server/sign-on/open-id';
import type { Recorder } from '@fuchi/record-event/change';

/** A way to the single sign-on and back is walked in so many minutes. */
const ATTEMPT_MINUTES = 10;

/** Remembers a way that begins. The secrets in it are of use only together with what the browser keeps. */
export async function beginSignOn(
  db: Database,
  { state, nonce, verifier }: SignOnSecrets,
  browser: string,
  machine: Date,
): Promise<void> {
  await db.deleteFrom('sign_on_attempt').where('created_at', '<', earliest(machine)).execute();
  await db
    .insertInto('sign_on_attempt')
    .values({
      state_digest: secretDigest(state),
      browser_digest: secretDigest(browser),
      nonce,
      verifier,
      created_at: machine,
    })
    .execute();
}

/**
 * The secrets of a way somebody comes back on: once, in the browser that began it, in time.
 * @returns undefined where it is none of ours
 */
export async function endSignOn(
  db: Database,
  { state, browser }: { readonly state: string; readonly browser: string },
  machine: Date,
): Promise<SignOnSecrets | undefined> {
  const row = await db
    .updateTable('sign_on_attempt')
    .set({ used_at: machine })
    .where('state_digest', '=', secretDigest(state))
    .where('browser_digest', '=', secretDigest(browser))
    .where('used_at', 'is', null)
    .where('created_at', '>', earliest(machine))
    .returning(['nonce', 'verifier'])
    .executeTakeFirst();
  return row && { state, ...row };
}

/** The account of somebody the provider vouches for, if it is linked and active. */
export async function linkedAccount(
  db: Database,
  { issuer, subject }: Pick<SignOnIdentity, 'issuer' | 'subject'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_on_identity as i')
    .innerJoin('account', 'account.id', 'i.account_id')
    .select('account.id')
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .where('account.status', '=', 'active')
    .executeTakeFirst();
  return row?.id;
}

/** The one active account the provider's verified word names; undefined for none, and for more than one. */
export async function namedAccount(
  db: Database,
  named: NonNullable<SignOnIdentity['account']>,
): Promise<string | undefined> {
  const value = named.value.toLowerCase();
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('status', '=', 'active')
    .where((e) => e(e.fn<string>('lower', [named.by]), '=', value))
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** Links who the provider says somebody is with an account. An identity is linked once. @returns whether it is linked now */
export async function linkIdentity(
  work: Work,
  record: Recorder,
  identity: Pick<SignOnIdentity, 'issuer' | 'subject'>,
  account: string,
  { machine, because }: { readonly machine: Date; readonly because: 'verified' | 'confirmed' },
): Promise<boolean> {
  const { issuer, subject } = identity;
  const made = await work
    .insertInto('sign_on_identity')
    .values({ issuer, subject, account_id: account, linked_at: machine })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  if (!made) return false;
  await record({
    subject: { kind: 'account', id: account },
    kind: 'sign-on-linked',
    after: { issuer, because },
  });
  return true;
}

/** Somebody nobody here knows asks to be linked: an administrator names the account. Asking again changes nothing. */
export async function requestLink(
  work: Work,
  record: Recorder,
  { issuer, subject, name }: Pick<SignOnIdentity, 'issuer' | 'subject' | 'name'>,
  machine: Date,
): Promise<boolean> {
  const made = await work
    .insertInto('sign_on_request')
    .values({ issuer, subject, name, asked_at: machine })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  await record({
    subject: { kind: 'system', id: 'sign-on' },
    kind: 'sign-on-requested',
    after: { request: made.id, issuer },
  });
  return true;
}

export interface SignOnRequest {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly askedAt: Date;
}

/** Who waits to be linked, the longest waiting first. */
export async function openRequests(db: Database | Work): Promise<readonly SignOnRequest[]> {
  return db
    .selectFrom('sign_on_request')
    .select(['id', 'issuer', 'subject', 'name', 'asked_at as askedAt'])
    .where('decided_at', 'is', null)
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Decides a request: with an account, or with none. @returns it; undefined when it was decided before */
export async function decideRequest(
  work: Work,
  request: string,
  account: string | undefined,
  machine: Date,
): Promise<Pick<SignOnRequest, 'issuer' | 'subject'> | undefined> {
  return work
    .updateTable('sign_on_request')
    .set({ decided_at: machine, account_id: account ?? null })
    .where('id', '=', request)
    .where('decided_at', 'is', null)
    .returning(['issuer', 'subject'])
    .executeTakeFirst();
}

function earliest(machine: Date): Date {
  return new Date(machine.getTime() - ATTEMPT_MINUTES * 60_000);
}
