import type { Work } from '@fuchi/platform-server/database/open-database';
import type { NamedFault } from '@fuchi/platform-server/http-fault';
import type { Recorder } from '@fuchi/record-event/change';
import type { Organisation } from '@fuchi/record-organisation/organisation';
import {
  createOrganisation,
  lockOrganisation,
  placeOrganisation,
  renameOrganisation,
} from '@fuchi/record-organisation/organisation-store';
import type { UnitScope } from '@fuchi/record-organisation/unit-scope';
import type { Regions } from '@fuchi/values/region';
import type { OrganisationKind } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import { type NewUnitBody, type RecommenderPlace, SET_UP_KINDS } from '../contract-unit.ts';
import { knownRecommenders, unitInScope } from './unit-list-store.ts';
import { type Place, placeFaultText, recommenderPlace } from './unit-place.ts';

type Refuse = (faults: readonly NamedFault[]) => never;

/** A space of PostgreSQL's advisory locks of its own. */
const UNITS = 7_183;

/** Units are set up one after the other: whoever comes second sees that there is one of the name or for the place. */
export async function lockUnits(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${UNITS}, 0)`.execute(work);
}

/** Sets a unit up. @returns its id */
export async function createUnit(
  work: Work,
  record: Recorder,
  asked: NewUnitBody,
  { regions, now, refuse }: { regions: Regions; now: Date; refuse: Refuse },
): Promise<string> {
  await lockUnits(work);
  const { kind, name } = asked;
  const faults = await nameFaults(work, kind, name);
  const placed =
    asked.kind === 'recommender'
      ? recommenderPlace(asked.place, regions, await knownRecommenders(work))
      : { place: {} };
  const all = [...faults, ...('faults' in placed ? placed.faults.map(atPlace) : [])];
  if (all.length > 0 || 'faults' in placed) return refuse(all);
  const made = await createOrganisation(work, record, { kind, name, ...placed.place }, now);
  if (made === undefined) throw new Error('a unit without a credit code met one that has it');
  return made;
}

/**
 * Puts a unit's name and place right.
 * @returns false where there is none such
 */
export async function amendUnit(
  work: Work,
  record: Recorder,
  scope: UnitScope,
  asked: {
    readonly unit: string;
    readonly name: string;
    readonly place: RecommenderPlace | null;
  },
  { regions, refuse }: { readonly regions: Regions; readonly refuse: Refuse },
): Promise<boolean> {
  await lockUnits(work);
  const before = await unitInScope(work, scope, asked.unit);
  if (before?.status !== 'active') return false;
  if (!isSetUp(before.kind)) return refuse([NOT_SET_UP]);
  await lockOrganisation(work, before.id);
  const faults: NamedFault[] =
    asked.name === before.name ? [] : [...(await nameFaults(work, before.kind, asked.name))];
  let place: Place | undefined;
  if (before.kind === 'recommender' && asked.place) {
    const others = (await knownRecommenders(work)).filter(({ id }) => id !== before.id);
    const placed = recommenderPlace(asked.place, regions, others);
    if ('faults' in placed) return refuse([...faults, ...placed.faults.map(atPlace)]);
    place = placed.place;
    if (isMoved(place, before)) faults.push(...(await throughFaults(work, before.id)));
  }
  if (faults.length > 0) return refuse(faults);
  const renamed = await renameOrganisation(work, record, { id: before.id, name: asked.name });
  if (place !== undefined && isMoved(place, before)) {
    const { level, department, territory, parent } = place;
    await placeOrganisation(work, record, before.id, { level, department, territory, parent });
    return true;
  }
  return renamed || refuse([UNCHANGED]);
}

function isMoved(place: Place, before: Organisation): boolean {
  return (['level', 'department', 'territory', 'parent'] as const).some(
    (part) => place[part] !== before[part],
  );
}

/** A unit that others go through stays where it is, and stays. */
export async function throughFaults(work: Work, unit: string): Promise<readonly NamedFault[]> {
  const rows = await work
    .selectFrom('organisation')
    .select('name')
    .where('parent_id', '=', unit)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  const [first] = rows;
  if (!first) return [];
  const message = `有${rows.length}个单位经由它上报（${first.name}等），请先改这些单位`;
  return [{ path: '', code: 'others-go-through', message, messageEn: 'Others go through it' }];
}

/** Whether units of a kind are set up by an administrator. */
function isSetUp(kind: OrganisationKind): boolean {
  return SET_UP_KINDS.some((each) => each === kind);
}

/** An enterprise asks for another name itself, with its licence; the administrators' own unit has none to change. */
const NOT_SET_UP: NamedFault = {
  path: '',
  code: 'not-set-up',
  message: '这类单位的名称不在这里改：申报单位更名由单位申请、推荐单位审核',
  messageEn: 'Units of this kind are not renamed here',
};

const UNCHANGED: NamedFault = {
  path: '',
  code: 'unchanged',
  message: '没有改动',
  messageEn: 'Nothing was changed',
};

async function nameFaults(
  work: Work,
  kind: OrganisationKind,
  name: string,
): Promise<readonly NamedFault[]> {
  const other = await work
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (!other) return [];
  const message = '已有同名的单位';
  return [{ path: 'name', code: 'name-taken', message, messageEn: 'The name is taken' }];
}

function atPlace(fault: Parameters<typeof placeFaultText>[0]): NamedFault {
  return placeFaultText(fault, 'place.');
}
