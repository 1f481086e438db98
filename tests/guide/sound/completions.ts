import { type Applicant, PAID } from './applicant.ts';
import { order } from './big-fraction.ts';
import type { Chance } from './chance.ts';
import { filled, refilled } from './holes.ts';
import type { Judgement } from './oracle.ts';
import { keyOf } from './point-value.ts';
import { boundaryValue } from './random-value.ts';
import { changed, type Ground, judgeOn, mended, sourceFor, stated } from './sample.ts';

export interface Whole {
  readonly applicant: Applicant;
  readonly judgement: Judgement;
}

/** How a completion came about: the applicant the holes were made of, anything, or a figure at a boundary. */
export type Kind = 'origin' | 'random' | 'below' | 'at' | 'above';

type Goal = 'any' | 'least' | 'most';
const GOALS: readonly Goal[] = ['least', 'most', 'any'];

/**
 * Fills the holes of an applicant many times over, each filling a step from one before: now at random, now with a
 * figure at which the rules turn or a unit beside it, now toward the least and the most the line may come to.
 * Fillings that contradict themselves are passed over.
 */
export function* completions(
  g: Ground,
  given: Applicant,
  origin: Whole,
  steps: number,
  chance: Chance,
): Generator<{ whole: Whole; kind: Kind }> {
  const start = closed(g, given, origin.applicant, chance);
  const open = openFacts(g, given, start);
  const untold = new Set(g.asked.filter((id) => !given.has(id) && id !== PAID));
  let now = { applicant: start, judgement: judgeOn(g, start) };
  const verdicts = new Set<string>();
  if (counts(now.judgement)) {
    verdicts.add(now.judgement.verdict);
    yield { whole: now, kind: 'origin' };
  }
  if (open.length === 0) return;
  let goal: Goal = 'any';
  for (let i = 0; i < steps + MORE; i++) {
    const both = verdicts.has('eligible') && verdicts.has('ineligible');
    if (i >= steps && (both || verdicts.has('undetermined'))) return;
    if (i % 7 === 0) goal = chance.of(GOALS) ?? 'any';
    let kind: Kind = 'random';
    let next: Whole;
    if (i % 7 === 6) {
      // Toward the verdict not seen yet: what is left as it falls is mostly ineligible.
      const aim = verdicts.has('eligible') && chance.happens(0.7) ? 'consistent' : 'eligible';
      next = mended(g, filled(g, given, start, chance), untold, aim, TRIES, chance);
    } else {
      const step = stepped(g, given, now.applicant, open, chance);
      if (!step) continue;
      ({ kind } = step);
      next = { applicant: step.applicant, judgement: judgeOn(g, step.applicant) };
    }
    if (!counts(next.judgement)) continue;
    verdicts.add(next.judgement.verdict);
    yield { whole: next, kind };
    if (leads(goal, now.judgement, next.judgement)) now = next;
  }
}

/** Steps taken on while only one verdict was met. */
const MORE = 12;
const TRIES = 3;

/** Whether an applicant is a possible one: told in full and without contradiction. */
export function counts(j: Judgement): boolean {
  return j.contradictions.length === 0 && j.fallbacks.length === 0 && j.told;
}

/**
 * The origin as a filling of what is given: of sources that disagree one is right, and what wasn't audited isn't
 * (it holds as it was planned).
 */
function closed(g: Ground, given: Applicant, origin: Applicant, chance: Chance): Applicant {
  let all = origin;
  for (const [id, statements] of origin) {
    const told = given.get(id);
    const plan = statements.find((s) => s.moment === '申报');
    if (plan && !told) all = new Map([...all, [id, stated(plan.told)]]);
    else if (plan && told && !told.some((s) => s.moment === '验收'))
      all = new Map([...all, [id, told]]);
    else if (told && told.length > statements.length) all = refilled(g, given, all, id, chance);
  }
  return all;
}

function openFacts(g: Ground, given: Applicant, origin: Applicant): string[] {
  return g.asked.filter((id) => {
    if (id === PAID) return false;
    const told = given.get(id);
    const follows = (g.guide.facts[id]?.derivations.length ?? 0) > 0;
    // A figure that follows from others is left to follow, unless it was told.
    return told ? told !== origin.get(id) : !follows || origin.has(id);
  });
}

function stepped(
  g: Ground,
  given: Applicant,
  now: Applicant,
  open: readonly string[],
  chance: Chance,
): { applicant: Applicant; kind: Kind } | undefined {
  const figures = open.filter((id) => !given.has(id) && g.guide.facts[id]?.type.kind === 'number');
  const id = chance.of(figures.length > 0 && chance.happens(0.6) ? figures : open) ?? '';
  const spec = g.guide.facts[id];
  if (!spec) return undefined;
  if (given.has(id)) return { applicant: refilled(g, given, now, id, chance), kind: 'random' };
  if (spec.type.kind === 'number' && chance.happens(0.85)) {
    const value = boundaryValue(spec, sourceFor(g, now, chance));
    if (!value || same(now, id, value.told)) return undefined;
    const kind = value.beside === 0 ? 'at' : value.beside < 0 ? 'below' : 'above';
    return { applicant: new Map([...now, [id, stated(value.told)]]), kind };
  }
  const applicant = changed(g, now, id, chance);
  const told = applicant.get(id)?.[0]?.told;
  return told && !same(now, id, told) ? { applicant, kind: 'random' } : undefined;
}

function same(
  now: Applicant,
  id: string,
  told: ReturnType<typeof stated>[number]['told'],
): boolean {
  const before = now.get(id)?.[0]?.told;
  if (!before || before.k === 'table' || told.k === 'table') return false;
  return keyOf(before) === keyOf(told);
}

function leads(goal: Goal, now: Judgement, next: Judgement): boolean {
  if (goal === 'any' || now.verdict === 'ineligible') return true;
  if (next.verdict === 'ineligible') return false;
  if (!now.amount || !next.amount) return true;
  const o = order(next.amount, now.amount);
  return goal === 'least' ? o <= 0 : o >= 0;
}
