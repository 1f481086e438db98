import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Tables } from '@fuchi/platform-server/database/tables';
import type { Subject } from '@fuchi/record-event/event';
import { type ExpressionBuilder, sql } from 'kysely';
import type { TrailFilter } from '../contract.ts';
import { dayAfter, startOf } from '../day.ts';

/** An event as lists show it, with the names of who did it. */
export interface TrailRow {
  readonly id: string;
  readonly at: Date;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number;
  readonly kind: string;
  readonly account: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly standsInForName: string | null;
  readonly address: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly guide: string | null;
  readonly digest: string;
  /** The day whose seal it is in. */
  readonly sealed: string | null;
}

/** Everything that fits a filter, the last first. Who may ask for it is on the route: there is no narrower scope. */
export async function searchTrail(
  db: Database,
  filter: TrailFilter & { readonly before?: string | undefined },
  most: number,
): Promise<readonly TrailRow[]> {
  let query = rows(db).where((eb) => fits(eb, filter));
  if (filter.before !== undefined) query = query.where('e.id', '<', filter.before);
  return query.orderBy('e.id', 'desc').limit(most).execute();
}

/** Whether more events fit a filter than so many. */
export async function isMoreThan(db: Database, filter: TrailFilter, most: number) {
  const found = await db
    .selectFrom('event as e')
    .select('e.id')
    .where((eb) => fits(eb, filter))
    .orderBy('e.id', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The events of one subject, the last first. Whoever calls has looked whether the subject is within reach. */
export async function eventsOf(
  db: Database | Work,
  { kind, id }: Subject,
  before: string | undefined,
  most: number,
): Promise<readonly TrailRow[]> {
  let query = rows(db).where('e.subject_kind', '=', kind).where('e.subject_id', '=', id);
  if (before !== undefined) query = query.where('e.id', '<', before);
  return query.orderBy('e.id', 'desc').limit(most).execute();
}

function rows(db: Database | Work) {
  return db
    .selectFrom('event as e')
    .leftJoin('account as a', 'a.id', 'e.account_id')
    .leftJoin('account as f', 'f.id', 'e.for_account_id')
    .leftJoin('organisation as o', 'o.id', 'e.organisation_id')
    .select((eb) => [
      'e.id',
      'e.at',
      'e.subject_kind as subjectKind',
      'e.subject_id as subjectId',
      'e.number',
      'e.kind',
      'e.account_id as account',
      'a.name',
      'e.role',
      'e.organisation_id as organisation',
      'o.name as organisationName',
      'f.name as standsInForName',
      'e.address',
      'e.before',
      'e.after',
      'e.guide_digest as guide',
      'e.digest',
      eb
        .selectFrom('event_seal as s')
        .select('s.day')
        .whereRef('s.last_event_id', '>=', 'e.id')
        .orderBy('s.day')
        .limit(1)
        .as('sealed'),
    ]);
}

function fits(eb: ExpressionBuilder<Tables & { e: Tables['event'] }, 'e'>, filter: TrailFilter) {
  const { subject, id, person, role, kind, organisation, from, to } = filter;
  const all = [
    ...(subject ? [eb('e.subject_kind', '=', subject)] : []),
    ...(id ? [eb('e.subject_id', '=', id)] : []),
    ...(role ? [eb('e.role', '=', role)] : []),
    ...(kind ? [eb('e.kind', '=', kind)] : []),
    ...(from ? [eb('e.at', '>=', startOf(from))] : []),
    ...(to ? [eb('e.at', '<', startOf(dayAfter(to)))] : []),
    ...(person ? [eb('e.account_id', 'in', peopleLike(eb, person))] : []),
    ...(organisation ? [eb('e.organisation_id', 'in', organisationsLike(eb, organisation))] : []),
  ];
  return all.length > 0 ? eb.and(all) : sql<boolean>`true`;
}

function peopleLike(eb: ExpressionBuilder<Tables & { e: Tables['event'] }, 'e'>, text: string) {
  const people = eb.selectFrom('account').select('account.id');
  const [, number] = /^#([1-9]\d{0,17})$/.exec(text) ?? [];
  if (number !== undefined) return people.where('account.id', '=', number);
  return people.where((p) =>
    p.or([p('account.name', 'ilike', like(text)), p('account.login', 'ilike', like(text))]),
  );
}

function organisationsLike(
  eb: ExpressionBuilder<Tables & { e: Tables['event'] }, 'e'>,
  text: string,
) {
  return eb
    .selectFrom('organisation')
    .select('organisation.id')
    .where('organisation.name', 'ilike', like(text));
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
