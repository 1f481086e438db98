import type { Applicant, Told } from '../sound/applicant.ts';
import { type Fraction, NOTHING, order } from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import type { Judgement } from '../sound/oracle.ts';
import { type Ground, judgeOn, stated } from '../sound/sample.ts';

export interface Completion {
  readonly applicant: Applicant;
  readonly judgement: Judgement;
}

/** How far a filling is from what is sought, the first of these first. */
export interface Cost {
  /** How much it contradicts itself or leaves untold. */
  readonly torn: number;
  /** How many outcomes aren't as wished. */
  readonly wrong: number;
  /** How far a figure is from the one wished for. */
  readonly far: Fraction;
}

/** The untold facts to be filled, and what each may be filled with. */
export interface Space {
  readonly facts: readonly string[];
  readonly values: (fact: string, now: Applicant) => readonly Told[];
  /** What more comes into question next to what the others are filled with. */
  readonly meeting: (fact: string, now: Applicant) => readonly Told[];
  /** Facts that are tables: of those a part can be moved while another stays. */
  readonly tables: ReadonlySet<string>;
  /** How many fillings there are; undefined where tables are filled, which never ends. */
  readonly size: number | undefined;
}

/** What a search found, and whether it looked at every filling there is. */
export interface Sought {
  readonly best: Completion;
  readonly cost: Cost;
  readonly exhaustive: boolean;
}

/**
 * The filling that costs least. Goes through all when there are no more than `most`; otherwise changes one fact
 * at a time for the better from where it is, then from fillings drawn anew, until it has judged `most`.
 */
export function search(
  g: Ground,
  start: Applicant,
  space: Space,
  costOf: (j: Judgement) => Cost,
  most: number,
  chance: Chance,
): Sought {
  let judgedSoFar = 0;
  const looked = (applicant: Applicant) => {
    judgedSoFar++;
    const judgement = judgeOn(g, applicant);
    return { completion: { applicant, judgement }, cost: costOf(judgement) };
  };
  let best = looked(start);
  const done = () => isReached(best.cost);
  const result = (exhaustive: boolean): Sought => ({
    best: best.completion,
    cost: best.cost,
    exhaustive,
  });
  const { size } = space;
  if (size !== undefined && size <= most) {
    const step = strideOf(size, chance);
    for (let i = 0, at = chance.below(size); i < size && !done(); i++, at = (at + step) % size) {
      const tried = looked(fillingAt(start, space, at));
      if (less(tried.cost, best.cost)) best = tried;
    }
    return result(true);
  }
  let now = best;
  while (judgedSoFar < most && !done()) {
    let improved = false;
    const torn: Torn[] = [];
    for (const fact of shuffled(space.facts, chance)) {
      const { applicant } = now.completion;
      for (const told of [...space.values(fact, applicant), ...space.meeting(fact, applicant)]) {
        const tried = looked(new Map([...now.completion.applicant, [fact, stated(told)]]));
        // What is as good is taken now and then, so that a level stretch is crossed.
        const level = !less(now.cost, tried.cost) && chance.happens(0.3);
        if (tried.cost.torn > 0 && nearer(tried.cost, best.cost)) torn.push({ ...tried, fact });
        if (less(tried.cost, now.cost) || level) {
          improved ||= less(tried.cost, now.cost);
          now = tried;
        }
        if (less(now.cost, best.cost)) best = now;
        if (done()) return result(false);
      }
      if (judgedSoFar > most) break;
    }
    for (const one of improved ? [] : torn.sort(byWish).slice(0, MOST_TORN)) {
      const tried = mendedTorn(one, space, looked);
      if (less(tried.cost, best.cost)) best = tried;
      if (done() || judgedSoFar > most) return result(false);
    }
    if (!improved) {
      const from = chance.happens(0.5) ? best.completion.applicant : start;
      now = looked(drawn(from, space, chance));
    }
  }
  return result(false);
}

interface Looked {
  readonly completion: Completion;
  readonly cost: Cost;
}

/** What comes nearer to the wish, but contradicts itself since one fact was moved. */
interface Torn extends Looked {
  readonly fact: string;
}

const MOST_TORN = 6;
const MOVES = 3;
const MOVES_IN_TABLES = 15;

/** Moves the other facts until the one that was moved contradicts nothing. */
function mendedTorn(start: Torn, space: Space, looked: (a: Applicant) => Looked): Looked {
  let now: Looked = start;
  const moves = space.tables.size > 0 ? MOVES_IN_TABLES : MOVES;
  for (let i = 0; i < moves && now.cost.torn > 0; i++) {
    const { applicant } = now.completion;
    for (const fact of space.facts) {
      if (fact === start.fact && !space.tables.has(fact)) continue;
      const meeting = space.meeting(fact, applicant);
      for (const told of meeting.length > 0 ? meeting : space.values(fact, applicant)) {
        const tried = looked(new Map([...applicant, [fact, stated(told)]]));
        // Giving the wish up again would mend it best.
        if (tried.cost.torn < now.cost.torn && !nearer(now.cost, tried.cost)) now = tried;
      }
    }
  }
  return now;
}

function byWish(a: Torn, b: Torn): number {
  return nearer(a.cost, b.cost) ? -1 : nearer(b.cost, a.cost) ? 1 : a.cost.torn - b.cost.torn;
}

/** Whether the wish is nearer, whatever is torn for it. */
function nearer(a: Cost, b: Cost): boolean {
  return a.wrong < b.wrong || (a.wrong === b.wrong && order(a.far, b.far) < 0);
}

export function isReached(c: Cost): boolean {
  return c.torn === 0 && c.wrong === 0 && c.far.n === 0n;
}

export function less(a: Cost, b: Cost): boolean {
  return a.torn < b.torn || (a.torn === b.torn && nearer(a, b));
}

export function cost(torn: number, wrong: number, far: Fraction = NOTHING): Cost {
  return { torn, wrong, far };
}

function fillingAt(start: Applicant, space: Space, index: number): Applicant {
  const filling = new Map(start);
  let rest = index;
  for (const fact of space.facts) {
    const values = space.values(fact, start);
    const told = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (told) filling.set(fact, stated(told));
  }
  return filling;
}

function drawnValue(fact: string, now: Applicant, space: Space, chance: Chance): Told | undefined {
  const meeting = chance.happens(0.5) ? space.meeting(fact, now) : [];
  return chance.of(meeting.length > 0 ? meeting : space.values(fact, now));
}

/** Some facts drawn anew. */
function drawn(from: Applicant, space: Space, chance: Chance): Applicant {
  const filling = new Map(from);
  const share = chance.of([0.2, 0.5, 1]) ?? 1;
  for (const fact of space.facts) {
    if (!chance.happens(share)) continue;
    const told = drawnValue(fact, filling, space, chance);
    if (told) filling.set(fact, stated(told));
  }
  return filling;
}

/** A step that comes by every number below `size` before it comes back. */
function strideOf(size: number, chance: Chance): number {
  let step = 1 + chance.below(size);
  while (commonDivisor(step, size) !== 1) step++;
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const keyed = all.map((x) => ({ x, key: chance.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ x }) => x);
}
