import { randomBytes } from 'node:crypto';
import { registrationForTests } from '@fuchi/enterprise-registration/registration.fixture';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import type { Mark } from './mark.ts';
import { enterprisePerson, LONG_AGO, recommenderElsewhere, SETS_UP } from './people.ts';
import { usedUploadOf } from './uploads.ts';

/** An enterprise that asks a recommender to be let in. */
export async function registrationOf(
  db: Database,
  recommender: Actor,
  mark: Mark,
): Promise<string> {
  const { account } = await enterprisePerson(db, mark);
  const at = recommender.organisation.id;
  return registrationForTests(db, { recommender: at, account, name: mark.text });
}

/** A change of name that an enterprise asked for: the owner's own, or one that waits for him. */
export async function unitChangeOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const isOwn = owner.role === 'applicant-admin';
  const asking = isOwn ? owner : await enterprisePerson(db, mark);
  const recommender = isOwn ? await recommenderElsewhere(db) : owner;
  const sender = { account: asking.account, organisation: asking.organisation.id };
  const upload = await usedUploadOf(db, sender, 'unit-change', mark);
  await db.deleteFrom('unit_change').where('organisation_id', '=', sender.organisation).execute();
  const { id } = await db
    .insertInto('unit_change')
    .values({
      organisation_id: sender.organisation,
      kind: 'rename',
      new_name: mark.text,
      reason: mark.text,
      proof_upload_id: upload,
      recommender_id: recommender.organisation.id,
      asked_by: sender.account,
      state: 'submitted',
      asked_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody invited into the owner's organisation. */
export async function invitationOf(
  db: Database,
  { role, organisation }: Pick<Actor, 'role' | 'organisation'>,
  mark: Mark,
): Promise<string> {
  const { id } = await db
    .insertInto('one_time_link')
    .values({
      digest: randomBytes(32).toString('hex'),
      purpose: 'invite',
      organisation_id: organisation.id,
      role: SETS_UP[role] ?? role,
      name: mark.text,
      created_at: LONG_AGO,
      expires_at: new Date('2100-01-01T00:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
