import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import type { Regions } from '@fuchi/values/region';
import type * as z from 'zod';
import { placeName } from '../applicant/own-view.ts';
import type { listQuery, RegistrationList, RegistrationRow } from '../contract.ts';
import { dueAt, type RegistrationSettings } from '../registration-settings.ts';
import { type Registration, registrationOf, registrationsFor } from '../registration-store.ts';
import { REGISTRATION, type RegistrationState } from '../registration-workflow.ts';

const PAGE = 50;
const STATES: Readonly<Record<z.infer<typeof listQuery>['show'], readonly RegistrationState[]>> = {
  waiting: ['submitted'],
  returned: ['returned'],
  decided: ['approved', 'refused', 'withdrawn'],
};

/** What was handed in to the actor's unit: what waits longest first, what was decided last first. */
export async function registrationList(
  db: Database,
  actor: Actor,
  { show, q, page }: z.infer<typeof listQuery>,
  { regions, settings }: { readonly regions: Regions; readonly settings: RegistrationSettings },
): Promise<RegistrationList> {
  let query = registrationsFor(db, actor).where('r.state', 'in', [...STATES[show]]);
  if (q !== '') {
    const like = `%${q.replace(/[%_\\]/g, '\\$&')}%`;
    query = query.where((e) =>
      e.or([e('r.name', 'ilike', like), e('r.credit_code', 'ilike', like)]),
    );
  }
  const ordered =
    show === 'decided'
      ? query.orderBy('r.decided_at', 'desc').orderBy('r.id', 'desc')
      : query.orderBy('r.asked_at').orderBy('r.id');
  const rows = await ordered
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  return {
    rows: rows.map((row) => rowOf(registrationOf(row), regions, settings)),
    page,
    pageSize: PAGE,
    counts: await countsOf(db, actor),
  };
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

function rowOf(
  registration: Registration,
  regions: Regions,
  settings: RegistrationSettings,
): RegistrationRow {
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
