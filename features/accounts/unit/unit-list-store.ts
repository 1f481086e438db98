import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Organisation } from '@fuchi/record-organisation/organisation';
import { organisationOf, organisations } from '@fuchi/record-organisation/organisation-store';
import type { UnitScope } from '@fuchi/record-organisation/unit-scope';
import { isOrganisationKind, type OrganisationKind } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import type { KnownRecommender } from './unit-place.ts';

/** What a list of units is narrowed to. */
export interface UnitFilter {
  readonly kind?: OrganisationKind | undefined;
  /** Part of a name or former name, or a whole credit code. */
  readonly text?: string | undefined;
  /** Region codes that count as found, too: those whose name was meant. */
  readonly territories: readonly string[];
  readonly status: Organisation['status'];
}

export interface ListedUnit extends Organisation {
  readonly parentName: string | undefined;
  readonly mergedIntoName: string | undefined;
  readonly people: number;
}

/** Units of the scope by name, as the pinyin of their names goes. */
export async function listUnits(
  db: Database,
  scope: UnitScope,
  filter: UnitFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedUnit[]> {
  const rows = await listed(matching(db, scope, filter))
    .orderBy(sql`organisation.name collate pinyin`)
    .orderBy('organisation.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(listedUnitOf);
}

/** How many units of each kind match, whatever kind is asked for. */
export async function countUnits(
  db: Database,
  scope: UnitScope,
  filter: UnitFilter,
): Promise<ReadonlyMap<OrganisationKind, number>> {
  const rows = await db
    .selectFrom(matching(db, scope, { ...filter, kind: undefined }).as('found'))
    .select((e) => ['found.kind', e.fn.countAll<string>().as('count')])
    .groupBy('found.kind')
    .execute();
  return new Map(
    rows.flatMap(({ kind, count }) => (isOrganisationKind(kind) ? [[kind, Number(count)]] : [])),
  );
}

/** One unit, if it lies in the scope. */
export async function unitInScope(
  db: Database | Work,
  scope: UnitScope,
  id: string,
): Promise<ListedUnit | undefined> {
  const row = await listed(inScope(db, scope)).where('organisation.id', '=', id).executeTakeFirst();
  return row && listedUnitOf(row);
}

/** Every recommender that exists, as far as another's place depends on it. */
export async function knownRecommenders(db: Database | Work): Promise<readonly KnownRecommender[]> {
  const rows = await organisations(db)
    .where('organisation.kind', '=', 'recommender')
    .where('organisation.status', '=', 'active')
    .orderBy('organisation.id')
    .execute();
  return rows.map(organisationOf);
}

function listed(query: ReturnType<typeof organisations>) {
  return query
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .leftJoin('organisation as successor', 'successor.id', 'organisation.merged_into_id')
    .select(['parent.name as parentName', 'successor.name as mergedIntoName'])
    .select(({ selectFrom }) =>
      selectFrom('appointment as a')
        .select((e) => e.fn.count<string>('a.account_id').distinct().as('people'))
        .whereRef('a.organisation_id', '=', 'organisation.id')
        .where('a.ended_at', 'is', null)
        .as('people'),
    );
}

function listedUnitOf(
  row: Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number],
): ListedUnit {
  return {
    ...organisationOf(row),
    parentName: row.parentName ?? undefined,
    mergedIntoName: row.mergedIntoName ?? undefined,
    people: Number(row.people ?? 0),
  };
}

function inScope(db: Database | Work, { organisation }: UnitScope) {
  const query = organisations(db);
  return organisation === undefined ? query : query.where('organisation.id', '=', organisation);
}

function matching(db: Database, scope: UnitScope, filter: UnitFilter) {
  const { kind, text, territories, status } = filter;
  let query = inScope(db, scope).where('organisation.status', '=', status);
  if (kind !== undefined) query = query.where('organisation.kind', '=', kind);
  if (text !== undefined && text !== '') {
    const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((w) =>
      w.or([
        w('organisation.name', 'ilike', part),
        w('organisation.credit_code', '=', text.toUpperCase()),
        sql<boolean>`exists (select from unnest(organisation.former_names) as former where former ilike ${part})`,
        ...(territories.length > 0 ? [w('organisation.territory', 'in', territories)] : []),
      ]),
    );
  }
  return query;
}
