import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Role } from '@fuchi/workflow/role';

/** What somebody is told: on his page, and by letter as he wishes. */
export interface Notice {
  /** deadline, returned, registration …: what it is about, for whoever reads the table. */
  readonly kind: string;
  /** One line; it stands in letters and short messages, so that nothing personal belongs in it. */
  readonly title: string;
  readonly body: string;
  /** The path of the page it leads to. */
  readonly leadsTo: string;
  /** The same thing is told to one person once: `application-12/deadline-3d`. */
  readonly about: string;
  /** Told by letter at once; otherwise with the daily digest. */
  readonly urgent: boolean;
}

/**
 * Tells accounts something, in the transaction in which it comes about: it is told with the change or not at all. Who
 * was told of `about` before isn't told again.
 * @example await tell(work, [account], { kind: 'returned', title, body, leadsTo, about: 'application-12/returned-3', urgent: true }, now);
 */
export async function tell(
  work: Work,
  accounts: readonly string[],
  { kind, title, body, leadsTo, about, urgent }: Notice,
  now: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  await work
    .insertInto('notice')
    .values(
      // In one order: two transactions that tell the same people don't wait for each other crosswise.
      [...new Set(accounts)].sort().map((account_id) => ({
        account_id,
        kind,
        title,
        body,
        leads_to: leadsTo,
        about,
        urgent,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['account_id', 'about']).doNothing())
    .execute();
}

/**
 * Whoever has one of some duties on a day, and an account that is in use: to be told.
 * @param organisation the unit it is a duty in; undefined for any
 * @param day 2022-03-16
 * @example await tell(work, await peopleOf(work, organisation, ['filler', 'submitter'], localDay(now)), notice, now);
 */
export async function peopleOf(
  work: Work,
  organisation: string | undefined,
  roles: readonly Role[],
  day: string,
): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  let query = work
    .selectFrom('appointment as a')
    .innerJoin('account', 'account.id', 'a.account_id')
    .select('a.account_id as id')
    .distinct()
    .where('a.role', 'in', roles)
    .where('a.ended_at', 'is', null)
    .where('a.valid_from', '<=', day)
    .where((w) => w.or([w('a.valid_until', 'is', null), w('a.valid_until', '>=', day)]))
    .where('account.status', '=', 'active');
  if (organisation !== undefined) query = query.where('a.organisation_id', '=', organisation);
  const rows = await query.execute();
  return rows.map(({ id }) => id);
}
