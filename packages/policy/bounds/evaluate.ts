import { cmp, div, isInteger, mul, type Rational, rational, round } from '@fuchi/values/rational';
import type { Checked, Test } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import { aggregate } from './aggregate.ts';
import { any, both, compare, flip } from './compare.ts';
import { withKnown } from './compound.ts';
import { completeMonths, monthEnd, moveMonths } from './dates.ts';
import {
  ANY_NUMBER,
  type Domain,
  EITHER,
  type Item,
  join,
  type List,
  minus,
  NO,
  NONE_NUMBER,
  type Num,
  over,
  plus,
  point,
  pointOf,
  type Row,
  type Rows,
  type Truth,
  times,
  truth,
  YES,
} from './domain.ts';
import { type Environment, withFrame } from './environment.ts';
import { matchingOf, rowsWith } from './matching-rows.ts';

const literals = new WeakMap<Checked, Domain>();

/**
 * All values an expression can have, given what is known of the facts.
 * Total: whatever a known fact holds, there is an answer; an undefined result (division by zero) is 无.
 * @example evaluate(tree, env) // { kind: 'truth', t: true, f: false }
 */
export function evaluate(node: Checked, env: Environment): Domain {
  switch (node.kind) {
    case 'literal': {
      let value = literals.get(node);
      if (value === undefined) {
        value = literalDomain(node);
        literals.set(node, value);
      }
      return value;
    }
    case 'reading':
      return YES;
    case 'fact':
      return env.facts.get(node.fact) ?? ANY_NUMBER;
    case 'step':
      return env.steps.get(node.step) ?? ANY_NUMBER;
    case 'column':
      return env.frames[node.frame]?.cells.get(node.column) ?? ANY_NUMBER;
    case 'compare':
      return compare(node.op, evaluate(node.left, env), evaluate(node.right, env));
    case 'within':
      return within(evaluate(node.of, env), node.tests, env);
    case 'has': {
      const of = evaluate(node.of, env);
      if (of.kind !== 'many' || of.has === undefined) return EITHER;
      return of.has.includes(node.option) ? YES : NO;
    }
    case 'and':
    case 'or':
      return joined(node.kind === 'and', node.items, env);
    case 'not':
      return flip(truthOf(node.of, env));
    case 'arithmetic':
      return withKnown(
        node,
        arithmetic(node.op, number(node.left, env), number(node.right, env)),
        env,
      );
    case 'negate':
      return minus(number(node.of, env));
    case 'move':
      return moved(number(node.date, env), number(node.by, env), node.back, node.by.type);
    case 'if': {
      const when = truthOf(node.when, env);
      if (!when.f) return evaluate(node.whenTrue, env);
      if (!when.t) return evaluate(node.otherwise, env);
      return join(evaluate(node.whenTrue, env), evaluate(node.otherwise, env));
    }
    case 'least':
    case 'greatest':
      return extreme(
        node.kind === 'least',
        node.items.map((i) => number(i, env)),
      );
    case 'round': {
      const quantum = fraction(node.quantum);
      return monotone(number(node.of, env), (x) => roundTo(x, quantum, node.mode));
    }
    case 'between-dates': {
      const from = number(node.from, env);
      const to = number(node.to, env);
      if (node.unit === 'days') return plus(to, minus(from));
      return elapsed(from, to, node.unit);
    }
    case 'end-of-month':
      return monotone(number(node.of, env), monthEnd);
    case 'lookup':
      return lookup(node.table, node.column, number(node.at, env), env);
    case 'attribute':
      return attribute(evaluate(node.of, env), node.name);
    case 'filter': {
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return list;
      const among = (rows: Rows) => filter(rows, (row) => truthOf(node.keep, withFrame(env, row)));
      const matching = matchingOf(node);
      return matching?.frame === env.frames.length
        ? rowsWith(list, matching.column, evaluate(matching.value, env), among)
        : among(list);
    }
    case 'qualified': {
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return list;
      const kept = filter(list, (row) => qualifies(row, node.list, env));
      return env.nonEmpty.has(tableOf(node.list)) ? { ...kept, nonEmpty: true } : kept;
    }
    case 'project': {
      const list = evaluate(node.list, env);
      return list.kind === 'rows'
        ? project(list, (row) => evaluate(node.body, withFrame(env, row)))
        : list;
    }
    case 'aggregate': {
      const list = evaluate(node.list, env);
      return list.kind === 'rows' || list.kind === 'list' ? aggregate(node.op, list) : ANY_NUMBER;
    }
    case 'some':
    case 'every': {
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return EITHER;
      const each = (row: Row) => truthOf(node.body, withFrame(env, row));
      return node.kind === 'some' ? some(list, each) : flip(some(list, (row) => flip(each(row))));
    }
  }
}

/** Kleene's and/or; what follows a part that settles it isn't looked at. */
function joined(every: boolean, items: readonly Checked[], env: Environment): Truth {
  const settling = every ? NO : YES;
  let t = every;
  let f = !every;
  for (const item of items) {
    const part = truthOf(item, env);
    if (part === settling) return settling;
    t = every ? t && part.t : t || part.t;
    f = every ? f || part.f : f && part.f;
  }
  return truth(t, f);
}

export function truthOf(node: Checked, env: Environment): Truth {
  const value = evaluate(node, env);
  return value.kind === 'truth' ? value : EITHER;
}

export function number(node: Checked, env: Environment): Num {
  const value = evaluate(node, env);
  if (value.kind === 'num') return value;
  // `none` in a branch of `if` stands where a number is wanted.
  return value.kind === 'word' && value.none ? NONE_NUMBER : ANY_NUMBER;
}

function literalDomain(node: Checked & { kind: 'literal' }): Domain {
  switch (node.type.kind) {
    case 'number':
      return point(fraction(node.value));
    case 'bool':
      return node.value === 'true' ? YES : NO;
    case 'none':
      return NONE_NUMBER;
    default:
      return { kind: 'word', values: [node.value], none: false };
  }
}

/** Whether a value is one of several values or inside one of several ranges. */
function within(of: Domain, tests: readonly Test[], env: Environment): Truth {
  if (of.kind === 'word' && of.values !== undefined) {
    // Value by value, so that `x in ("甲","乙")` with x one of the two is true, not open.
    const each = [...of.values.map((v): Domain => ({ kind: 'word', values: [v], none: false }))];
    if (of.none) each.push({ kind: 'word', values: [], none: true });
    const hits = each.map((v) => any(tests.map((t) => meets(v, t, env))));
    return truth(
      hits.some((h) => h.t),
      hits.some((h) => h.f),
    );
  }
  return any(tests.map((t) => meets(of, t, env)));
}

export function meets(of: Domain, test: Test, env: Environment): Truth {
  if (test.kind === 'value') return compare('=', of, evaluate(test.value, env));
  const from = compare(test.fromOpen ? '>' : '>=', of, evaluate(test.from, env));
  if (from === NO) return NO;
  return both(from, compare(test.toOpen ? '<' : '<=', of, evaluate(test.to, env)));
}

function arithmetic(op: '+' | '-' | '*' | '/', a: Num, b: Num): Num {
  switch (op) {
    case '+':
      return plus(a, b);
    case '-':
      return plus(a, minus(b));
    case '*':
      return times(a, b);
    case '/':
      return over(a, b);
  }
}

/** Applies a function that never falls to both ends. */
function monotone(a: Num, f: (x: Rational) => Rational | undefined): Num {
  const lo = a.lo && f(a.lo);
  const hi = a.hi && f(a.hi);
  const lost = (a.lo !== undefined && lo === undefined) || (a.hi !== undefined && hi === undefined);
  return { ...a, lo, hi, loOpen: false, hiOpen: false, none: a.none || lost };
}

function roundTo(
  x: Rational,
  quantum: Rational,
  mode: 'half-up' | 'half-even' | 'up' | 'down',
): Rational {
  return mul(round(div(x, quantum) ?? x, 0, mode), quantum);
}

function moved(date: Num, by: Num, back: boolean, type: Checked['type']): Num {
  if (type.kind === 'number' && type.dimension === 'days') return plus(date, back ? minus(by) : by);
  const months = pointOf(by);
  const start = pointOf(date);
  const there = start && months && moveMonths(start, months, back);
  if (start && months) return there ? point(there) : NONE_NUMBER;
  const most = back ? by.lo : by.hi;
  const least = back ? by.hi : by.lo;
  const lo = date.lo && least && moveMonths(date.lo, least, back);
  const hi = date.hi && most && moveMonths(date.hi, most, back);
  // By a part of a month no date can be moved.
  const whole = months !== undefined && isInteger(months);
  return {
    ...ANY_NUMBER,
    none: date.none || by.none || !whole,
    some: date.some && by.some,
    lo,
    hi,
  };
}

function elapsed(from: Num, to: Num, unit: 'months' | 'years'): Num {
  const start = pointOf(from);
  const end = pointOf(to);
  const between = start && end && completeMonths(start, end, unit);
  if (start && end) return between ? point(between) : NONE_NUMBER;
  const flags = { none: from.none || to.none, some: from.some && to.some };
  const lo = from.hi && to.lo && completeMonths(from.hi, to.lo, unit);
  const hi = from.lo && to.hi && completeMonths(from.lo, to.hi, unit);
  return { ...ANY_NUMBER, ...flags, lo, hi };
}

function extreme(least: boolean, items: readonly Num[]): Num {
  const [first, ...rest] = items;
  if (!first) return NONE_NUMBER;
  return rest.reduce((a, b) => (least ? lower(a, b) : minus(lower(minus(a), minus(b)))), first);
}

function lower(a: Num, b: Num): Num {
  const pickLo = a.lo === undefined || b.lo === undefined ? undefined : cmp(a.lo, b.lo);
  const lowest = pickLo === undefined ? undefined : pickLo <= 0 ? a : b;
  const pickHi = a.hi === undefined ? 1 : b.hi === undefined ? -1 : cmp(a.hi, b.hi);
  const highest = pickHi <= 0 ? a : b;
  return {
    kind: 'num',
    lo: lowest?.lo,
    loOpen: lowest ? (pickLo === 0 ? a.loOpen && b.loOpen : lowest.loOpen) : false,
    hi: highest.hi,
    hiOpen: pickHi === 0 ? a.hiOpen || b.hiOpen : highest.hiOpen,
    none: a.none || b.none,
    some: a.some && b.some,
  };
}

function lookup(table: string, column: string, at: Num, env: Environment): Num {
  const found = env.tables.get(table);
  const values = found?.columns[column];
  if (!found || !values || !at.some) return NONE_NUMBER;
  // Row i holds from its date until the day before the next row's date.
  const first = at.lo === undefined ? 0 : Math.max(rowsReached(found.from, at.lo) - 1, 0);
  const last = at.hi === undefined ? found.from.length : rowsReached(found.from, at.hi);
  let result: Num | undefined;
  for (const value of values.slice(first, last)) {
    const one = point(fraction(value));
    result = result ? (join(result, one) as Num) : one;
  }
  if (!result) return NONE_NUMBER;
  const [start] = found.from;
  const before = start !== undefined && (at.lo === undefined || !dayAtLeast(at.lo, start));
  return { ...result, none: at.none || before };
}

/** How many rows of a table begin at or before a day. */
function rowsReached(from: readonly number[], day: Rational): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayAtLeast(day, from[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function dayAtLeast(x: Rational, day: number): boolean {
  return cmp(x, rational(day)) >= 0;
}

function attribute(of: Domain, name: '省' | '设区市' | '县级' | '片区'): Domain {
  if (of.kind !== 'place') return { kind: 'word', values: undefined, none: false };
  const region = of.region;
  // A place that isn't told may be a whole province, which lies in no city, county or zone.
  if (!region)
    return { kind: 'word', values: of.none ? [] : undefined, none: of.none || name !== '省' };
  const values = {
    省: region.province,
    设区市: region.city,
    县级: region.level === 'county' ? region.name : undefined,
    片区: region.zone,
  };
  const value = values[name];
  return { kind: 'word', values: value === undefined ? [] : [value], none: value === undefined };
}

function filter(list: Rows, keep: (row: Row) => Truth): Rows {
  const kept = (i: Item<Row>): Item<Row>[] => {
    const member = both(i.member, keep(i.value));
    if (member === i.member) return member.t ? [i] : [];
    return member.t ? [{ ...i, member }] : [];
  };
  return {
    kind: 'rows',
    items: list.items.flatMap(kept),
    rest: list.rest && kept(list.rest)[0],
  };
}

function tableOf(source: Checked): string {
  return source.type.kind === 'rows' ? source.type.table : '';
}

function qualifies(row: Row, source: Checked, env: Environment): Truth {
  const musts = env.qualifying.get(tableOf(source)) ?? [];
  return joined(true, musts, { ...env, frames: [row] });
}

function project(list: Rows, body: (row: Row) => Domain): List {
  const item = (i: Item<Row>): Item<Domain> => ({ ...i, value: body(i.value) });
  const values: List = {
    kind: 'list',
    items: list.items.map(item),
    rest: list.rest && item(list.rest),
  };
  return list.nonEmpty ? { ...values, nonEmpty: true } : values;
}

function some(list: Rows, each: (row: Row) => Truth): Truth {
  let t = false;
  let f = true;
  for (const i of list.items) {
    const one = both(i.member, each(i.value));
    t = t || one.t;
    f = f && one.f;
  }
  if (list.rest) t = t || both(list.rest.member, each(list.rest.value)).t;
  return truth(t, f);
}
