import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';

/** A finalised version, its first, with prints whose files aren't there, unless it is there; for tests of what is kept. */
export async function versionForTests(
  db: Database,
  { application, account }: { readonly application: string; readonly account: string },
  now: Date,
  prints: readonly { readonly kind: string; readonly title: string; readonly pages: number }[],
): Promise<void> {
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: now })
    .execute();
  await db
    .insertInto('application_version')
    .values({
      application_id: application,
      number: 1,
      guide_digest: digest,
      content: JSON.stringify({}),
      digest,
      frozen_at: now,
      frozen_by: account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('application_print')
    .values(prints.map((print) => ({ application_id: application, version: 1, digest, ...print })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
