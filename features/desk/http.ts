import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type { Round } from '@fuchi/record-round/round';
import { openRounds } from '@fuchi/record-round/round-store';
import type { Task, TaskSource } from '@fuchi/record-task/task';
import { ROLES } from '@fuchi/workflow/role';
import { ownClockOf } from './clock/own-clock.ts';
import { roundClocks } from './clock/round-clocks.ts';
import {
  type DeskView,
  type DoingView,
  deskView,
  type RoundView,
  type TaskView,
} from './contract.ts';
import { CLOCK_SETTERS } from './demonstration/clock-setters.ts';
import { type ClockContext, clockRoutes } from './demonstration/http-clock.ts';
import { type Doing, ownDoings } from './doing/doing-store.ts';
import { firstPageOf } from './first/first-page.ts';
import { portalRoutes } from './portal/http-portal.ts';
import { byUrgency, MOST_TASKS } from './task/by-urgency.ts';

const DESK: DeskOperation<undefined, undefined, DeskView> = {
  id: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  permission: 'signed-in',
  says: '查看自己的工作台：待办、时限、最近办的事',
  reply: deskView,
};

export interface DeskContext extends ClockContext {
  /** The guide that ships with the program; a round may be run under another version. */
  readonly guide: CheckedGuide;
  /** What waits for somebody, of every feature. */
  readonly taskSources: readonly TaskSource[];
  /** How the trail tells what was done, and to what. */
  readonly words: TrailWords;
}

export interface TrailWords {
  /** @example eventText('register-imported') // '导入名单' */
  readonly eventText: (kind: string) => string;
  /** Names of what events belong to, by `kind id`; nothing for what has none. */
  readonly subjectNames: (
    db: Database,
    events: readonly Doing[],
  ) => Promise<ReadonlyMap<string, string>>;
}

/** The first page of whoever is signed in, and the portal's clock. */
export function deskPageRoutes(routes: DeskRoutes<Actor>, context: DeskContext): void {
  const { db, moment, taskSources } = context;
  portalRoutes(routes, context);
  clockRoutes(routes, context);
  routes.add(DESK, async (asked) => {
    const actor = demandActor(asked.actor);
    const { now } = moment();
    const [lists, rounds, doings] = await Promise.all([
      Promise.all(taskSources.map((source) => source(db, actor, now))),
      roundsFor(context, actor),
      doingsOf(context, actor),
    ]);
    return {
      role: actor.role,
      roleName: ROLES[actor.role].name,
      name: actor.name,
      organisation: actor.organisation.name,
      standsInFor: actor.standsInFor?.name ?? null,
      tasks: byUrgency(lists).map(taskViewOf),
      setsClock:
        context.mode === 'demonstration' && CLOCK_SETTERS.some((role) => role === actor.role),
      ownClock: ownClockOf(actor.role, actor.organisation.level),
      more: lists.flat().length > MOST_TASKS,
      rounds,
      doings,
    };
  });
}

async function roundsFor(context: DeskContext, actor: Actor): Promise<RoundView[]> {
  if (firstPageOf(actor.role).clocks.length === 0) return [];
  const rounds = await openRounds(context.db);
  const views = await Promise.all(rounds.map((round) => roundViewOf(context, actor, round)));
  return views.filter(({ clocks }) => clocks.length > 0);
}

async function roundViewOf(
  { db, guide }: DeskContext,
  actor: Actor,
  { id, name, guide: digest, settings }: Round,
): Promise<RoundView> {
  const { lines: titled } = digest === guide.guide.digest ? guide : await guideOf(db, digest);
  const { reach } = ROLES[actor.role];
  const bound = reach === 'own' || reach === 'territory';
  const { clocks, elsewhere } = roundClocks(settings, {
    kinds: firstPageOf(actor.role).clocks,
    lines: actor.lines,
    // Who works on all of the province sees the general clocks, wherever his own unit lies.
    territory: bound ? actor.organisation.territory : null,
  });
  const titleOf = (line: string) => titled.find((one) => one.id === line)?.title ?? line;
  return {
    id,
    name,
    clocks: clocks.map(({ kind, at, lines }) => ({
      kind,
      at: at.toISOString(),
      lines: lines?.map(titleOf) ?? null,
    })),
    elsewhere: [...elsewhere],
  };
}

function taskViewOf({ id, title, to, since, due }: Task): TaskView {
  return { id, title, to, since: since.toISOString(), due: due?.toISOString() ?? null };
}

async function doingsOf({ db, words }: DeskContext, actor: Actor): Promise<DoingView[]> {
  const doings = await ownDoings(db, actor);
  const names = await words.subjectNames(db, doings);
  return doings.map(({ id, at, kind, subjectKind, subjectId }) => {
    const own = subjectKind === 'account' && subjectId === actor.account;
    const about = own ? undefined : names.get(`${subjectKind} ${subjectId}`);
    return { id, at: at.toISOString(), what: words.eventText(kind), about: about ?? null };
  });
}
