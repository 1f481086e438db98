import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { isOrganisationKind } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import type { Department, Level, NewOrganisation, Organisation } from './organisation.ts';

/** Names of columns as `organisationOf` reads them. */
const COLUMNS = [
  'organisation.id',
  'organisation.kind',
  'organisation.name',
  'organisation.credit_code',
  'organisation.territory',
  'organisation.level',
  'organisation.department',
  'organisation.parent_id',
  'organisation.status',
  'organisation.merged_into_id',
  'organisation.former_names',
  'organisation.created_at',
] as const;

/**
 * Sets an organisation up.
 * @returns its id; undefined where another that exists has the credit code
 * @example await createOrganisation(work, record, { kind: 'office', name: '示例处' }, now)
 */
export async function createOrganisation(
  work: Work,
  record: Recorder,
  asked: NewOrganisation,
  now: Date,
): Promise<string | undefined> {
  const { kind, name, creditCode, territory, level, department, parent } = asked;
  const made = await work
    .insertInto('organisation')
    .values({
      kind,
      name,
      credit_code: creditCode ?? null,
      territory: territory ?? null,
      level: level ?? null,
      department: department ?? null,
      parent_id: parent ?? null,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('credit_code')
        .where('credit_code', 'is not', null)
        .where('status', '=', 'active')
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return undefined;
  await record({
    subject: { kind: 'organisation', id: made.id },
    kind: 'organisation-created',
    after: asked,
  });
  return made.id;
}

/** For whoever found the id within what he may see: the query knows no scope. */
export async function organisationById(
  db: Database | Work,
  id: string,
): Promise<Organisation | undefined> {
  const row = await organisations(db).where('organisation.id', '=', id).executeTakeFirst();
  return row && organisationOf(row);
}

/** The enterprise that has a credit code now. */
export async function organisationByCode(
  db: Database | Work,
  creditCode: string,
): Promise<Organisation | undefined> {
  const row = await organisations(db)
    .where('organisation.credit_code', '=', creditCode)
    .where('organisation.status', '=', 'active')
    .executeTakeFirst();
  return row && organisationOf(row);
}

/**
 * Units that may check and recommend what comes from a place, the nearest first, 工信 before 财政: a county's own, then
 * its city's. A district that has none goes through its city.
 * @param territory region code: 320583, or a city's 320500
 */
export async function recommendersFor(
  db: Database | Work,
  territory: string,
): Promise<readonly Organisation[]> {
  const city = `${territory.slice(0, 4)}00`;
  const rows = await organisations(db)
    .where('organisation.kind', '=', 'recommender')
    .where('organisation.status', '=', 'active')
    .where('organisation.territory', 'in', [territory, city])
    .orderBy(sql`organisation.territory = ${territory}`, 'desc')
    .orderBy(sql`organisation.department = '工信'`, 'desc')
    .orderBy('organisation.id')
    .execute();
  return rows.map(organisationOf);
}

/** Gives another name; the one it had is kept. @returns false where there is none such, or it has that name */
export async function renameOrganisation(
  work: Work,
  record: Recorder,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const before = await lockOrganisation(work, id);
  if (before?.status !== 'active' || before.name === name) return false;
  const formerNames = [...before.formerNames, before.name];
  await work
    .updateTable('organisation')
    .set({ name, former_names: formerNames })
    .where('id', '=', id)
    .execute();
  await record({
    subject: { kind: 'organisation', id },
    kind: 'organisation-renamed',
    before: { name: before.name },
    after: { name },
  });
  return true;
}

export type Place = Pick<Organisation, 'territory' | 'level' | 'department' | 'parent'>;

/** Puts right what a unit recommends for and through whom. @returns false where there is none such */
export async function placeOrganisation(
  work: Work,
  record: Recorder,
  id: string,
  place: Place,
): Promise<boolean> {
  const before = await lockOrganisation(work, id);
  if (before?.status !== 'active') return false;
  const { territory, level, department, parent } = place;
  await work
    .updateTable('organisation')
    .set({
      territory: territory ?? null,
      level: level ?? null,
      department: department ?? null,
      parent_id: parent ?? null,
    })
    .where('id', '=', id)
    .execute();
  await record({
    subject: { kind: 'organisation', id },
    kind: 'organisation-placed',
    before: placeOf(before),
    after: placeOf(place),
  });
  return true;
}

/** What is decided about one organisation at the same time is decided one after the other. */
export async function lockOrganisation(work: Work, id: string): Promise<Organisation | undefined> {
  const row = await organisations(work)
    .where('organisation.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && organisationOf(row);
}

/** Organisations as `organisationOf` reads them, for lists that narrow them further. */
export function organisations(db: Database | Work) {
  return db.selectFrom('organisation').select(COLUMNS);
}

export type OrganisationRow = Awaited<
  ReturnType<ReturnType<typeof organisations>['execute']>
>[number];

export function organisationOf(row: OrganisationRow): Organisation {
  if (!isOrganisationKind(row.kind))
    throw new Error(`an organisation of unknown kind: ${row.kind}`);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    creditCode: row.credit_code ?? undefined,
    territory: row.territory ?? undefined,
    level: levelOf(row.level),
    department: departmentOf(row.department),
    parent: row.parent_id ?? undefined,
    status: row.status === 'active' ? 'active' : 'closed',
    mergedInto: row.merged_into_id ?? undefined,
    formerNames: row.former_names,
    createdAt: row.created_at,
  };
}

function placeOf({ territory, level, department, parent }: Place): object {
  return { territory, level, department, parent };
}

function levelOf(text: string | null): Level | undefined {
  return text === 'province' || text === 'city' || text === 'county' ? text : undefined;
}

function departmentOf(text: string | null): Department | undefined {
  return text === '工信' || text === '财政' ? text : undefined;
}
