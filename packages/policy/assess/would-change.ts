import {
  add,
  ceil,
  cmp,
  div,
  floor,
  isFiniteDecimal,
  mul,
  type Rational,
  rational,
  sub,
} from '@fuchi/values/rational';
import { type Domain, isKnown, type Num, point, pointOf } from '../bounds/domain.ts';
import { type Environment, fork } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import { closure } from '../check/fact-use.ts';
import type { GivenFacts, Statement } from '../facts/given.ts';
import { openDomain } from '../facts/open-domain.ts';
import { fraction } from '../fraction.ts';
import { factsOf } from '../walk.ts';
import type { Change, Verdict } from './assessment.ts';
import type { Judged, World } from './judge.ts';
import type { Program } from './program.ts';
import { dimensionOf, shownNumber, shownValue } from './show.ts';

const MOST = 8;
/** More facts than this aren't tried together. */
const MOST_TOGETHER = 16;

/** The applicant as judged: what was put together of the facts, and what came of it. */
export interface Known {
  readonly prepared: Environment;
  readonly world: World;
}

/** Judges the applicant anew, with facts told otherwise; whether they still agree with each other. */
export type Again = (given: GivenFacts) => {
  readonly world: Pick<World, 'verdict' | 'eligible'>;
  readonly agrees: boolean;
};

/**
 * The smallest changes of known facts that change the verdict. For an ineligible applicant: what would make it fit,
 * one fact at a time, or all that must change together; each is tried before it is said.
 * For an eligible one: how far a figure may move.
 */
export function changes(program: Program, known: Known, given: GivenFacts, again: Again): Change[] {
  const { world } = known;
  if (world.verdict === 'ineligible') return remedies(program, known, given, again);
  return world.verdict === 'eligible' ? margins(program, world) : [];
}

interface Move {
  readonly fact: string;
  readonly from: Domain;
  readonly to: Domain;
}

function remedies(program: Program, known: Known, given: GivenFacts, again: Again): Change[] {
  const { world } = known;
  const failing = world.judged.filter(
    (j) => j.outcome === 'unmet' && j.condition.strength !== '优先',
  );
  const clauses = failing.map((j) => j.condition.clause);
  const named = failing.flatMap((j) => [
    ...factsOf(j.condition.must),
    ...factsOf(j.condition.applies),
  ]);
  const suspects = closure(named, program.specs).filter((f) => movable(f, program, world, given));
  const tried = (moves: readonly Move[]): Change | undefined => {
    const verdict = moves.length > 0 ? verdictAfter(moves, program, given, again) : 'ineligible';
    return verdict === 'ineligible' ? undefined : change(verdict, clauses, moves, program);
  };
  const helps = mayHelp(failing, program, known.prepared);
  const alone = suspects
    .filter((fact) => helps([fact]))
    .flatMap((fact) => tried(movesOf([fact], program, world, given, again)) ?? []);
  if (alone.length > 0) return alone.slice(0, MOST);
  if (suspects.length < 2 || suspects.length > MOST_TOGETHER) return [];
  // A figure stated beside what it follows from is moved, not its parts.
  const whole = suspects.filter(
    (f) => !suspects.some((g) => g !== f && closure([g], program.specs).includes(f)),
  );
  const together = helps(whole) ? tried(movesOf(whole, program, world, given, again)) : undefined;
  return together ? [together] : [];
}

/**
 * Whether telling some facts otherwise can end the refusal. It can't while a condition fails on figures that neither
 * those facts nor what they follow from have a part in: it fails again, unless figures contradict each other, which
 * helps nobody either.
 */
function mayHelp(failing: readonly Judged[], program: Program, env: Environment) {
  const barring = failing.flatMap(({ condition: { must, applies, each, strength } }) => {
    if (!must || each !== '' || strength !== '必须' || truthOf(must, env).t) return [];
    if (applies && truthOf(applies, env).f) return [];
    const named = [...factsOf(must), ...factsOf(applies)];
    const rowed = named.some((f) => program.specs.get(f)?.type.kind === 'rows');
    return rowed ? [] : [new Set(named.flatMap((f) => program.reach.get(f) ?? []))];
  });
  return (facts: readonly string[]): boolean => {
    const withdrawn = facts.flatMap((f) => program.reach.get(f) ?? []);
    return barring.every((reached) => withdrawn.some((f) => reached.has(f)));
  };
}

/**
 * Only what is stated can be changed, and totals that follow from rows alone; the opinion of an authority can't be wished for.
 */
function movable(fact: string, program: Program, world: World, given: GivenFacts): boolean {
  const domain = world.env.facts.get(fact);
  const spec = program.specs.get(fact);
  if (!domain || !spec || domain.kind === 'rows' || !isKnown(domain)) return false;
  if (program.conditions.some((c) => c.opinion === fact)) return false;
  if (given.has(fact)) return true;
  const told = closure([fact], program.specs).filter((f) => given.has(f));
  return told.length > 0 && told.every((f) => program.specs.get(f)?.type.kind === 'rows');
}

/** What the facts would have to be, were they not told: those stay whose present value will do, the others move. */
function movesOf(
  facts: readonly string[],
  program: Program,
  world: World,
  given: GivenFacts,
  again: Again,
): Move[] {
  const told = new Map(without(facts, program, given));
  const moves: Move[] = [];
  /** Of what is told now; judged once for all facts that ask. */
  let judged: Pick<World, 'eligible'> | undefined;
  const nearestOf = (fact: string): Omit<Move, 'fact'> | undefined => {
    const from = world.env.facts.get(fact);
    judged ??= again(told).world;
    const to = from && nearest(from, judged.eligible?.facts.get(fact));
    return from && to && { from, to: onwards(from, to, fact, program) };
  };
  const wanting = facts.filter((fact) => {
    if (facts.length === 1 || nearestOf(fact)) return true;
    const now = given.get(fact);
    if (now) {
      told.set(fact, now);
      judged = undefined;
    }
    return false;
  });
  for (const fact of wanting) {
    const move = nearestOf(fact);
    if (!move) continue;
    moves.push({ fact, ...move });
    told.set(fact, stated(move.to));
    judged = undefined;
  }
  return moves;
}

/** A value that can be written down and will do: rounded, or moved past an end that isn't allowed itself. */
function onwards(from: Domain, to: Nearest, fact: string, program: Program): Domain {
  const [start, end] = [pointOf(from), pointOf(to.value)];
  const type = program.specs.get(fact)?.type;
  if (!start || !end || type?.kind !== 'number') return to.value;
  if (isFiniteDecimal(end) && !to.beyond) return to.value;
  const rises = cmp(start, end) <= 0;
  // To a cent, or to a millionth of a percent.
  const unit = rational(1, type.dimension === 'money' ? 100 : 100_000_000);
  const scaled = div(end, unit) ?? end;
  const near = mul(rises ? ceil(scaled) : floor(scaled), unit);
  if (!to.beyond || cmp(near, end) !== 0) return point(near);
  return point(rises ? add(near, unit) : sub(near, unit));
}

function stated(domain: Domain): Statement[] {
  return [{ domain, source: '', evidence: '', moment: undefined, decimals: 0 }];
}

/** The verdict once the moves are made; moves that make the figures contradict each other help nobody. */
function verdictAfter(
  moves: readonly Move[],
  program: Program,
  given: GivenFacts,
  again: Again,
): Verdict {
  const told = new Map(
    without(
      moves.map((m) => m.fact),
      program,
      given,
    ),
  );
  for (const m of moves) told.set(m.fact, stated(m.to));
  const { world, agrees } = again(told);
  // What was open before may stay open; what is withdrawn with a total's rows may open.
  return agrees ? world.verdict : 'ineligible';
}

/** The facts as told, less some figures and what those follow from. */
function without(facts: readonly string[], program: Program, given: GivenFacts): GivenFacts {
  const gone = new Set(closure(facts, program.specs));
  return new Map([...given].filter(([id]) => !gone.has(id)));
}

interface Nearest {
  readonly value: Domain;
  /** The value itself won't do, what lies beyond it will. */
  readonly beyond: boolean;
}

/** The allowed value nearest to the present one; undefined when the present one is allowed or none is known. */
function nearest(from: Domain, allowed: Domain | undefined): Nearest | undefined {
  if (!allowed) return undefined;
  if (from.kind === 'num' && allowed.kind === 'num') {
    const x = pointOf(from);
    const { lo, hi, loOpen, hiOpen } = allowed;
    if (!x || !allowed.some) return undefined;
    const low = lo && cmp(x, lo);
    if (lo && (low === -1 || (loOpen && low === 0))) return { value: point(lo), beyond: loOpen };
    const high = hi && cmp(x, hi);
    if (hi && (high === 1 || (hiOpen && high === 0))) return { value: point(hi), beyond: hiOpen };
    return undefined;
  }
  if (from.kind === 'truth' && allowed.kind === 'truth') {
    const turned = allowed.t !== allowed.f && allowed.t !== from.t;
    return turned ? { value: allowed, beyond: false } : undefined;
  }
  if (from.kind === 'word' && allowed.kind === 'word') {
    const [word] = allowed.values ?? [];
    if (word === undefined || allowed.values?.includes(from.values?.[0] ?? '')) return undefined;
    return { value: { kind: 'word', values: [word], none: false }, beyond: false };
  }
  return undefined;
}

/** For each figure with a limit: the value at which the verdict would turn. */
function margins(program: Program, world: World): Change[] {
  return world.judged.flatMap((j) => marginOf(j, program, world.env) ?? []).slice(0, MOST);
}

function marginOf(j: Judged, program: Program, env: Environment): Change | undefined {
  const { must, strength, clause } = j.condition;
  if (!must || strength !== '必须' || j.outcome !== 'met' || j.condition.each !== '')
    return undefined;
  for (const fact of factsOf(must)) {
    const spec = program.specs.get(fact);
    const from = env.facts.get(fact);
    const x = from && pointOf(from);
    if (!spec || !from || !x) continue;
    const freed = fork(env);
    freed.facts.set(fact, openDomain(spec));
    const n: Narrowing = { whole: program.whole, changed: false };
    if (!truthOf(must, freed).f || !narrowTo(must, true, freed, n)) continue;
    const allowed = freed.facts.get(fact);
    if (allowed?.kind !== 'num') continue;
    const limit = limitOf(x, allowed, spec.least, spec.most);
    if (!limit) continue;
    const to: Domain = { ...allowed, lo: limit, hi: limit, loOpen: false, hiOpen: false };
    return { ...change('ineligible', [clause], [{ fact, from, to }], program), beyond: true };
  }
  return undefined;
}

/** The end of the allowed interval that the guide sets, not the fact's own range. */
function limitOf(x: Rational, allowed: Num, least: string, most: string): Rational | undefined {
  const low = allowed.lo && !isEnd(allowed.lo, least) ? allowed.lo : undefined;
  const high = allowed.hi && !isEnd(allowed.hi, most) ? allowed.hi : undefined;
  if (low && high) return cmp(sub(x, low), sub(high, x)) <= 0 ? low : high;
  return low ?? high;
}

function isEnd(x: Rational, end: string): boolean {
  return end !== '' && cmp(x, fraction(end)) === 0;
}

function change(
  verdict: Change['verdict'],
  clauses: readonly string[],
  moves: readonly Move[],
  program: Program,
): Change {
  return {
    verdict,
    clauses,
    changes: moves.flatMap((m) => {
      const spec = program.specs.get(m.fact);
      if (!spec) return [];
      const from = shownValue(m.from, spec.type).value;
      const point = pointOf(m.to);
      const to = point ? shownNumber(point, dimensionOf(spec.type)) : shownValue(m.to, spec.type);
      if (to.value === null || typeof to.value === 'object' || typeof from === 'object') return [];
      const unit = to.unit === '' ? {} : { unit: to.unit };
      return [{ fact: m.fact, label: spec.label, from, to: to.value, ...unit }];
    }),
  };
}
