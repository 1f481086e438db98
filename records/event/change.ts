import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { sql } from 'kysely';
import type { EventBy, NewEvent } from './event.ts';
import { CHAIN_START, eventDigest } from './event-digest.ts';

/** Writes down what happened, in the transaction in which it happens. */
export type Recorder = (event: NewEvent) => Promise<void>;

/**
 * The one way to change what is kept: the change and its events are written together or not at all.
 * @throws when the work changed something and wrote no event down: a fault of the program
 * @example
 * await change(db, byOf(actor), now, async (work, record) => {
 *   await work.updateTable('account').set({ name }).where('id', '=', id).execute();
 *   await record({ subject: { kind: 'account', id }, kind: 'account-renamed', before, after: { name } });
 * });
 */
export async function change<Result>(
  db: Database,
  by: EventBy,
  now: Date,
  work: (work: Work, record: Recorder) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    // Before anything else is locked: a seal waits for those who have this, and lets those who come later wait for it.
    await sql`lock table event in row exclusive mode`.execute(transaction);
    let written = 0;
    const result = await work(transaction, async (event) => {
      written += 1;
      await append(transaction, by, now, event);
    });
    if (written === 0) throw new Error('a change without an event');
    return result;
  });
}

async function append(work: Work, by: EventBy, now: Date, event: NewEvent): Promise<void> {
  const { subject, kind } = event;
  const end = (await lockedEnd(work, subject)) ?? (await begunEnd(work, subject));
  const kept = {
    ...by,
    at: now,
    subject,
    number: end.number + 1,
    kind,
    before: plain(event.before),
    after: plain(event.after),
    guide: event.guide ?? null,
    previousDigest: end.digest,
  };
  const digest = eventDigest(kept);
  await work
    .with('written', (cte) =>
      cte
        .insertInto('event')
        .values({
          at: now,
          subject_kind: subject.kind,
          subject_id: subject.id,
          number: kept.number,
          kind,
          account_id: by.account,
          role: by.role,
          organisation_id: by.organisation,
          for_account_id: by.standsInFor,
          address: by.address,
          before: kept.before && JSON.stringify(kept.before),
          after: kept.after && JSON.stringify(kept.after),
          guide_digest: kept.guide,
          previous_digest: end.digest,
          digest,
        })
        .returning('id'),
    )
    .updateTable('event_chain')
    .set({ number: kept.number, digest })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute();
}

interface ChainEnd {
  readonly number: number;
  readonly digest: string;
}

/** Locked from here to the end of the transaction: two events can't follow the same one. */
async function lockedEnd(
  work: Work,
  { kind, id }: NewEvent['subject'],
): Promise<ChainEnd | undefined> {
  return work
    .selectFrom('event_chain')
    .select(['number', 'digest'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The end of a chain that has no event yet; of two that begin it, one waits and follows the other. */
async function begunEnd(work: Work, subject: NewEvent['subject']): Promise<ChainEnd> {
  await work
    .insertInto('event_chain')
    .values({ subject_kind: subject.kind, subject_id: subject.id, number: 0, digest: CHAIN_START })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const end = await lockedEnd(work, subject);
  if (!end) throw new Error(`the chain of ${subject.kind} ${subject.id} is gone`);
  return end;
}

/** As it will be read back: without what JSON leaves out. */
function plain(value: object | undefined): object | null {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as object);
}
