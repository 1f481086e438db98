import type { TestDatabase } from '@fuchi/platform-server/database/test-database.fixture';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM, type EventBy } from '@fuchi/record-event/event';
import { CHAIN_START, eventDigest } from '@fuchi/record-event/event-digest';
import { sealHash } from '@fuchi/record-event/seal-digest';
import { sealDue, sealsInOrder } from '@fuchi/record-event/seal-store';
import { sql } from 'kysely';

const TABLES = ['event', 'event_chain', 'event_seal'] as const;
const at = (text: string) => new Date(`${text}+08:00`);
const SOMEBODY: EventBy = {
  account: '7',
  role: 'planning',
  organisation: '3',
  standsInFor: '9',
  address: '192.0.2.7',
};

/** A trail of two sealed days and one that goes on, kept beside so that each edit starts from the same. */
export async function layTrail({ db }: TestDatabase): Promise<void> {
  const happens = (now: Date, id: string, n: number) =>
    change(db, n % 2 === 0 ? SOMEBODY : BY_PROGRAM, now, (_work, record) =>
      record({
        subject: { kind: 'round', id },
        kind: 'noted',
        before: { n, 名称: '示例"批次"\n', parts: [1, { b: null, a: 'x' }] },
        after: { n: n + 1 },
        guide: 'f'.repeat(64),
      }),
    );
  for (const [day, chains] of [
    ['2022-03-16', ['1', '2', '1', '2', '1']],
    ['2022-03-17', ['2', '3', '1', '3']],
    ['2022-03-18', ['1', '2', '3', '1', '4', '4']],
  ] as const) {
    for (const [n, id] of chains.entries()) await happens(at(`${day}T10:00:0${n}`), id, n);
    await sealDue(db, at(`${day}T23:00:00`));
  }
  for (const table of TABLES) {
    await sql`create table ${sql.table(`kept_${table}`)} as select * from ${sql.table(table)}`.execute(
      db,
    );
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(db);
  }
  await sql`alter table event alter column id drop identity`.execute(db);
}

/** As it was laid. */
export async function restoreTrail({ db }: TestDatabase): Promise<void> {
  await sql`truncate event, event_chain, event_seal`.execute(db);
  for (const table of TABLES) {
    await sql`insert into ${sql.table(table)} overriding system value select * from ${sql.table(`kept_${table}`)}`.execute(
      db,
    );
  }
}

/** What somebody does who knows how digests are made: every chain, its end, and if wanted the seals, made anew. */
export async function forgeChains({ db }: TestDatabase, { seals }: { readonly seals: boolean }) {
  const ends = new Map<string, { number: number; digest: string }>();
  const events = await db.selectFrom('event').selectAll().orderBy('id').execute();
  await sql`truncate event_chain`.execute(db);
  // Out of each other's way while they are given anew.
  await sql`update event set number = number + 1000`.execute(db);
  for (const event of events) {
    const key = `${event.subject_kind} ${event.subject_id}`;
    const end = ends.get(key) ?? { number: 0, digest: CHAIN_START };
    const content = {
      at: event.at,
      subject: { kind: event.subject_kind, id: event.subject_id },
      number: end.number + 1,
      kind: event.kind,
      account: event.account_id,
      role: event.role,
      organisation: event.organisation_id,
      standsInFor: event.for_account_id,
      address: event.address,
      before: event.before,
      after: event.after,
      guide: event.guide_digest,
      previousDigest: end.digest,
    };
    const digest = eventDigest(content);
    await db
      .updateTable('event')
      .set({ number: content.number, previous_digest: end.digest, digest })
      .where('id', '=', event.id)
      .execute();
    ends.set(key, { number: content.number, digest });
  }
  for (const [key, end] of ends) {
    const [subject_kind = '', subject_id = ''] = key.split(' ');
    await db
      .insertInto('event_chain')
      .values({ subject_kind, subject_id, ...end })
      .execute();
  }
  if (seals) await forgeSeals(db);
}

async function forgeSeals(db: TestDatabase['db']): Promise<void> {
  let [previous, from, events] = [CHAIN_START, '0', 0];
  for (const seal of await sealsInOrder(db)) {
    const own = await db
      .selectFrom('event')
      .select(['id', 'digest'])
      .where('id', '>', from)
      .where('id', '<=', seal.lastEvent)
      .orderBy('id')
      .execute();
    const hash = sealHash(previous);
    for (const event of own) hash.add(event);
    events += own.length;
    const digest = hash.end({ ...seal, events });
    await db
      .updateTable('event_seal')
      .set({ previous_digest: previous, events: String(events), digest })
      .where('day', '=', seal.day)
      .execute();
    [previous, from] = [digest, seal.lastEvent];
  }
}
