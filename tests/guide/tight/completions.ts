import type { Applicant, Told } from '../sound/applicant.ts';
import type { Fraction } from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import { conditionsOf, type Judgement } from '../sound/oracle.ts';
import { judgeOn, mended, stated } from '../sound/sample.ts';
import { boundaryValues, figuresOf, meetingValues } from './boundary-values.ts';
import type { Field } from './case.ts';
import { type Part, partsOf, unknownFacts } from './part.ts';
import { type Completion, cost, isReached, type Space, search } from './search.ts';
import { tablesLike } from './tables.ts';

type Verdict = Judgement['verdict'];

/** The verdicts of the completions that were found, each shown by one. */
export interface Verdicts {
  readonly shown: ReadonlyMap<Verdict, Completion>;
  /** Whether every filling over boundary values was looked at; otherwise the search gave up. */
  readonly exhaustive: boolean;
}

/** Whether all is told and nothing contradicts itself. */
export function isWhole(j: Judgement): boolean {
  return faults(j) === 0;
}

/** What is given of an applicant, and one way of filling what isn't. */
export interface Holed {
  readonly given: Applicant;
  readonly unknown: readonly string[];
  readonly start: Completion;
}

/** How far a judgement is from that of a whole applicant. */
export function faults(j: Judgement): number {
  return j.contradictions.length * 100 + j.fallbacks.length * 10 + (j.told ? 0 : 1000);
}

/** How many of some clauses keep an applicant from being eligible. */
export function unmet(g: Field, clauses: readonly string[], j: Judgement): number {
  const barring = conditionsOf(g.guide, g.line, g.round).filter((c) => c.strength !== '优先');
  return barring.filter((c) => clauses.includes(c.clause) && j.outcomes.get(c.clause) === 'unmet')
    .length;
}

/** What the unknown facts of a part can be filled with. */
export function spaceOf(
  g: Field,
  part: Part,
  given: Applicant,
  extra: readonly Fraction[],
  chance: Chance,
): Space {
  const figures = figuresOf(g, part, given, extra);
  const plain = new Map<string, readonly Told[]>();
  for (const id of part.facts) {
    const spec = g.guide.facts[id];
    if (spec && spec.type.kind !== 'rows') plain.set(id, boundaryValues(g, spec, figures));
  }
  const tables = new Set(part.facts.filter((id) => !plain.has(id)));
  const table = (id: string, now: Applicant) => {
    const spec = g.guide.facts[id];
    return spec ? tablesLike(g, spec, given, now, figures, chance) : [];
  };
  return {
    facts: part.facts,
    values: (fact, now) => plain.get(fact) ?? table(fact, now),
    meeting: (fact, now) => {
      const spec = g.guide.facts[fact];
      return spec ? meetingValues(g, spec, part, now, figures) : [];
    },
    tables,
    size: tables.size > 0 ? undefined : [...plain.values()].reduce((n, all) => n * all.length, 1),
  };
}

/**
 * A completion near the applicant the holes were made in; undefined where none was found.
 * What was told of it as a total and follows from single figures is left to follow from them.
 */
export function holedFrom(
  g: Field,
  given: Applicant,
  origin: Applicant,
  most: number,
  chance: Chance,
): Holed | undefined {
  const unknown = unknownFacts(g, given, origin);
  let start: Applicant = new Map([
    ...given,
    ...unknown.flatMap((id) => {
      const was = origin.get(id);
      return was ? [[id, was] as const] : [];
    }),
  ]);
  for (const part of partsOf(g, unknown)) {
    const lacking = part.facts.filter((id) => !start.has(id));
    const space = spaceOf(g, part, given, [], chance);
    const first = lacking.flatMap((id) => {
      const told = chance.of(space.values(id, start));
      return told ? [[id, stated(told)] as const] : [];
    });
    start = new Map([...start, ...first]);
  }
  for (const part of partsOf(g, unknown)) {
    const space = spaceOf(g, part, given, [], chance);
    start = search(g, start, space, (j) => cost(faults(j), 0), most, chance).best.applicant;
  }
  const judgement = judgeOn(g, start);
  if (!isWhole(judgement)) return undefined;
  return { given, unknown, start: { applicant: start, judgement } };
}

const MENDING = 300;

/**
 * Looks for a completion of each verdict. Parts are filled apart from each other: eligible is who is so in each,
 * ineligible who fails in one.
 */
export function verdictsOf(
  g: Field,
  { given, unknown, start }: Holed,
  most: number,
  chance: Chance,
): Verdicts {
  const shown = new Map([[start.judgement.verdict, start]]);
  const show = (applicant: Applicant): void => {
    const judgement = judgeOn(g, applicant);
    if (isWhole(judgement) && !shown.has(judgement.verdict))
      shown.set(judgement.verdict, { applicant, judgement });
  };
  const tables = unknown.some((id) => g.guide.facts[id]?.type.kind === 'rows');
  if (tables && !shown.has('eligible') && most > MENDING) {
    const free = new Set(unknown.filter((id) => !given.has(id)));
    show(mended(g, start.applicant, free, 'eligible', MENDING, chance).applicant);
  }
  let exhaustive = true;
  for (const part of partsOf(g, unknown)) {
    if (shown.has('ineligible')) break;
    const space = spaceOf(g, part, given, [], chance);
    const fails = (j: Judgement) => cost(faults(j), unmet(g, part.clauses, j) > 0 ? 0 : 1);
    const failing = search(g, start.applicant, space, fails, most, chance);
    exhaustive &&= failing.exhaustive || isReached(failing.cost);
    if (isReached(failing.cost)) show(failing.best.applicant);
  }
  if (!shown.has('eligible')) {
    const fitting = fitted(g, { given, unknown, start }, most, chance);
    exhaustive &&= fitting.exhaustive;
    show(fitting.applicant);
  }
  return { shown, exhaustive };
}

/** The completion nearest to being eligible, part by part. */
export function fitted(
  g: Field,
  { given, unknown, start }: Holed,
  most: number,
  chance: Chance,
): { applicant: Applicant; exhaustive: boolean } {
  let { applicant } = start;
  let exhaustive = true;
  for (const part of partsOf(g, unknown)) {
    const space = spaceOf(g, part, given, [], chance);
    const fits = (j: Judgement) => cost(faults(j), unmet(g, part.clauses, j));
    const fitting = search(g, applicant, space, fits, most, chance);
    exhaustive &&= fitting.exhaustive || isReached(fitting.cost);
    applicant = fitting.best.applicant;
  }
  return { applicant, exhaustive };
}
