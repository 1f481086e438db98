import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';

/** Acceptance that a recommender has stated for an application, for tests of what follows from it. */
export async function statementForTests(
  db: Database,
  {
    application,
    by,
    statedOn,
  }: {
    readonly application: string;
    readonly by: Pick<Actor, 'account' | 'organisation'>;
    readonly statedOn: string;
  },
): Promise<void> {
  const digest = randomBytes(32).toString('hex');
  const at = new Date(`${statedOn}T02:00:00Z`);
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: at })
    .execute();
  await db
    .insertInto('statement')
    .values({
      application_id: application,
      kind: 'acceptance',
      recommender_id: by.organisation.id,
      state: 'given',
      asked_at: at,
      asked_by: by.account,
      stated_on: statedOn,
      organised: true,
      opinion: '同意通过验收（示例）',
      scan_digest: digest,
      scan_name: '验收意见（示例）.pdf',
      scan_type: 'pdf',
      scan_size: '1000',
      answered_at: at,
      answered_by: by.account,
    })
    .execute();
}
