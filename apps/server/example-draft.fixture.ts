import { contentOf, type EXAMPLES } from '@fuchi/application/prints/content.fixture';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';

type Example = (typeof EXAMPLES)[keyof typeof EXAMPLES];

/** A draft that says what one of the examples says, under a round. @returns the application's id */
export async function exampleDraft(
  db: Database,
  who: { readonly organisation: string; readonly account: string },
  { example, round }: { readonly example: Example; readonly round: string },
  now: Date,
): Promise<string> {
  const { line, title, fields } = contentOf(example);
  const application = await applicationForTests(db, who, now, { round, line });
  const head = { title, revision: '1' };
  await db.updateTable('application').set(head).where('id', '=', application).execute();
  await fieldsForTests(db, { application, account: who.account }, fields, now);
  return application;
}
