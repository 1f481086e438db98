import {
  add,
  ceil,
  cmp,
  floor,
  isInteger,
  ONE,
  type Rational,
  rational,
  sub,
  ZERO,
} from '@fuchi/values/rational';
import type { Checked, Test } from '../checked-tree.ts';
import type { CompareOp } from '../syntax/syntax-tree.ts';
import { moveMonths } from './dates.ts';
import {
  ANY_NUMBER,
  type Domain,
  isEmpty,
  join,
  meet,
  minus,
  type Num,
  over,
  plus,
  times,
  truth,
} from './domain.ts';
import { type Environment, fork } from './environment.ts';
import { evaluate, meets, number, truthOf } from './evaluate.ts';

/** Which facts may be narrowed, and which hold whole numbers only. */
export interface Narrowing {
  readonly whole: ReadonlySet<string>;
  changed: boolean;
}

/**
 * Takes from the facts' domains what can't be if the condition has this outcome.
 * Never takes away a value that could be: what isn't understood narrows nothing.
 * @returns false when no assignment of the facts gives this outcome
 * @example narrowTo(`项目总投入 >= 3000万元`, true, env, n) // 项目总投入 is at least 3000 afterwards
 */
export function narrowTo(node: Checked, outcome: boolean, env: Environment, n: Narrowing): boolean {
  const now = truthOf(node, env);
  if (outcome ? !now.t : !now.f) return false;
  if (outcome ? !now.f : !now.t) return true;
  switch (node.kind) {
    case 'fact':
      return put(node.fact, outcome ? truth(true, false) : truth(false, true), env, n);
    case 'not':
      return narrowTo(node.of, !outcome, env, n);
    case 'and':
    case 'or': {
      const conjunction = (node.kind === 'and') === outcome;
      if (conjunction) return node.items.every((i) => narrowTo(i, outcome, env, n));
      return oneOf(
        node.items.map((i) => (e: Environment) => narrowTo(i, outcome, e, n)),
        env,
        n,
      );
    }
    case 'if':
      return oneOf(
        [
          (e) => narrowTo(node.when, true, e, n) && narrowTo(node.whenTrue, outcome, e, n),
          (e) => narrowTo(node.when, false, e, n) && narrowTo(node.otherwise, outcome, e, n),
        ],
        env,
        n,
      );
    case 'compare':
      return narrowCompare(node.op, node.left, node.right, outcome, env, n);
    case 'within':
      return narrowWithin(node.of, node.tests, outcome, env, n);
    default:
      return true;
  }
}

/** At least one alternative holds: what none of them allows is taken away. */
function oneOf(
  alternatives: readonly ((env: Environment) => boolean)[],
  env: Environment,
  n: Narrowing,
): boolean {
  const possible: Environment[] = [];
  const before = n.changed;
  for (const narrow of alternatives) {
    const branch = fork(env);
    if (narrow(branch)) possible.push(branch);
  }
  n.changed = before;
  const [first, ...rest] = possible;
  if (!first) return false;
  for (const fact of env.facts.keys()) {
    const now = env.facts.get(fact);
    const joined = rest.reduce<Domain | undefined>(
      (d, b) => joined2(d, b.facts.get(fact)),
      first.facts.get(fact),
    );
    if (joined && joined !== now && !sameDomain(joined, now)) {
      env.facts.set(fact, joined);
      n.changed = true;
    }
  }
  return true;
}

function joined2(a: Domain | undefined, b: Domain | undefined): Domain | undefined {
  if (a === b) return a;
  return a && b ? join(a, b) : undefined;
}

function sameDomain(a: Domain, b: Domain | undefined): boolean {
  if (a === b) return true;
  if (a.kind === 'num' && b?.kind === 'num') {
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
  if (a.kind === 'truth' && b?.kind === 'truth') return a.t === b.t && a.f === b.f;
  if (a.kind === 'word' && b?.kind === 'word') {
    return a.none === b.none && a.values?.length === b.values?.length;
  }
  return false;
}

function put(fact: string, to: Domain, env: Environment, n: Narrowing): boolean {
  const now = env.facts.get(fact);
  if (now === undefined) return true;
  let next: Domain = now;
  if (now.kind === 'truth' && to.kind === 'truth') next = truth(now.t && to.t, now.f && to.f);
  else if (now.kind === 'num' && to.kind === 'num') {
    next = meet(now, to);
    if (n.whole.has(fact)) next = wholeWithin(next as Num);
  } else if (now.kind === 'word' && to.kind === 'word') {
    const values = !now.values
      ? to.values
      : !to.values
        ? now.values
        : now.values.filter((v) => to.values?.includes(v));
    next = { kind: 'word', values, none: now.none && to.none };
  }
  if (isEmpty(next)) return false;
  if (!sameDomain(next, now)) {
    env.facts.set(fact, next);
    n.changed = true;
  }
  return true;
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

const NEGATED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const MIRRORED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function narrowCompare(
  op: CompareOp,
  left: Checked,
  right: Checked,
  outcome: boolean,
  env: Environment,
  n: Narrowing,
): boolean {
  const a = evaluate(left, env);
  const b = evaluate(right, env);
  // A comparison with 无 is false both ways round, so only a true one says something of it.
  const mayBeNone = (d: Domain) => d.kind === 'num' && d.none;
  if (!outcome && op !== '!=' && (mayBeNone(a) || mayBeNone(b))) return true;
  const effective = outcome ? op : NEGATED[op];
  if (a.kind === 'num' && b.kind === 'num') {
    if (effective === '!=')
      return narrowUnequal(left, b, env, n) && narrowUnequal(right, a, env, n);
    if (effective === '=' && (!a.some || !b.some)) return true;
    return (
      narrowNumber(left, side(effective, b), env, n) &&
      narrowNumber(right, side(MIRRORED[effective], a), env, n)
    );
  }
  if (a.kind === 'word' && b.kind === 'word') {
    return (
      narrowWord(left, b.values, effective === '=', b.none, env, n) &&
      narrowWord(right, a.values, effective === '=', a.none, env, n)
    );
  }
  if (a.kind === 'truth' && b.kind === 'truth' && a.t !== a.f) {
    return narrowTo(right, effective === '=' ? a.t : a.f, env, n);
  }
  if (a.kind === 'truth' && b.kind === 'truth' && b.t !== b.f) {
    return narrowTo(left, effective === '=' ? b.t : b.f, env, n);
  }
  return true;
}

/** The values x with x op something of `other`. */
function side(op: CompareOp, other: Num): Num {
  const { lo, hi, loOpen, hiOpen } = other;
  switch (op) {
    case '>':
      return { ...ANY_NUMBER, lo, loOpen: lo !== undefined };
    case '>=':
      return { ...ANY_NUMBER, lo, loOpen };
    case '<':
      return { ...ANY_NUMBER, hi, hiOpen: hi !== undefined };
    case '<=':
      return { ...ANY_NUMBER, hi, hiOpen };
    default:
      return { ...other };
  }
}

/** A value that isn't one certain number: moves an end only for whole numbers and 无. */
function narrowUnequal(node: Checked, other: Num, env: Environment, n: Narrowing): boolean {
  if (node.kind !== 'fact') return true;
  const now = env.facts.get(node.fact);
  if (now?.kind !== 'num') return true;
  if (!other.some && other.none) return put(node.fact, { ...now, none: false }, env, n);
  if (other.none || !other.lo || !other.hi || cmp(other.lo, other.hi) !== 0) return true;
  let next = now;
  if (now.lo && cmp(now.lo, other.lo) === 0) next = { ...next, loOpen: true };
  if (now.hi && cmp(now.hi, other.hi) === 0) next = { ...next, hiOpen: true };
  return put(node.fact, next, env, n);
}

function narrowWord(
  node: Checked,
  values: readonly string[] | undefined,
  same: boolean,
  none: boolean,
  env: Environment,
  n: Narrowing,
): boolean {
  if (node.kind !== 'fact' || values === undefined) return true;
  const now = env.facts.get(node.fact);
  if (now?.kind !== 'word') return true;
  if (same) return put(node.fact, { kind: 'word', values, none }, env, n);
  const only = values.length === 1 && !none ? values[0] : undefined;
  if (only === undefined || now.values === undefined) return true;
  const left = now.values.filter((v) => v !== only);
  return put(node.fact, { kind: 'word', values: left, none: true }, env, n);
}

function narrowWithin(
  of: Checked,
  tests: readonly Test[],
  outcome: boolean,
  env: Environment,
  n: Narrowing,
): boolean {
  const value = evaluate(of, env);
  if (value.kind === 'word') {
    if (value.values === undefined || of.kind !== 'fact') return true;
    const left = value.values.filter((v) => {
      const hits = tests.map((t) => meets({ kind: 'word', values: [v], none: false }, t, env));
      return outcome ? hits.some((h) => h.t) : hits.every((h) => h.f);
    });
    return put(of.fact, { kind: 'word', values: left, none: value.none && !outcome }, env, n);
  }
  if (!outcome) return narrowOutside(of, value, tests, env, n);
  return oneOf(
    tests.map((t) => (e: Environment) => {
      if (t.kind === 'value') return narrowCompare('=', of, t.value, true, e, n);
      return (
        narrowCompare(t.fromOpen ? '>' : '>=', of, t.from, true, e, n) &&
        narrowCompare(t.toOpen ? '<' : '<=', of, t.to, true, e, n)
      );
    }),
    env,
    n,
  );
}

/** Outside a single range: before its start or after its end. */
function narrowOutside(
  of: Checked,
  value: Domain,
  tests: readonly Test[],
  env: Environment,
  n: Narrowing,
): boolean {
  const [only] = tests;
  if (tests.length !== 1 || only?.kind !== 'range') return true;
  if (value.kind === 'num' && value.none) return true;
  return oneOf(
    [
      (e) => narrowCompare(only.fromOpen ? '<=' : '<', of, only.from, true, e, n),
      (e) => narrowCompare(only.toOpen ? '>=' : '>', of, only.to, true, e, n),
    ],
    env,
    n,
  );
}

/** Takes from the facts' domains what would put the expression outside `want`. */
export function narrowNumber(node: Checked, want: Num, env: Environment, n: Narrowing): boolean {
  const now = number(node, env);
  if (isEmpty(meet(now, want))) return false;
  // 无 is outside every wanted interval unless the interval says otherwise.
  const contained = !now.none && isEmpty(now) === false && covers(want, now);
  if (contained) return true;
  switch (node.kind) {
    case 'fact':
      return put(node.fact, want, env, n);
    case 'negate':
      return narrowNumber(node.of, minus(want), env, n);
    case 'arithmetic':
      return narrowArithmetic(node, want, env, n);
    case 'move':
      return narrowMove(node, want, env, n);
    case 'between-dates': {
      if (node.unit !== 'days') return true;
      const from = number(node.from, env);
      if (!narrowNumber(node.to, plus(want, from), env, n)) return false;
      return narrowNumber(node.from, plus(number(node.to, env), minus(want)), env, n);
    }
    case 'least':
      return narrowLeast(node.items, want, env, n);
    case 'if':
      return oneOf(
        [
          (e) => narrowTo(node.when, true, e, n) && narrowNumber(node.whenTrue, want, e, n),
          (e) => narrowTo(node.when, false, e, n) && narrowNumber(node.otherwise, want, e, n),
        ],
        env,
        n,
      );
    default:
      return true;
  }
}

/** Whether every number of b lies in a. */
function covers(a: Num, b: Num): boolean {
  const low =
    a.lo === undefined ||
    (b.lo !== undefined &&
      (cmp(b.lo, a.lo) > 0 || (cmp(b.lo, a.lo) === 0 && (!a.loOpen || b.loOpen))));
  const high =
    a.hi === undefined ||
    (b.hi !== undefined &&
      (cmp(b.hi, a.hi) < 0 || (cmp(b.hi, a.hi) === 0 && (!a.hiOpen || b.hiOpen))));
  return low && high;
}

function narrowArithmetic(
  node: Checked & { kind: 'arithmetic' },
  want: Num,
  env: Environment,
  n: Narrowing,
): boolean {
  const left = () => ({ ...number(node.left, env), none: false });
  const right = () => ({ ...number(node.right, env), none: false });
  const holdsZero = (d: Num) =>
    (d.lo === undefined || cmp(d.lo, ZERO) <= 0) && (d.hi === undefined || cmp(d.hi, ZERO) >= 0);
  switch (node.op) {
    case '+':
      return (
        narrowNumber(node.left, plus(want, minus(right())), env, n) &&
        narrowNumber(node.right, plus(want, minus(left())), env, n)
      );
    case '-':
      return (
        narrowNumber(node.left, plus(want, right()), env, n) &&
        narrowNumber(node.right, plus(left(), minus(want)), env, n)
      );
    case '*':
      return (
        (holdsZero(right()) || narrowNumber(node.left, over(want, right()), env, n)) &&
        (holdsZero(left()) || narrowNumber(node.right, over(want, left()), env, n))
      );
    case '/':
      return (
        narrowNumber(node.left, times(want, right()), env, n) &&
        (holdsZero(want) || narrowNumber(node.right, over(left(), want), env, n))
      );
  }
}

/** min(a, b, …) in [lo, hi]: no item below lo; if only one item can reach hi, that one does. */
function narrowLeast(
  items: readonly Checked[],
  want: Num,
  env: Environment,
  n: Narrowing,
): boolean {
  const above: Num = { ...want, hi: undefined, hiOpen: false };
  if (!items.every((i) => narrowNumber(i, above, env, n))) return false;
  if (want.hi === undefined) return true;
  const below: Num = { ...want, lo: undefined, loOpen: false };
  const able = items.filter((i) => !isEmpty(meet(number(i, env), below)));
  const [only] = able;
  if (!only) return false;
  return able.length > 1 || narrowNumber(only, below, env, n);
}

/** date + months in [lo, hi]. Moving by months isn't one to one at month ends: the day is searched around the mark. */
function narrowMove(
  node: Checked & { kind: 'move' },
  want: Num,
  env: Environment,
  n: Narrowing,
): boolean {
  const by = number(node.by, env);
  const days = node.by.type.kind === 'number' && node.by.type.dimension === 'days';
  if (days) {
    return narrowNumber(node.date, plus(want, node.back ? by : minus(by)), env, n);
  }
  const months = by.lo && by.hi && cmp(by.lo, by.hi) === 0 ? by.lo : undefined;
  if (!months) return true;
  const forward = (x: Rational) => moveMonths(x, months, node.back);
  const search = (target: Rational | undefined, first: boolean): Rational | undefined => {
    const mark = target && moveMonths(target, months, !node.back);
    if (!target || !mark) return undefined;
    const around = Array.from({ length: 13 }, (_, i) => add(mark, rational(i - 6)));
    const fitting = around.filter((x) => {
      const there = forward(x);
      return there !== undefined && (first ? cmp(there, target) >= 0 : cmp(there, target) <= 0);
    });
    return first ? fitting[0] : fitting.at(-1);
  };
  return narrowNumber(
    node.date,
    { ...ANY_NUMBER, lo: search(want.lo, true), hi: search(want.hi, false) },
    env,
    n,
  );
}
