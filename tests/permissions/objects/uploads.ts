import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Mark } from './mark.ts';
import { LONG_AGO } from './people.ts';

interface Sender {
  readonly account: string;
  readonly organisation: string;
}

/** An upload that has begun. */
export async function uploadOf(
  db: Database,
  { account, organisation }: Sender,
  mark: Mark,
): Promise<string> {
  const { id } = await db
    .insertInto('upload')
    .values({
      account_id: account,
      organisation_id: organisation,
      purpose: 'licence',
      name: `${mark.text}.pdf`,
      size: '1000',
      begun_at: LONG_AGO,
      touched_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One that came whole and is used. */
export async function usedUploadOf(
  db: Database,
  { account, organisation }: Sender,
  purpose: string,
  mark: Mark,
): Promise<string> {
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: LONG_AGO })
    .execute();
  const { id } = await db
    .insertInto('upload')
    .values({
      account_id: account,
      organisation_id: organisation,
      purpose,
      name: `${mark.text}.pdf`,
      size: '1000',
      received: '1000',
      type: 'pdf',
      digest,
      state: 'used',
      begun_at: LONG_AGO,
      touched_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
