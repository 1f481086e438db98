import { cmp, ZERO } from '@fuchi/values/rational';
import type { Checked, Test } from '../checked-tree.ts';
import type { CompareOp } from '../syntax/syntax-tree.ts';
import { keep } from './compound.ts';
import { startOf } from './dates.ts';
import {
  ANY_NUMBER,
  type Domain,
  isEmpty,
  meet,
  minus,
  type Num,
  over,
  plus,
  pointOf,
  times,
  truth,
  type Word,
} from './domain.ts';
import { passedEnds } from './elapsed.ts';
import type { Environment } from './environment.ts';
import { evaluate, meets, number, truthOf } from './evaluate.ts';
import { commonWords, type Narrowing, oneOf, put } from './narrowing.ts';

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
      return put(node.fact, truth(outcome, !outcome), env, n);
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

/** What holds where a comparison doesn't. */
export const NEGATED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
/** The operator with its sides changed. */
export const MIRRORED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function mayBeNone(d: Domain): boolean {
  return (d.kind === 'num' || d.kind === 'word') && d.none;
}

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
  const ordered = op !== '=' && op !== '!=';
  // A comparison with 无 is false both ways round, so only a true one says something of it.
  if (!outcome && ordered && (mayBeNone(a) || mayBeNone(b))) return true;
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
    const same = effective === '=';
    return (
      narrowWord(left, wantedWords(a, b, same), env, n) &&
      narrowWord(right, wantedWords(b, a, same), env, n)
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
  const only = pointOf(other);
  if (!only) return true;
  let next = now;
  if (now.lo && cmp(now.lo, only) === 0) next = { ...next, loOpen: true };
  if (now.hi && cmp(now.hi, only) === 0) next = { ...next, hiOpen: true };
  return put(node.fact, next, env, n);
}

/** Takes from the facts' domains what would make the expression a word that isn't wanted. */
export function narrowWord(node: Checked, want: Word, env: Environment, n: Narrowing): boolean {
  const now = evaluate(node, env);
  if (now.kind !== 'word') return true;
  if (isEmpty(commonWords(now, want))) return false;
  if (node.kind === 'fact') return put(node.fact, want, env, n);
  if (node.kind !== 'if') return true;
  return oneOf(
    [
      (e) => narrowTo(node.when, true, e, n) && narrowWord(node.whenTrue, want, e, n),
      (e) => narrowTo(node.when, false, e, n) && narrowWord(node.otherwise, want, e, n),
    ],
    env,
    n,
  );
}

/** The words that are, or aren't, those of another value. */
function wantedWords(now: Word, other: Word, same: boolean): Word {
  if (same) return other;
  const only = other.values?.length === 1 && !other.none ? other.values[0] : undefined;
  const values = only === undefined ? now.values : now.values?.filter((v) => v !== only);
  return { kind: 'word', values, none: now.none };
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
    if (value.values === undefined) return true;
    const may = (v: Domain) => {
      const hits = tests.map((t) => meets(v, t, env));
      return outcome ? hits.some((h) => h.t) : hits.every((h) => h.f);
    };
    const left = value.values.filter((v) => may({ kind: 'word', values: [v], none: false }));
    const none = value.none && may({ kind: 'word', values: [], none: true });
    return narrowWord(of, { kind: 'word', values: left, none }, env, n);
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
  if ([value, evaluate(only.from, env), evaluate(only.to, env)].some(mayBeNone)) return true;
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
  if (!now.none && !isEmpty(now) && covers(want, now)) return true;
  if (node.kind === 'fact') return put(node.fact, want, env, n);
  // Where 无 is wanted too, any part may be what makes it 无.
  if (want.none && now.none) return true;
  switch (node.kind) {
    case 'negate':
      return narrowNumber(node.of, minus(want), env, n);
    case 'arithmetic':
      keep(node, meet(now, want), env);
      return narrowArithmetic(node, want, env, n);
    case 'move':
      return narrowMove(node, want, env, n);
    case 'between-dates':
      return narrowBetween(node, want, env, n);
    case 'least':
      return narrowLeast(node.items, want, env, n, (x) => x);
    case 'greatest':
      return narrowLeast(node.items, minus(want), env, n, minus);
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

/**
 * min(a, b, …) in [lo, hi]: no item below lo; if only one item can reach hi, that one does.
 * @param mirrored the identity for min; for max everything is seen in the mirror: −max(a, b) = min(−a, −b)
 */
function narrowLeast(
  items: readonly Checked[],
  want: Num,
  env: Environment,
  n: Narrowing,
  mirrored: (x: Num) => Num,
): boolean {
  const above: Num = { ...want, hi: undefined, hiOpen: false };
  if (!items.every((i) => narrowNumber(i, mirrored(above), env, n))) return false;
  if (want.hi === undefined) return true;
  const below: Num = { ...want, lo: undefined, loOpen: false };
  const able = items.filter((i) => !isEmpty(meet(mirrored(number(i, env)), below)));
  const [only] = able;
  if (!only) return false;
  return able.length > 1 || narrowNumber(only, mirrored(below), env, n);
}

/** date + months or days in [lo, hi]. */
function narrowMove(
  node: Checked & { kind: 'move' },
  want: Num,
  env: Environment,
  n: Narrowing,
): boolean {
  const by = number(node.by, env);
  if (node.by.type.kind === 'number' && node.by.type.dimension === 'days') {
    return narrowNumber(node.date, plus(want, node.back ? by : minus(by)), env, n);
  }
  const months = pointOf(by);
  if (!months) return true;
  const lo = want.lo && startOf('at least', want.lo, months, node.back);
  const hi = want.hi && startOf('at most', want.hi, months, node.back);
  return narrowNumber(node.date, { ...ANY_NUMBER, lo, hi }, env, n);
}

/** Days, complete months or complete years between two dates in [lo, hi]. */
function narrowBetween(
  node: Checked & { kind: 'between-dates' },
  want: Num,
  env: Environment,
  n: Narrowing,
): boolean {
  const from = number(node.from, env);
  const to = number(node.to, env);
  if (node.unit === 'days') {
    if (!narrowNumber(node.to, plus(want, from), env, n)) return false;
    return narrowNumber(node.from, plus(number(node.to, env), minus(want)), env, n);
  }
  const ends = passedEnds(node.unit, want, from, to);
  return narrowNumber(node.from, ends.from, env, n) && narrowNumber(node.to, ends.to, env, n);
}
