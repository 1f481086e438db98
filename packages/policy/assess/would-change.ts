import { abs, cmp, type Rational, sub } from '@fuchi/values/rational';
import { type Domain, isKnown, type Num, pointOf } from '../bounds/domain.ts';
import { type Environment, fork } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import type { CheckedCondition } from '../checked-guide.ts';
import { openDomain } from '../facts/open-domain.ts';
import { fraction } from '../fraction.ts';
import { factsOf } from '../walk.ts';
import type { Change } from './assessment.ts';
import { type Judged, narrowAll, type World } from './judge.ts';
import type { Program } from './program.ts';
import { dimensionOf, shownNumber, shownValue } from './show.ts';

const MOST = 8;

/**
 * The smallest changes of known facts that change the verdict. For an ineligible applicant: what would make it fit,
 * one fact at a time, or all that must change together. For an eligible one: how far a figure may move.
 */
export function changes(program: Program, world: World): Change[] {
  if (world.verdict === 'ineligible') return remedies(program, world);
  return world.verdict === 'eligible' ? margins(program, world) : [];
}

interface Move {
  readonly fact: string;
  readonly from: Domain;
  readonly to: Domain;
}

function remedies(program: Program, world: World): Change[] {
  const failing = world.judged.filter(
    (j) => j.outcome === 'unmet' && j.condition.strength !== '优先',
  );
  const clauses = failing.map((j) => j.condition.clause);
  const conditions = world.judged.map((j) => j.condition);
  const suspects = [...new Set(failing.flatMap((j) => factsOf(j.condition.must)))].filter((f) =>
    movable(f, program, world.env),
  );
  const single = suspects.flatMap((fact): Change[] => {
    const move = moveOf(fact, conditions, program, world.env);
    return move ? [change('eligible', clauses, [move], program)] : [];
  });
  if (single.length > 0) return single.slice(0, MOST);
  // No fact alone: each failing condition's own nearest remedy, if they fit together.
  const freed = fork(world.env);
  for (const fact of suspects) {
    const spec = program.specs.get(fact);
    if (spec) freed.facts.set(fact, openDomain(spec));
  }
  const narrowed = narrowAll(
    conditions.filter((c) => c.must),
    program,
    freed,
  );
  if (!narrowed) return [];
  const moves = suspects.flatMap((fact): Move[] => {
    const from = world.env.facts.get(fact);
    const to = from && nearest(from, narrowed.facts.get(fact));
    return from && to ? [{ fact, from, to }] : [];
  });
  return moves.length > 0 ? [change('eligible', clauses, moves, program)] : [];
}

/** Only what is stated can be changed; the opinion of an authority can't be wished for. */
function movable(fact: string, program: Program, env: Environment): boolean {
  const domain = env.facts.get(fact);
  const spec = program.specs.get(fact);
  if (!domain || !spec || domain.kind === 'rows') return false;
  return isKnown(domain);
}

function moveOf(
  fact: string,
  conditions: readonly CheckedCondition[],
  program: Program,
  env: Environment,
): Move | undefined {
  const spec = program.specs.get(fact);
  const from = env.facts.get(fact);
  if (!spec || !from) return undefined;
  const freed = fork(env);
  freed.facts.set(fact, openDomain(spec));
  const narrowed = narrowAll(conditions, program, freed);
  const to = narrowed && nearest(from, narrowed.facts.get(fact));
  if (!to) return undefined;
  const check = fork(env);
  check.facts.set(fact, to);
  return narrowAll(conditions, program, check) ? { fact, from, to } : undefined;
}

/** The allowed value nearest to the present one; undefined when the present one is allowed or none is known. */
function nearest(from: Domain, allowed: Domain | undefined): Domain | undefined {
  if (!allowed) return undefined;
  if (from.kind === 'num' && allowed.kind === 'num') {
    const x = pointOf(from);
    if (!x || !allowed.some) return undefined;
    const end = nearestEnd(x, allowed);
    return end && { ...allowed, lo: end, hi: end, loOpen: false, hiOpen: false, none: false };
  }
  if (from.kind === 'truth' && allowed.kind === 'truth') {
    return allowed.t !== allowed.f && allowed.t !== from.t ? allowed : undefined;
  }
  if (from.kind === 'word' && allowed.kind === 'word') {
    const [value] = allowed.values ?? [];
    if (value === undefined || allowed.values?.includes(from.values?.[0] ?? '')) return undefined;
    return { kind: 'word', values: [value], none: false };
  }
  return undefined;
}

function nearestEnd(x: Rational, allowed: Num): Rational | undefined {
  if (allowed.lo && !allowed.loOpen && cmp(x, allowed.lo) < 0) return allowed.lo;
  if (allowed.hi && !allowed.hiOpen && cmp(x, allowed.hi) > 0) return allowed.hi;
  return undefined;
}

/** For each figure with a limit: the value at which the verdict would turn. */
function margins(program: Program, world: World): Change[] {
  const found: { change: Change; size: Rational | undefined }[] = [];
  for (const j of world.judged) {
    const turned = marginOf(j, program, world.env);
    if (turned) found.push(turned);
  }
  return found.map((f) => f.change).slice(0, MOST);
}

function marginOf(
  j: Judged,
  program: Program,
  env: Environment,
): { change: Change; size: Rational | undefined } | undefined {
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
    const turned = change('ineligible', [clause], [{ fact, from, to }], program);
    return { change: { ...turned, beyond: true }, size: abs(sub(limit, x)) };
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
