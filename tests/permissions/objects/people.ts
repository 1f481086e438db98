import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';
import { FOREIGN, type Mark } from './mark.ts';

/** Where test people are not. */
const ELSEWHERE = '320981';
export const LONG_AGO = new Date('2022-03-01T01:00:00Z');

/** Somebody of an enterprise, marked wherever text can stand. */
export async function enterprisePerson(db: Database, mark: Mark): Promise<Actor> {
  const { id: organisation } = await db
    .insertInto('organisation')
    .values({
      kind: 'applicant',
      name: `${mark.text}有限公司`,
      territory: ELSEWHERE,
      created_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { actor } = await signInForTests(db, {
    role: 'applicant-admin',
    organisation,
    name: mark.text,
  });
  await markAccount(db, actor.account, mark);
  await db
    .updateTable('session')
    .set({ device: `${mark.plain}-device` })
    .where('id', '=', actor.session)
    .execute();
  return actor;
}

/** Somebody of an enterprise elsewhere. */
export const somebodyElse = (db: Database): Promise<Actor> => enterprisePerson(db, FOREIGN);

/** Somebody who recommends elsewhere. */
export async function recommenderElsewhere(db: Database): Promise<Actor> {
  const { actor } = await signInForTests(db, {
    role: 'recommender-handler',
    territory: ELSEWHERE,
    level: 'county',
    department: '工信',
  });
  return actor;
}

/** Whose duties a role sets up; of all others somebody of the same role. */
export const SETS_UP: Readonly<Partial<Record<Role, Role>>> = {
  'applicant-admin': 'filler',
  'recommender-lead': 'recommender-handler',
};

/** Somebody of the same organisation whose duties the owner sets up, if he sets up any. */
export async function colleagueOf(
  db: Database,
  { role, organisation }: Pick<Actor, 'role' | 'organisation'>,
  mark: Mark,
): Promise<Actor> {
  const asked = { role: SETS_UP[role] ?? role, organisation: organisation.id, name: mark.text };
  const { actor } = await signInForTests(db, asked);
  await markAccount(db, actor.account, mark);
  return actor;
}

async function markAccount(db: Database, account: string, { plain }: Mark): Promise<void> {
  await db
    .updateTable('account')
    .set({
      login: `${plain}-${randomBytes(6).toString('hex')}`,
      email: `${plain}@example.com`,
      phone: '13800007788',
    })
    .where('id', '=', account)
    .execute();
}
