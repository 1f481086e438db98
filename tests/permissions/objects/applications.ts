import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { beginApplication } from '@fuchi/record-application/application-store';
import { versionForTests } from '@fuchi/record-application/version.fixture';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { ROLES } from '@fuchi/workflow/role';
import { FOREIGN, type Mark } from './mark.ts';
import { LONG_AGO, somebodyElse } from './people.ts';

/** Of one's own the round that is open; of somebody else's one that is only being set up. */
export async function roundOf(db: Database, _owner: Actor, mark: Mark): Promise<string> {
  const open = await openRound(db);
  if (mark !== FOREIGN) return open;
  const like = await db
    .selectFrom('round')
    .select(['guide_digest', 'settings'])
    .where('id', '=', open)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('round')
    .values({
      year: '2023',
      name: mark.text,
      guide_digest: like.guide_digest,
      state: 'draft',
      settings: JSON.stringify(like.settings),
      created_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function openRound(db: Database): Promise<string> {
  const there = await db
    .selectFrom('round')
    .select('id')
    .where('state', '=', 'open')
    .executeTakeFirst();
  return there?.id ?? openRoundForTests(db, LONG_AGO);
}

/** Digest of the guide that round is run under. */
export async function guideOfRound(db: Database): Promise<string> {
  const { guide_digest } = await db
    .selectFrom('round')
    .select('guide_digest')
    .where('id', '=', await openRound(db))
    .executeTakeFirstOrThrow();
  return guide_digest;
}

/** A unit's draft; the same each time, so that what lies in it is found with it. */
export async function applicationOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  if (ROLES[owner.role].reach === 'territory') return receivedBy(db, owner, mark);
  const there = await db
    .selectFrom('application')
    .select('id')
    .where('organisation_id', '=', owner.organisation.id)
    .executeTakeFirst();
  if (there) return there.id;
  const asked = {
    round: await openRound(db),
    organisation: owner.organisation.id,
    line: 'data-product',
    guide: await guideOfRound(db),
    account: owner.account,
  };
  const id = await change(db, BY_PROGRAM, LONG_AGO, (work, record) =>
    beginApplication(work, record, asked, LONG_AGO),
  );
  await db.updateTable('application').set({ title: mark.text }).where('id', '=', id).execute();
  return id;
}

/** A paper in it. */
export async function paperOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: LONG_AGO })
    .execute();
  const { id } = await db
    .insertInto('application_paper')
    .values({
      application_id: await applicationOf(db, owner, mark),
      paper: mark.text,
      digest,
      name: `${mark.text}.pdf`,
      type: 'pdf',
      size: '1000',
      position: 1,
      added_at: LONG_AGO,
      added_by: owner.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A sealed scan of it, which is finalised then. */
export async function scanOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const application = await applicationOf(db, owner, mark);
  const { digest } = await db
    .selectFrom('application_paper')
    .select('digest')
    .where('id', '=', await paperOf(db, owner, mark))
    .executeTakeFirstOrThrow();
  await versionForTests(db, { application, account: owner.account }, LONG_AGO, [
    { kind: 'commitment', title: mark.text, pages: 1 },
  ]);
  await db
    .updateTable('application')
    .set({ state: 'finalised', version: 1 })
    .where('id', '=', application)
    .execute();
  const { id } = await db
    .insertInto('sealed_scan')
    .values({
      application_id: application,
      version: 1,
      digest,
      name: `${mark.text}.pdf`,
      type: 'pdf',
      size: '1000',
      pages: JSON.stringify([{ how: 'unread' }]),
      added_at: LONG_AGO,
      added_by: owner.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A print of it. */
export async function printOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  await scanOf(db, owner, mark);
  return 'commitment';
}

/** One that a unit handed in to a recommender. */
async function receivedBy(db: Database, recommender: Actor, mark: Mark): Promise<string> {
  const applicant = await somebodyElse(db);
  const id = await applicationOf(db, applicant, mark);
  await db
    .updateTable('application')
    .set({
      state: 'submitted',
      number: `2022-data-product-${id}`,
      recommender_id: recommender.organisation.id,
    })
    .where('id', '=', id)
    .execute();
  return id;
}
