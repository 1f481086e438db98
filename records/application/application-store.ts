import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Tables } from '@fuchi/platform-server/database/tables';
import type { Recorder } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { ROLES } from '@fuchi/workflow/role';
import { type ExpressionBuilder, sql } from 'kysely';
import { APPLICATION, type ApplicationState } from './application-workflow.ts';

/** An application as far as lists show it. */
export interface Application {
  readonly id: string;
  readonly round: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly line: string;
  /** Digest of the guide version it is filled in and judged under. */
  readonly guide: string;
  readonly recommender: string | null;
  readonly title: string;
  readonly state: ApplicationState;
  readonly revision: number;
  readonly version: number;
  readonly number: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  /** When it was returned, until it is submitted again. */
  readonly returnedAt: Date | null;
}

/**
 * One application, if it is within somebody's reach: an applicant's own; what a recommender may see, submitted ones of
 * its own; what an office owns. Everything else isn't there.
 */
export async function applicationFor(
  db: Database | Work,
  actor: Actor,
  id: string,
): Promise<Application | undefined> {
  const row = await within(db, actor).where('a.id', '=', id).executeTakeFirst();
  return row && applicationOf(row);
}

/** The applications within somebody's reach, the newest first; 500 at the most. */
export async function applicationsFor(
  db: Database,
  actor: Actor,
  which: { readonly round?: string; readonly line?: string } = {},
): Promise<readonly Application[]> {
  let query = within(db, actor);
  if (which.round !== undefined) query = query.where('a.round_id', '=', which.round);
  if (which.line !== undefined) query = query.where('a.line', '=', which.line);
  const rows = await query.orderBy('a.id', 'desc').limit(500).execute();
  return rows.map(applicationOf);
}

export interface NewApplication {
  readonly round: string;
  readonly organisation: string;
  readonly line: string;
  readonly guide: string;
  readonly account: string;
}

/** Begins an empty draft. @returns its id */
export async function beginApplication(
  work: Work,
  record: Recorder,
  asked: NewApplication,
  now: Date,
): Promise<string> {
  const { round, organisation, line, guide, account } = asked;
  const { id } = await work
    .insertInto('application')
    .values({
      round_id: round,
      organisation_id: organisation,
      line,
      guide_digest: guide,
      state: APPLICATION.initial,
      created_at: now,
      created_by: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record({
    subject: { kind: 'application', id },
    kind: 'application-begun',
    after: { round, organisation, line },
    guide,
  });
  return id;
}

/**
 * Locks one of an applicant's own applications until the transaction ends: saves, finalising and submission of one
 * application happen one after the other.
 */
export async function lockOwnApplication(
  work: Work,
  organisation: string,
  id: string,
): Promise<Application | undefined> {
  const row = await select(work)
    .where('a.id', '=', id)
    .where('a.organisation_id', '=', organisation)
    .forUpdate('a')
    .executeTakeFirst();
  return row && applicationOf(row);
}

/** One of an applicant's own applications, for whoever was asked about it. */
export async function ownApplication(
  db: Database | Work,
  organisation: string,
  id: string,
): Promise<Application | undefined> {
  const row = await select(db)
    .where('a.id', '=', id)
    .where('a.organisation_id', '=', organisation)
    .executeTakeFirst();
  return row && applicationOf(row);
}

/** Locks an application within somebody's reach until the transaction ends. */
export async function lockApplicationFor(
  work: Work,
  actor: Actor,
  id: string,
): Promise<Application | undefined> {
  const row = await within(work, actor).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
  return row && applicationOf(row);
}

/** Every application of a round that wasn't given up, with the region of the applicant: for the program itself. */
export async function applicationsOfRound(
  db: Database | Work,
  round: string,
): Promise<readonly { readonly application: Application; readonly territory: string | null }[]> {
  const rows = await select(db)
    .select('o.territory')
    .where('a.round_id', '=', round)
    .where('a.state', '<>', 'withdrawn')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({ application: applicationOf(row), territory: row.territory }));
}

/** How many applications each line of a round has received; lines without any aren't there. */
export async function receivedByLine(
  db: Database | Work,
  round: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('application')
    .select(['line', sql<string>`count(*)`.as('count')])
    .where('round_id', '=', round)
    .where('number', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .groupBy('line')
    .execute();
  return new Map(rows.map(({ line, count }) => [line, Number(count)]));
}

/** What somebody's role reaches, as a condition of the query. */
function within(db: Database | Work, actor: Actor) {
  return select(db).where((eb) => reach(eb, actor));
}

type Reached = ExpressionBuilder<
  { a: Tables['application']; o: Tables['organisation'] },
  'a' | 'o'
>;

function reach(eb: Reached, actor: Actor) {
  const received = sql<boolean>`a.number is not null and a.state <> 'withdrawn'`;
  const office = actor.organisation.id;
  switch (ROLES[actor.role].reach) {
    case 'own':
      return eb('a.organisation_id', '=', office);
    case 'territory':
      return eb.and([received, eb('a.recommender_id', '=', office)]);
    case 'lines': {
      // The round says which office owns a line; a duty may be limited to some of them.
      const owned = sql<boolean>`exists (
        select 1 from round r, jsonb_array_elements(r.settings -> 'lines') as l
        where r.id = a.round_id and l ->> 'line' = a.line and l ->> 'office' = ${office}
      )`;
      const some = sql<boolean>`a.line = any (${[...actor.lines]})`;
      return eb.and(actor.lines.length === 0 ? [received, owned] : [received, owned, some]);
    }
    case 'all':
      return received;
    default:
      return sql<boolean>`false`;
  }
}

function select(db: Database | Work) {
  return db
    .selectFrom('application as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.round_id',
      'a.organisation_id',
      'o.name as organisation_name',
      'a.line',
      'a.guide_digest',
      'a.recommender_id',
      'a.title',
      'a.state',
      'a.revision',
      'a.version',
      'a.number',
      'a.created_at',
      'a.submitted_at',
      'a.returned_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function applicationOf(row: Row): Application {
  return {
    id: row.id,
    round: row.round_id,
    organisation: row.organisation_id,
    organisationName: row.organisation_name,
    line: row.line,
    guide: row.guide_digest,
    recommender: row.recommender_id,
    title: row.title,
    state: applicationStateOf(row.state),
    revision: Number(row.revision),
    version: row.version,
    number: row.number,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    returnedAt: row.returned_at,
  };
}

/** @throws for a state the table doesn't know: a fault of the program */
export function applicationStateOf(text: string): ApplicationState {
  if (Object.hasOwn(APPLICATION.states, text)) return text as ApplicationState;
  throw new Error(`unknown state of an application: ${text}`);
}
