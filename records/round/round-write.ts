import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { RoundRecommender, RoundSettings } from './contract.ts';
import type { Round } from './round.ts';
import { roundRecommenders, setRoundRecommenders } from './round-recommender-store.ts';
import { roundById } from './round-store.ts';
import { ROUND, type RoundState } from './round-workflow.ts';

export interface NewRound {
  readonly year: string;
  readonly name: string;
  /** Digest of a published guide version. */
  readonly guide: string;
  readonly settings: RoundSettings;
  readonly recommenders: readonly RoundRecommender[];
}

/** Begins a round. @returns its id */
export async function createRound(
  work: Work,
  record: Recorder,
  { year, name, guide, settings, recommenders }: NewRound,
  now: Date,
): Promise<string> {
  const { id } = await work
    .insertInto('round')
    .values({
      year,
      name,
      guide_digest: guide,
      state: ROUND.initial,
      settings: JSON.stringify(settings),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setRoundRecommenders(work, id, recommenders);
  await record({
    subject: { kind: 'round', id },
    kind: 'round-drafted',
    after: { year, name, ...settings, recommenders },
    guide,
  });
  return id;
}

/** A round as it stands, locked until the transaction ends. */
export async function lockRound(work: Work, id: string): Promise<Round | undefined> {
  const locked = await work
    .selectFrom('round')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && roundById(work, id);
}

/** What a change of a round may touch; what is left out stays. */
export interface RoundChange {
  readonly name?: string;
  readonly guide?: string;
  readonly settings?: RoundSettings;
  readonly recommenders?: readonly RoundRecommender[];
  readonly state?: RoundState;
}

/**
 * Changes a round that is locked, counts it, and writes down what was and what is of whatever differs.
 * @param event what happened; more of it is written beside what is new
 */
export async function changeRound(
  work: Work,
  record: Recorder,
  round: Round,
  change: RoundChange,
  event: { readonly kind: string; readonly more?: object },
  now: Date,
): Promise<void> {
  const { name = round.name, guide = round.guide, state = round.state } = change;
  const settings = change.settings ?? round.settings;
  const register = (await roundRecommenders(work, round.id)).map(plainRecommender);
  const recommenders = change.recommenders?.map(plainRecommender).sort(byPlace) ?? register;
  await work
    .updateTable('round')
    .set({
      name,
      guide_digest: guide,
      state,
      settings: JSON.stringify(settings),
      revision: round.revision + 1,
      ...(state === 'open' && round.openedAt === null && { opened_at: now }),
      ...(state !== round.state && { closed_at: state === 'open' ? null : closing(state, now) }),
    })
    .where('id', '=', round.id)
    .execute();
  const before = {
    name: round.name,
    guide: round.guide,
    state: round.state,
    ...round.settings,
    recommenders: register.sort(byPlace),
  };
  const changed = changedKeys(before, { name, guide, state, ...settings, recommenders });
  if ('recommenders' in changed.after) await setRoundRecommenders(work, round.id, recommenders);
  await record({
    subject: { kind: 'round', id: round.id },
    kind: event.kind,
    before: changed.before,
    after: { ...changed.after, ...event.more },
    guide,
  });
}

function plainRecommender({
  organisation,
  territory,
  through,
}: RoundRecommender): RoundRecommender {
  return { organisation, territory, through };
}

/** One order for both, so that another order of the same units is no change. */
function byPlace(a: RoundRecommender, b: RoundRecommender): number {
  return a.territory.localeCompare(b.territory) || a.organisation.localeCompare(b.organisation);
}

function closing(state: RoundState, now: Date): Date | null {
  return state === 'closed' || state === 'withdrawn' ? now : null;
}

/** Of two objects with the same keys, what differs. */
function changedKeys(
  before: object,
  after: object,
): { readonly before: object; readonly after: object } {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...is.keys()].filter(
    (key) => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)),
  );
  return {
    before: Object.fromEntries(keys.map((key) => [key, was.get(key)])),
    after: Object.fromEntries(keys.map((key) => [key, is.get(key)])),
  };
}
