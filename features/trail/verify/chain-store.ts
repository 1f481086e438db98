import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Subject } from '@fuchi/record-event/event';
import { sql } from 'kysely';
import { chainCheck, type StoredEnd } from './chain-check.ts';
import type { StoredEvent } from './stored-event.ts';

const BATCH = 5_000;

/**
 * Events as the database spells them, in the order of their numbers.
 * @param of one subject's alone
 */
export async function* storedEvents(
  db: Database | Work,
  of?: Subject,
): AsyncGenerator<StoredEvent> {
  let after: string | undefined;
  for (;;) {
    let query = db
      .selectFrom('event')
      .select([
        'id',
        sql<string>`coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`.as(
          'at',
        ),
        'subject_kind as subjectKind',
        'subject_id as subjectId',
        'number',
        'kind',
        'account_id as account',
        'role',
        'organisation_id as organisation',
        'for_account_id as standsInFor',
        'address',
        sql<string | null>`before::text`.as('before'),
        sql<string | null>`after::text`.as('after'),
        'guide_digest as guide',
        'previous_digest as previousDigest',
        'digest',
      ])
      .orderBy('id')
      .limit(BATCH);
    if (of) query = query.where('subject_kind', '=', of.kind).where('subject_id', '=', of.id);
    if (after !== undefined) query = query.where('id', '>', after);
    const batch = await query.execute();
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** The ends of chains, as the program keeps them. @param of one subject's alone */
export async function chainEnds(db: Database | Work, of?: Subject): Promise<readonly StoredEnd[]> {
  let query = db
    .selectFrom('event_chain')
    .select(['subject_kind as subjectKind', 'subject_id as subjectId', 'number', 'digest']);
  if (of) query = query.where('subject_kind', '=', of.kind).where('subject_id', '=', of.id);
  return query.execute();
}

/** Recomputes one subject's chain, as it is at one moment. */
export async function checkChain(
  db: Database,
  subject: Subject,
): Promise<{ readonly events: number; readonly sound: boolean }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (work) => {
      let [events, faults] = [0, 0];
      const chain = chainCheck(() => {
        faults += 1;
      });
      for await (const event of storedEvents(work, subject)) {
        chain.event(event);
        events += 1;
      }
      for (const end of await chainEnds(work, subject)) chain.end(end);
      chain.done();
      return { events, sound: faults === 0 };
    });
}
