import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import type { Mark } from './mark.ts';
import { LONG_AGO } from './people.ts';

/** A register of the guide. */
export const REGISTER = 'dishonest';

/** A version of it that somebody imported, which answers from then on. */
export async function registerVersionOf(
  db: Database,
  { account }: Actor,
  mark: Mark,
): Promise<string> {
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/zip', stored_at: LONG_AGO })
    .execute();
  const before = await db
    .selectFrom('register_version')
    .select((e) => e.fn.max('number').as('number'))
    .where('register', '=', REGISTER)
    .executeTakeFirst();
  const { id } = await db
    .insertInto('register_version')
    .values({
      register: REGISTER,
      year: '',
      number: (before?.number ?? 0) + 1,
      source: mark.text,
      as_of: '2022-03-01',
      file_name: `${mark.text}.xlsx`,
      file_digest: digest,
      entries: 0,
      imported_at: LONG_AGO,
      imported_by: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
