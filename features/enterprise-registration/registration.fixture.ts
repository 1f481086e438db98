import { createHash, randomInt } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';

export interface RegistrationForTests {
  /** The recommender's unit. */
  readonly recommender: string;
  /** Who asks. */
  readonly account: string;
  readonly name?: string;
  readonly creditCode?: string;
  readonly askedAt?: Date;
}

const ASKED = new Date('2022-03-14T01:00:00Z');

/** A registration that waits, with two scans of which only the rows are there, for tests. @returns its id */
export async function registrationForTests(
  db: Database,
  asked: RegistrationForTests,
): Promise<string> {
  const { account, recommender, name = '示例企业', askedAt = ASKED } = asked;
  const scans = {
    licence: await scan(db, account, 'licence', name),
    authorisation: await scan(db, account, 'authorisation', name),
  };
  const { id } = await db
    .insertInto('registration')
    .values({
      account_id: account,
      credit_code: asked.creditCode ?? someCode(),
      name,
      territory: '320583',
      recommender_id: recommender,
      purpose: 'new',
      state: 'submitted',
      contact_name: name,
      contact_phone: '13800007788',
      contact_email: 'contact@example.com',
      licence_upload_id: scans.licence,
      authorisation_upload_id: scans.authorisation,
      asked_at: askedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function scan(db: Database, account: string, purpose: string, name: string): Promise<string> {
  const digest = createHash('sha256').update(`${purpose} ${name}`).digest('hex');
  const file = { digest, size: '10', type: 'application/pdf', stored_at: ASKED };
  await db
    .insertInto('stored_file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db
    .insertInto('upload')
    .values({
      account_id: account,
      purpose,
      name: `${name}.pdf`,
      size: '10',
      received: '10',
      state: 'used',
      type: 'pdf',
      digest,
      begun_at: ASKED,
      whole_at: ASKED,
      touched_at: ASKED,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Eighteen digits whose check nobody looks at. */
function someCode(): string {
  return `91${Array.from({ length: 16 }, () => randomInt(10)).join('')}`;
}
