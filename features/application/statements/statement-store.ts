import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { applicationStateOf } from '@fuchi/record-application/application-store';
import { isWritable } from '@fuchi/record-application/application-workflow';
import { STATEMENT_KINDS, type StatementKind } from '@fuchi/record-application/contract-statement';
import type { Actor } from '@fuchi/record-person/actor';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import { STATEMENT_STATES, type StatementState } from './statement-words.ts';

/** What was asked of a recommender, and what became of it. */
export interface Statement {
  readonly id: string;
  readonly application: string;
  /** Whose it is, and where that is registered. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly territory: string | null;
  readonly title: string;
  readonly line: string;
  readonly round: string;
  readonly guide: string;
  /** Whether the application is written in now. */
  readonly open: boolean;
  readonly returnedAt: Date | null;
  readonly kind: StatementKind;
  readonly state: StatementState;
  readonly recommender: string;
  readonly recommenderName: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly askedFor: string;
  readonly statedOn: string | null;
  readonly organised: boolean | null;
  readonly opinion: string | null;
  readonly scan: StatementScan | null;
  readonly answeredAt: Date | null;
}

export interface StatementScan {
  readonly digest: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
}

/** What was asked for an application, the newest first. */
export async function statementsOf(
  db: Database | Work,
  application: string,
): Promise<readonly Statement[]> {
  const rows = await statements(db)
    .where('s.application_id', '=', application)
    .orderBy('s.id', 'desc')
    .execute();
  return rows.map(statementOf);
}

/**
 * What is asked of a recommender, and what it answered: the oldest that waits first, then the newest; 300 at the most.
 * An application that names another recommender by now isn't its own any more.
 */
export async function statementsFor(
  db: Database,
  actor: Actor,
  which: { readonly state?: 'asked' } = {},
): Promise<readonly Statement[]> {
  let query = within(db, actor);
  if (which.state) query = query.where('s.state', '=', which.state);
  const rows = await query
    .orderBy((eb) => eb('s.state', '=', 'asked'), 'desc')
    .orderBy((eb) => eb.case().when('s.state', '=', 'asked').then(eb.ref('s.id')).end(), 'asc')
    .orderBy('s.id', 'desc')
    .limit(300)
    .execute();
  return rows.map(statementOf);
}

/** One within a recommender's reach; undefined for any other. */
export async function statementFor(
  db: Database | Work,
  actor: Actor,
  id: string,
): Promise<Statement | undefined> {
  const row = await within(db, actor).where('s.id', '=', id).executeTakeFirst();
  return row && statementOf(row);
}

/** Whether somebody's unit was asked, also where that is over: taken back, or the application names another by now. */
export async function wasAsked(db: Database | Work, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('statement')
    .select('id')
    .where('id', '=', id)
    .where('recommender_id', '=', actor.organisation.id)
    .executeTakeFirst();
  return row !== undefined;
}

/** One of an application that is held locked. */
export async function lockedStatement(
  work: Work,
  application: string,
  id: string,
): Promise<Statement | undefined> {
  const row = await statements(work)
    .where('s.id', '=', id)
    .where('s.application_id', '=', application)
    .executeTakeFirst();
  return row && statementOf(row);
}

/** Whoever was asked, as long as the application names it, and until it is taken back. */
function within(db: Database | Work, actor: Actor) {
  return statements(db)
    .where('s.recommender_id', '=', actor.organisation.id)
    .whereRef('a.recommender_id', '=', 's.recommender_id')
    .where('a.state', '<>', 'withdrawn')
    .where('s.state', '<>', 'withdrawn');
}

function statements(db: Database | Work) {
  return db
    .selectFrom('statement as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .innerJoin('organisation as r', 'r.id', 's.recommender_id')
    .innerJoin('account as c', 'c.id', 's.asked_by')
    .select([
      's.id',
      's.application_id',
      'a.organisation_id',
      'o.name as organisation_name',
      'o.territory',
      'a.title',
      'a.line',
      'a.round_id',
      'a.guide_digest',
      'a.state as application_state',
      'a.returned_at',
      's.kind',
      's.state',
      's.recommender_id',
      'r.name as recommender_name',
      's.asked_at',
      'c.name as asked_by',
      's.asked_for',
      's.stated_on',
      's.organised',
      's.opinion',
      's.scan_digest',
      's.scan_name',
      's.scan_type',
      's.scan_size',
      's.answered_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof statements>['executeTakeFirstOrThrow']>>;

function statementOf(row: Row): Statement {
  return {
    id: row.id,
    application: row.application_id,
    organisation: row.organisation_id,
    organisationName: row.organisation_name,
    territory: row.territory,
    title: row.title,
    line: row.line,
    round: row.round_id,
    guide: row.guide_digest,
    open: isWritable(applicationStateOf(row.application_state)),
    returnedAt: row.returned_at,
    kind: kindOf(row.kind),
    state: stateOf(row.state),
    recommender: row.recommender_id,
    recommenderName: row.recommender_name,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    askedFor: row.asked_for,
    statedOn: row.stated_on,
    organised: row.organised,
    opinion: row.opinion,
    scan: scanOf(row),
    answeredAt: row.answered_at,
  };
}

function scanOf({ scan_digest, scan_name, scan_type, scan_size }: Row): StatementScan | null {
  if (scan_digest === null || scan_name === null || scan_type === null) return null;
  if (!isFileType(scan_type)) throw new Error(`a scan of an unknown type: ${scan_type}`);
  return { digest: scan_digest, name: scan_name, type: scan_type, size: Number(scan_size) };
}

/** @throws for one the table doesn't know: a fault of the program */
function kindOf(text: string): StatementKind {
  const found = STATEMENT_KINDS.find((kind) => kind === text);
  if (!found) throw new Error(`a statement of an unknown kind: ${text}`);
  return found;
}

/** @throws for one the table doesn't know: a fault of the program */
function stateOf(text: string): StatementState {
  if (Object.hasOwn(STATEMENT_STATES, text)) return text as StatementState;
  throw new Error(`a statement in an unknown state: ${text}`);
}
