import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import type { EventBy } from '@fuchi/record-event/event';
import { type ByMail, byMailOf } from './contract.ts';

/** A notice as its page shows it. */
export interface KeptNotice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly leadsTo: string;
  readonly urgent: boolean;
  readonly createdAt: Date;
  readonly read: boolean;
}

/** An account's own notices, the newest first. @param before the last one of the page before */
export async function noticesOf(
  db: Database,
  account: string,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<readonly KeptNotice[]> {
  let query = db
    .selectFrom('notice')
    .select(['id', 'title', 'body', 'leads_to', 'urgent', 'created_at', 'read_at'])
    .where('account_id', '=', account);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(most).execute();
  return rows.map(({ leads_to, created_at, read_at, ...row }) => ({
    ...row,
    leadsTo: leads_to,
    createdAt: created_at,
    read: read_at !== null,
  }));
}

/** How many an account hasn't read. */
export async function unreadOf(db: Database, account: string): Promise<number> {
  const { unread } = await db
    .selectFrom('notice')
    .select((e) => e.fn.countAll<string>().as('unread'))
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(unread);
}

/**
 * Somebody read notices of his own; of others' nothing happens.
 * @param which their ids; undefined for all of his
 */
export async function readNotices(
  db: Database,
  account: string,
  which: readonly string[] | undefined,
  now: Date,
): Promise<void> {
  if (which?.length === 0) return;
  let query = db
    .updateTable('notice')
    .set({ read_at: now })
    .where('account_id', '=', account)
    .where('read_at', 'is', null);
  if (which) query = query.where('id', 'in', which);
  await query.execute();
}

export interface NoticeSetting {
  readonly byMail: ByMail;
  readonly bySms: boolean;
}

const USUAL: NoticeSetting = { byMail: 'daily', bySms: false };

export async function noticeSetting(db: Database, account: string): Promise<NoticeSetting> {
  const row = await db
    .selectFrom('notice_setting')
    .select(['by_mail', 'by_sms'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row ? { byMail: byMailOf(row.by_mail), bySms: row.by_sms } : USUAL;
}

/** How somebody wants to be told, from now on. */
export async function setNoticeSetting(
  db: Database,
  by: EventBy,
  account: string,
  setting: NoticeSetting,
  now: Date,
): Promise<void> {
  const before = await noticeSetting(db, account);
  const row = { by_mail: setting.byMail, by_sms: setting.bySms };
  await change(db, by, now, async (work, record) => {
    await work
      .insertInto('notice_setting')
      .values({ account_id: account, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    await record({
      subject: { kind: 'account', id: account },
      kind: 'notice-setting-changed',
      before,
      after: setting,
    });
  });
}
