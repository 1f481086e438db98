import { randomBytes } from 'node:crypto';
import { registrationForTests } from '@fuchi/enterprise-registration/registration.fixture';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';

/** Stands in what belongs to somebody else, wherever text can stand: it may be in no answer to who may not see it. */
export const MARK = '外单位标记';
/** The same where only plain letters can stand. */
export const PLAIN_MARK = 'foreign-mark-7q9k';

/** Where test people are not. */
const ELSEWHERE = '320981';
const LONG_AGO = new Date('2022-03-01T01:00:00Z');

/** What a parameter of an address names. */
export interface ObjectOfAddress {
  /** Makes one of somebody else's, of another organisation, territory and line, with the mark in it. A word that isn't anybody's has none. @returns its id in the address */
  readonly foreign?: (db: Database) => Promise<string>;
  /** Makes one that the actor may reach, where some role may: a route that finds nothing at all would pass otherwise. */
  readonly own?: (db: Database, actor: Actor) => Promise<string | undefined>;
  /** What names none, where it isn't a number. */
  readonly missing?: string;
}

/** By the parameter's name: `{session}`. A parameter that isn't here fails the test. */
export const OBJECTS: Readonly<Record<string, ObjectOfAddress>> = {
  session: {
    foreign: async (db) => (await somebodyElse(db)).session,
    own: async (_db, actor) => actor.session,
  },
  delegation: {
    foreign: async (db) => delegationOf(db, await somebodyElse(db)),
    own: (db, actor) => delegationOf(db, actor),
  },
  upload: {
    foreign: async (db) => uploadOf(db, await somebodyElse(db)),
    own: (db, actor) => uploadOf(db, actor),
  },
  registration: {
    foreign: async (db) => {
      const { actor } = await signInForTests(db, {
        role: 'recommender-handler',
        territory: ELSEWHERE,
        level: 'county',
        department: '工信',
      });
      const { account } = await somebodyElse(db);
      const recommender = actor.organisation.id;
      return registrationForTests(db, { recommender, account, name: MARK });
    },
    own: async (db, { organisation }) => {
      const { account } = await somebodyElse(db);
      return registrationForTests(db, { recommender: organisation.id, account });
    },
  },
  unit: {
    foreign: async (db) => (await somebodyElse(db)).organisation.id,
    own: async (_db, actor) => actor.organisation.id,
  },
  account: {
    foreign: async (db) => (await somebodyElse(db)).account,
    own: async (db, actor) => (await colleagueOf(db, actor)).account,
  },
  appointment: {
    foreign: async (db) => {
      const { organisation } = await somebodyElse(db);
      return (await colleagueOf(db, { role: 'applicant-admin', organisation })).appointment;
    },
    own: async (db, actor) => (await colleagueOf(db, actor)).appointment,
  },
  invitation: {
    foreign: async (db) => {
      const { organisation } = await somebodyElse(db);
      return invitationOf(db, { role: 'applicant-admin', organisation });
    },
    own: invitationOf,
  },
  change: {
    foreign: async (db) => {
      const { organisation, account } = await somebodyElse(db);
      return unitChangeOf(db, organisation.id, account);
    },
    own: async (db, { role, organisation, account }) => {
      if (role === 'applicant-admin') return unitChangeOf(db, organisation.id, account);
      const other = await somebodyElse(db);
      return unitChangeOf(db, other.organisation.id, other.account, organisation.id);
    },
  },
  // A word and no object: it is nobody's.
  kind: { own: async () => 'account', missing: 'nothing' },
  subject: {
    foreign: async (db) => withEvent(db, (await somebodyElse(db)).account),
    own: (db, actor) => withEvent(db, actor.account),
  },
  request: {
    foreign: async (db) => {
      const { id } = await db
        .insertInto('sign_on_request')
        .values({
          issuer: `https://${PLAIN_MARK}.example`,
          subject: randomBytes(6).toString('hex'),
          name: MARK,
          asked_at: LONG_AGO,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
  },
};

/** An account with something in its trail. */
async function withEvent(db: Database, account: string): Promise<string> {
  await change(db, BY_PROGRAM, LONG_AGO, (_work, record) =>
    record({ subject: { kind: 'account', id: account }, kind: 'signed-in', after: { name: MARK } }),
  );
  return account;
}

async function uploadOf(db: Database, sender: Actor): Promise<string> {
  const { id } = await db
    .insertInto('upload')
    .values({
      account_id: sender.account,
      organisation_id: sender.organisation.id,
      purpose: 'licence',
      name: `${MARK}.pdf`,
      size: '1000',
      begun_at: LONG_AGO,
      touched_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody of an enterprise elsewhere, marked wherever text can stand. */
export async function somebodyElse(db: Database): Promise<Actor> {
  const { id: organisation } = await db
    .insertInto('organisation')
    .values({
      kind: 'applicant',
      name: `${MARK}有限公司`,
      territory: ELSEWHERE,
      created_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { actor } = await signInForTests(db, { role: 'applicant-admin', organisation, name: MARK });
  await db
    .updateTable('account')
    .set({
      login: `${PLAIN_MARK}-${randomBytes(6).toString('hex')}`,
      email: `${PLAIN_MARK}@example.com`,
      phone: '13800007788',
    })
    .where('id', '=', actor.account)
    .execute();
  await db
    .updateTable('session')
    .set({ device: `${PLAIN_MARK}-device` })
    .where('id', '=', actor.session)
    .execute();
  return actor;
}

/** Whose duties a role sets up; of all others somebody of the same role. */
const SETS_UP: Readonly<Partial<Record<Role, Role>>> = {
  'applicant-admin': 'filler',
  'recommender-lead': 'recommender-handler',
};

async function colleagueOf(
  db: Database,
  { role, organisation }: Pick<Actor, 'role' | 'organisation'>,
): Promise<Actor> {
  const asked = { role: SETS_UP[role] ?? role, organisation: organisation.id, name: MARK };
  const { actor } = await signInForTests(db, asked);
  const email = `${PLAIN_MARK}@example.com`;
  await db.updateTable('account').set({ email }).where('id', '=', actor.account).execute();
  return actor;
}

/** A change of name that waits for a recommender: the one given, or one of its own. */
async function unitChangeOf(
  db: Database,
  organisation: string,
  account: string,
  recommender?: string,
): Promise<string> {
  const { id: elsewhere } = await db
    .insertInto('organisation')
    .values({ kind: 'recommender', name: MARK, territory: ELSEWHERE, created_at: LONG_AGO })
    .returning('id')
    .executeTakeFirstOrThrow();
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: LONG_AGO })
    .execute();
  const { id: upload } = await db
    .insertInto('upload')
    .values({
      account_id: account,
      organisation_id: organisation,
      purpose: 'unit-change',
      name: `${MARK}.pdf`,
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
  await db.deleteFrom('unit_change').where('organisation_id', '=', organisation).execute();
  const { id } = await db
    .insertInto('unit_change')
    .values({
      organisation_id: organisation,
      kind: 'rename',
      new_name: MARK,
      reason: MARK,
      proof_upload_id: upload,
      recommender_id: recommender ?? elsewhere,
      asked_by: account,
      state: 'submitted',
      asked_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function invitationOf(
  db: Database,
  { role, organisation }: Pick<Actor, 'role' | 'organisation'>,
): Promise<string> {
  const { id } = await db
    .insertInto('one_time_link')
    .values({
      digest: randomBytes(32).toString('hex'),
      purpose: 'invite',
      organisation_id: organisation.id,
      role: SETS_UP[role] ?? role,
      name: MARK,
      created_at: LONG_AGO,
      expires_at: new Date('2100-01-01T00:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function delegationOf(db: Database, holder: Actor): Promise<string> {
  const { organisation } = holder;
  const { actor: colleague } = await signInForTests(db, {
    role: holder.role,
    organisation: organisation.id,
    name: MARK,
  });
  const { id } = await db
    .insertInto('delegation')
    .values({
      appointment_id: holder.appointment,
      to_account_id: colleague.account,
      valid_from: '2022-03-01',
      valid_until: '2022-12-31',
      reason: MARK,
      created_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
