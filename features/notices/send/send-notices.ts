import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type LetterSettings, letterPlace } from '@fuchi/platform-server/mail/letter-place';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import { byMailOf } from '@fuchi/record-notice/contract';
import { letterOf } from './letter-of.ts';

export interface LetterContext extends LetterSettings {
  readonly db: Database;
  readonly box: SecretBox;
}

const BATCH = 500;

/**
 * Writes letters about what wasn't told by letter yet: one a person. Each notice is decided on once, with the letter or
 * without one: who wants none, has no address or has read it already gets none later either.
 * @param kind urgent: only what is; digest: everything that waits
 */
export async function writeLetters(
  context: LetterContext,
  kind: 'urgent' | 'digest',
  now: Date,
): Promise<void> {
  const { db } = context;
  let after = '0';
  for (;;) {
    let query = db
      .selectFrom('notice')
      .select('account_id as id')
      .distinct()
      .where('mailed_at', 'is', null)
      .where('account_id', '>', after);
    if (kind === 'urgent') query = query.where('urgent', '=', true);
    const people = await query.orderBy('account_id').limit(BATCH).execute();
    for (const { id } of people) {
      await db.transaction().execute((work) => writeLetter(context, work, id, kind, now));
    }
    const last = people.at(-1);
    if (!last || people.length < BATCH) return;
    after = last.id;
  }
}

async function writeLetter(
  { box, ...settings }: LetterContext,
  work: Work,
  account: string,
  kind: 'urgent' | 'digest',
  now: Date,
): Promise<void> {
  let query = work
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('account_id', '=', account)
    .where('mailed_at', 'is', null);
  if (kind === 'urgent') query = query.where('urgent', '=', true);
  const taken = await query
    .returning(['id', 'title', 'body', 'leads_to as leadsTo', 'read_at', 'urgent'])
    .execute();
  const who = await work
    .selectFrom('account as a')
    .leftJoin('notice_setting as s', 's.account_id', 'a.id')
    .select(['a.name', 'a.email', 's.by_mail'])
    .where('a.id', '=', account)
    .where('a.status', '=', 'active')
    .executeTakeFirst();
  const byMail = byMailOf(who?.by_mail ?? 'daily');
  const wanted = taken
    .filter(({ read_at, urgent }) => read_at === null && (byMail === 'daily' || urgent))
    .sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  const base = letterPlace(settings);
  if (!who || who.email === null || byMail === 'never') return;
  if (wanted.length === 0 || base === undefined) return;
  const letter = letterOf(kind, { to: who.email, name: who.name, base }, wanted);
  await postLetter(work, box, letter, now);
}
