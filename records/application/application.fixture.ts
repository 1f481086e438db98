import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { beginApplication } from './application-store.ts';

/** A round with a guide version that nobody reads, for tests of what is kept. @returns the round's id */
export async function roundForTests(db: Database, now: Date): Promise<string> {
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('guide_version')
    .values({
      digest,
      guide: `test-${digest.slice(0, 8)}`,
      version: '1.0.0',
      title: '示例指南',
      files: JSON.stringify({}),
      published_at: now,
    })
    .execute();
  const { id } = await db
    .insertInto('round')
    .values({
      year: '2022',
      name: '示例批次',
      guide_digest: digest,
      state: 'open',
      settings: JSON.stringify({}),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An empty draft of an organisation, begun by one of its accounts. @returns the application's id */
export async function applicationForTests(
  db: Database,
  who: { readonly organisation: string; readonly account: string },
  now: Date,
  which: { readonly round?: string; readonly line?: string } = {},
): Promise<string> {
  const round = which.round ?? (await roundForTests(db, now));
  const { guide_digest } = await db
    .selectFrom('round')
    .select('guide_digest')
    .where('id', '=', round)
    .executeTakeFirstOrThrow();
  return change(db, BY_PROGRAM, now, (work, record) =>
    beginApplication(
      work,
      record,
      { ...who, round, line: which.line ?? 'data-product', guide: guide_digest },
      now,
    ),
  );
}

/** Fields as somebody saved them in a draft, for tests; a save's events and checks are left out. */
export async function fieldsForTests(
  db: Database,
  { application, account }: { readonly application: string; readonly account: string },
  fields: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('application_field')
    .values(
      Object.entries(fields).map(([path, value]) => ({
        application_id: application,
        path,
        value: JSON.stringify(value),
        revision: '1',
        changed_at: now,
        changed_by: account,
      })),
    )
    .execute();
}
