import type { ListTable } from '@fuchi/documents/list/list-table';
import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import type { Regions } from '@fuchi/values/region';
import type * as z from 'zod';
import { placeName } from '../applicant/own-view.ts';
import {
  type listFileQuery,
  type listQuery,
  PURPOSE_NAMES,
  type RegistrationList,
  type RegistrationRow,
} from '../contract.ts';
import { dueAt, type RegistrationSettings } from '../registration-settings.ts';
import { type Registration, registrationOf, registrationsFor } from '../registration-store.ts';
import { REGISTRATION, type RegistrationState } from '../registration-workflow.ts';

const PAGE = 50;
/** More than any county has. */
const MOST_TAKEN = 10_000;
const STATES: Readonly<Record<z.infer<typeof listQuery>['show'], readonly RegistrationState[]>> = {
  waiting: ['submitted'],
  returned: ['returned'],
  decided: ['approved', 'refused', 'withdrawn'],
};

interface Asked {
  readonly regions: Regions;
  readonly settings: RegistrationSettings;
}

/** What was handed in to the actor's unit: what waits longest first, what was decided last first. */
export async function registrationList(
  db: Database,
  actor: Actor,
  { page, ...query }: z.infer<typeof listQuery>,
  asked: Asked,
): Promise<RegistrationList> {
  const rows = await searched(db, actor, query)
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  const counts = await countsOf(db, actor);
  const total = query.q === '' ? counts[query.show] : await countOf(db, actor, query);
  return {
    rows: rows.map((row) => rowOf(registrationOf(row), asked)),
    page,
    pageSize: PAGE,
    total,
    counts,
  };
}

/** The same list whole, to be taken along. */
export async function registrationTable(
  db: Database,
  actor: Actor,
  query: z.infer<typeof listFileQuery>,
  asked: Asked,
): Promise<ListTable> {
  const rows = await searched(db, actor, query).limit(MOST_TAKEN).execute();
  return {
    title: '企业注册',
    columns: [
      { title: '单位名称', width: 40 },
      { title: '统一社会信用代码', width: 22 },
      { title: '办理事项', width: 10 },
      { title: '注册地', width: 26 },
      { title: '状态', width: 10 },
      { title: '提交时间', width: 18 },
      { title: '办结时间', width: 18 },
    ],
    rows: rows.map((row) => {
      const { name, creditCode, purpose, territory, state, askedAt, decidedAt } =
        registrationOf(row);
      return [
        name,
        creditCode,
        PURPOSE_NAMES[purpose],
        placeName(asked.regions, territory),
        REGISTRATION.states[state].name,
        localMoment(askedAt),
        decidedAt ? localMoment(decidedAt) : '',
      ];
    }),
  };
}

type Search = Omit<z.infer<typeof listQuery>, 'page'>;

function searched(db: Database, actor: Actor, query: Search) {
  const found = matching(db, actor, query);
  return query.show === 'decided'
    ? found.orderBy('r.decided_at', 'desc').orderBy('r.id', 'desc')
    : found.orderBy('r.asked_at').orderBy('r.id');
}

function matching(db: Database, actor: Actor, { show, q }: Search) {
  const query = registrationsFor(db, actor).where('r.state', 'in', [...STATES[show]]);
  if (q === '') return query;
  const like = `%${q.replace(/[%_\\]/g, '\\$&')}%`;
  return query.where((e) => e.or([e('r.name', 'ilike', like), e('r.credit_code', 'ilike', like)]));
}

async function countOf(db: Database, actor: Actor, query: Search): Promise<number> {
  const { count } = await matching(db, actor, query)
    .clearSelect()
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What waits for the actor's unit, the longest waiting first. */
export async function waitingRegistrations(
  db: Database,
  actor: Actor,
  most: number,
): Promise<readonly Registration[]> {
  const rows = await registrationsFor(db, actor)
    .where('r.state', '=', 'submitted')
    .orderBy('r.asked_at')
    .limit(most)
    .execute();
  return rows.map(registrationOf);
}

function rowOf(registration: Registration, { regions, settings }: Asked): RegistrationRow {
  const { id, name, creditCode, purpose, territory, state, askedAt, decidedAt } = registration;
  return {
    id,
    name,
    creditCode,
    purpose,
    territoryName: placeName(regions, territory),
    state,
    stateName: REGISTRATION.states[state].name,
    askedAt: askedAt.toISOString(),
    dueAt: state === 'submitted' ? dueAt(askedAt, settings).toISOString() : null,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

async function countsOf(db: Database, actor: Actor): Promise<RegistrationList['counts']> {
  const rows = await registrationsFor(db, actor)
    .clearSelect()
    .select((e) => ['r.state', e.fn.countAll<string>().as('count')])
    .groupBy('r.state')
    .execute();
  const count = (show: keyof typeof STATES) =>
    rows
      .filter(({ state }) => STATES[show].some((each) => each === state))
      .reduce((sum, row) => sum + Number(row.count), 0);
  return { waiting: count('waiting'), returned: count('returned'), decided: count('decided') };
}
