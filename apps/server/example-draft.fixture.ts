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
  const application = await applicationForTests(db, who, now, { round, line: example.line });
  await fillExample(db, { application, account: who.account }, example, now);
  return application;
}

/** Writes into an empty draft what one of the examples says. */
export async function fillExample(
  db: Database,
  of: { readonly application: string; readonly account: string },
  example: Example,
  now: Date,
): Promise<void> {
  const { title, fields } = contentOf(example);
  const head = { title, revision: '1' };
  await db.updateTable('application').set(head).where('id', '=', of.application).execute();
  await fieldsForTests(db, of, fields, now);
}
