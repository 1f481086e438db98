import { add, ceil, cmp, floor, isInteger, ONE, type Rational, sub } from '@fuchi/values/rational';
import { type Domain, isEmpty, join, meet, type Num, truth, type Word } from './domain.ts';
import { type Environment, type Fork, fork } from './environment.ts';

/** Which facts hold whole numbers only, and whether anything was narrowed since it was last asked. */
export interface Narrowing {
  readonly whole: ReadonlySet<string>;
  changed: boolean;
}

/**
 * Takes from a fact's domain what isn't in `to`.
 * @returns false when nothing is left
 */
export function put(fact: string, to: Domain, env: Environment, n: Narrowing): boolean {
  const now = env.facts.get(fact);
  if (now === undefined) return true;
  const next = both(now, to, n.whole.has(fact));
  if (isEmpty(next)) return false;
  if (!sameDomain(next, now)) {
    env.facts.set(fact, next);
    n.changed = true;
  }
  return true;
}

function both(now: Domain, to: Domain, whole: boolean): Domain {
  if (now.kind === 'truth' && to.kind === 'truth') return truth(now.t && to.t, now.f && to.f);
  if (now.kind === 'num' && to.kind === 'num') {
    const met = meet(now, to);
    return whole ? wholeWithin(met) : met;
  }
  return now.kind === 'word' && to.kind === 'word' ? commonWords(now, to) : now;
}

/** The words of both. */
export function commonWords(a: Word, b: Word): Word {
  const values = a.values && b.values ? a.values.filter((v) => b.values?.includes(v)) : undefined;
  return { kind: 'word', values: values ?? a.values ?? b.values, none: a.none && b.none };
}

/** At least one alternative holds: what none of them allows is taken away. */
export function oneOf(
  alternatives: readonly ((env: Environment) => boolean)[],
  env: Environment,
  n: Narrowing,
): boolean {
  const possible: Fork[] = [];
  const before = n.changed;
  for (const narrow of alternatives) {
    const branch = fork(env);
    if (narrow(branch)) possible.push(branch);
  }
  n.changed = before;
  const [first, ...rest] = possible;
  if (!first) return false;
  // What one alternative leaves as it was stays as it was.
  for (const [fact, narrowed] of first.facts.changed) {
    const now = env.facts.get(fact);
    if (!rest.every((b) => b.facts.changed.has(fact))) continue;
    const joined = rest.reduce((d, b) => join(d, b.facts.changed.get(fact) ?? d), narrowed);
    if (!now || (joined !== now && !sameDomain(joined, now))) {
      env.facts.set(fact, joined);
      n.changed = true;
    }
  }
  return true;
}

/** Of two domains of which one is a part of the other: whether it is all of it. */
export function sameDomain(a: Domain, b: Domain): boolean {
  if (a === b) return true;
  if (a.kind === 'num' && b.kind === 'num') {
    const same = (x: Rational | undefined, y: Rational | undefined) =>
      x === undefined || y === undefined ? x === y : cmp(x, y) === 0;
    return (
      same(a.lo, b.lo) &&
      same(a.hi, b.hi) &&
      a.loOpen === b.loOpen &&
      a.hiOpen === b.hiOpen &&
      a.none === b.none &&
      a.some === b.some
    );
  }
  if (a.kind === 'truth' && b.kind === 'truth') return a.t === b.t && a.f === b.f;
  // What is narrowed is a part of what it was: as many words are the same words.
  if (a.kind === 'word' && b.kind === 'word') {
    return a.none === b.none && a.values?.length === b.values?.length;
  }
  return false;
}

/** The whole numbers inside an interval. */
export function wholeWithin(d: Num): Num {
  if (!d.some) return d;
  let { lo, hi } = d;
  if (lo) lo = isInteger(lo) ? (d.loOpen ? add(lo, ONE) : lo) : ceil(lo);
  if (hi) hi = isInteger(hi) ? (d.hiOpen ? sub(hi, ONE) : hi) : floor(hi);
  const whole = { ...d, lo, hi, loOpen: false, hiOpen: false };
  return lo && hi && cmp(lo, hi) > 0 ? { ...whole, some: false } : whole;
}
