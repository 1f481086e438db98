import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import { ROLES } from '@fuchi/workflow/role';
import { applicationOf, paperOf } from './applications.ts';
import type { Mark } from './mark.ts';
import { enterprisePerson, LONG_AGO, recommenderElsewhere } from './people.ts';
import { usedUploadOf } from './uploads.ts';

/** A statement that was given, and waits to be taken back or looked at: of a recommender's own, or of a unit's draft. */
export async function statementOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const recommends = ROLES[owner.role].reach === 'territory';
  // The same one again: what is shown with it has to be of its application.
  const there = recommends && (await standing(db, owner));
  if (there) return there.id;
  const applicant = recommends ? await enterprisePerson(db, mark) : owner;
  const recommender = recommends ? owner : await recommenderElsewhere(db);
  const application = await applicationOf(db, applicant, mark);
  await db
    .updateTable('application')
    .set({ recommender_id: recommender.organisation.id })
    .where('id', '=', application)
    .execute();
  const sender = { account: recommender.account, organisation: recommender.organisation.id };
  const { digest } = await db
    .selectFrom('upload')
    .select('digest')
    .where('id', '=', await usedUploadOf(db, sender, 'statement', mark))
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('statement')
    .values({
      application_id: application,
      kind: 'not-needed',
      recommender_id: recommender.organisation.id,
      state: 'given',
      asked_at: LONG_AGO,
      asked_by: applicant.account,
      asked_for: mark.text,
      stated_on: '2022-03-01',
      opinion: mark.text,
      scan_digest: digest,
      scan_name: `${mark.text}.pdf`,
      scan_type: 'pdf',
      scan_size: '1000',
      answered_at: LONG_AGO,
      answered_by: recommender.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A paper of the draft that a recommender's statement is about; of one's own draft for a unit. */
export async function shownPaperOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const paper = await paperOf(db, owner, mark);
  if (ROLES[owner.role].reach !== 'territory') return paper;
  await statementOf(db, owner, mark);
  const { application_id } = (await standing(db, owner)) ?? {};
  await db
    .updateTable('application_paper')
    .set({ application_id })
    .where('id', '=', paper)
    .execute();
  return paper;
}

async function standing(db: Database, { organisation }: Actor) {
  return db
    .selectFrom('statement')
    .select(['id', 'application_id'])
    .where('recommender_id', '=', organisation.id)
    .where('state', '=', 'given')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}
