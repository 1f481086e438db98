import type { CheckedTable } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import {
  add,
  div,
  type Fraction,
  fraction,
  fromText,
  mul,
  NOTHING,
  order,
  rounded,
  sub,
  whole,
} from './big-fraction.ts';
import { completeMonths, completeYears, lastDay, monthsLater } from './point-date.ts';
import { bool, keyOf, NONE, num, type TableRow, type Value } from './point-value.ts';

/** What the oracle's expressions look at. */
export interface Scope {
  readonly fact: (id: string) => Value | undefined;
  readonly step: (id: string) => Value | undefined;
  readonly frames: readonly TableRow[];
  readonly otherReadings: ReadonlySet<string>;
  readonly tables: readonly CheckedTable[];
  /** A rule between figures speaks of those that are there: with 无 it is kept. */
  readonly rule?: boolean;
  /** Whether a row meets all conditions that select its table's rows. */
  readonly qualifies: (table: string, row: TableRow) => boolean | undefined;
}

/**
 * The one value of an expression, as docs/language has it; undefined where a fact it needs isn't told.
 * Written apart from the engine: points only, no intervals, its own fractions and calendar.
 */
export function computed(node: Checked, s: Scope): Value | undefined {
  switch (node.kind) {
    case 'literal':
      return literal(node);
    case 'reading':
      return bool(!s.otherReadings.has(node.id));
    case 'fact':
      return s.fact(node.fact);
    case 'step':
      return s.step(node.step);
    case 'column':
      return s.frames[node.frame]?.cell(node.column);
    case 'compare': {
      const strict = node.reading !== undefined && s.otherReadings.has(node.reading);
      const op = strict ? node.op.replace('=', '') : node.op;
      return both(node.left, node.right, s, (a, b) => {
        const absent = s.rule === true && (a.k === 'none' || b.k === 'none');
        return bool(absent || compares(op, a, b));
      });
    }
    case 'within': {
      const of = computed(node.of, s);
      return of && truth(disjunction(node.tests.map((t) => meets(of, t, s))));
    }
    case 'has': {
      const of = computed(node.of, s);
      return of && bool(of.k === 'many' && of.words.includes(node.option));
    }
    case 'and':
      return truth(conjunction(node.items.map((i) => holds(i, s))));
    case 'or':
      return truth(disjunction(node.items.map((i) => holds(i, s))));
    case 'not': {
      const of = holds(node.of, s);
      return of === undefined ? undefined : bool(!of);
    }
    case 'arithmetic':
      return numbers([node.left, node.right], s, ([a = NOTHING, b = NOTHING]) =>
        calculated(node.op, a, b),
      );
    case 'move':
      return moved(node, s);
    case 'negate':
      return numbers([node.of], s, ([x = NOTHING]) => sub(NOTHING, x));
    case 'if': {
      const when = holds(node.when, s);
      return when === undefined ? undefined : computed(when ? node.whenTrue : node.otherwise, s);
    }
    case 'least':
      return numbers(node.items, s, (all) => all.reduce((a, b) => (order(b, a) < 0 ? b : a)));
    case 'greatest':
      return numbers(node.items, s, (all) => all.reduce((a, b) => (order(b, a) > 0 ? b : a)));
    case 'round':
      return numbers([node.of], s, ([x = NOTHING]) =>
        rounded(x, fromText(node.quantum), node.mode),
      );
    case 'between-dates':
      return numbers([node.from, node.to], s, ([a = NOTHING, b = NOTHING]) => {
        if (node.unit === 'days') return sub(b, a);
        const [x, y] = [day(a), day(b)];
        if (x === undefined || y === undefined) return undefined;
        return whole(node.unit === 'months' ? completeMonths(x, y) : 12 * completeYears(x, y));
      });
    case 'end-of-month':
      return numbers([node.of], s, ([x = NOTHING]) => {
        const d = day(x);
        return d === undefined ? undefined : whole(lastDay(d));
      });
    case 'lookup':
      return numbers([node.at], s, ([x = NOTHING]) => inForce(node.table, node.column, x, s));
    case 'attribute':
      return attribute(computed(node.of, s), node.name);
    case 'filter':
      return selected(node.list, s, (row) => holds(node.keep, within(s, row)));
    case 'qualified': {
      const table = node.type.kind === 'rows' ? node.type.table : '';
      return selected(node.list, s, (row) => s.qualifies(table, row));
    }
    case 'project': {
      const list = computed(node.list, s);
      if (list?.k !== 'rows') return undefined;
      return { k: 'list', items: list.rows.map((row) => computed(node.body, within(s, row))) };
    }
    case 'aggregate':
      return aggregated(node.op, computed(node.list, s));
    case 'some':
    case 'every': {
      const list = computed(node.list, s);
      if (list?.k !== 'rows') return undefined;
      const each = list.rows.map((row) => holds(node.body, within(s, row)));
      return truth(node.kind === 'some' ? disjunction(each) : conjunction(each));
    }
  }
}

/** The truth of a condition; undefined where what it needs isn't told. */
export function holds(node: Checked, s: Scope): boolean | undefined {
  const value = computed(node, s);
  return value?.k === 'bool' ? value.is : undefined;
}

export function within(s: Scope, row: TableRow): Scope {
  return { ...s, frames: [...s.frames, row] };
}

const LITERALS = new WeakMap<Checked, Value>();

function literal(node: Checked & { kind: 'literal' }): Value {
  const found = LITERALS.get(node);
  if (found) return found;
  const value = literalValue(node);
  LITERALS.set(node, value);
  return value;
}

function literalValue(node: Checked & { kind: 'literal' }): Value {
  switch (node.type.kind) {
    case 'number':
      return num(fromText(node.value));
    case 'bool':
      return bool(node.value === 'true');
    case 'none':
      return NONE;
    default:
      return { k: 'word', word: node.value };
  }
}

function truth(is: boolean | undefined): Value | undefined {
  return is === undefined ? undefined : bool(is);
}

function conjunction(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function disjunction(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

function both(
  left: Checked,
  right: Checked,
  s: Scope,
  f: (a: Value, b: Value) => Value,
): Value | undefined {
  const a = computed(left, s);
  const b = computed(right, s);
  return a && b && f(a, b);
}

/** 无 is in no order with anything, and equal to 无 alone. */
function compares(op: string, a: Value, b: Value): boolean {
  if (op === '=') return keyOf(a) === keyOf(b);
  if (op === '!=') return keyOf(a) !== keyOf(b);
  if (a.k !== 'number' || b.k !== 'number') return false;
  const o = order(a.x, b.x);
  if (op === '<') return o < 0;
  if (op === '<=') return o <= 0;
  return op === '>' ? o > 0 : o >= 0;
}

function meets(of: Value, test: (Checked & { kind: 'within' })['tests'][number], s: Scope) {
  if (test.kind === 'value') {
    const value = computed(test.value, s);
    return value && keyOf(value) === keyOf(of);
  }
  const from = computed(test.from, s);
  const to = computed(test.to, s);
  return conjunction([
    from && compares(test.fromOpen ? '>' : '>=', of, from),
    to && compares(test.toOpen ? '<' : '<=', of, to),
  ]);
}

/** A figure computed from figures. Where one of them is 无, or it can't be computed, it is 无. */
function numbers(
  nodes: readonly Checked[],
  s: Scope,
  f: (all: readonly Fraction[]) => Fraction | undefined,
): Value | undefined {
  const values = nodes.map((n) => computed(n, s));
  if (values.includes(undefined)) return undefined;
  const all = values.flatMap((v) => (v?.k === 'number' ? [v.x] : []));
  const result = all.length === nodes.length ? f(all) : undefined;
  return result ? num(result) : NONE;
}

function calculated(op: string, a: Fraction, b: Fraction): Fraction | undefined {
  if (op === '+') return add(a, b);
  if (op === '-') return sub(a, b);
  return op === '*' ? mul(a, b) : div(a, b);
}

function day(x: Fraction): number | undefined {
  return x.d === 1n ? Number(x.n) : undefined;
}

function moved(node: Checked & { kind: 'move' }, s: Scope): Value | undefined {
  const days = node.by.type.kind === 'number' && node.by.type.dimension === 'days';
  return numbers([node.date, node.by], s, ([date = NOTHING, by = NOTHING]) => {
    const step = node.back ? sub(NOTHING, by) : by;
    if (days) return add(date, step);
    const [d, m] = [day(date), day(step)];
    return d === undefined || m === undefined ? undefined : whole(monthsLater(d, m));
  });
}

function inForce(table: string, column: string, at: Fraction, s: Scope): Fraction | undefined {
  const found = s.tables.find((t) => t.id === table);
  let value: string | undefined;
  for (const [i, from] of (found?.from ?? []).entries()) {
    if (order(at, whole(from)) >= 0) value = found?.columns[column]?.[i];
  }
  return value === undefined ? undefined : fromText(value);
}

function attribute(of: Value | undefined, name: string): Value | undefined {
  if (of?.k !== 'place') return of && NONE;
  const { region } = of;
  const county = region.level === 'county' ? region.name : undefined;
  const all = new Map([
    ['省', region.province],
    ['设区市', region.city],
    ['县级', county],
    ['片区', region.zone],
  ]);
  const word = all.get(name);
  return word === undefined ? NONE : { k: 'word', word };
}

function selected(
  list: Checked,
  s: Scope,
  keep: (row: TableRow) => boolean | undefined,
): Value | undefined {
  const from = computed(list, s);
  if (from?.k !== 'rows') return undefined;
  const kept = from.rows.map((row) => ({ row, keep: keep(row) }));
  if (kept.some((r) => r.keep === undefined)) return undefined;
  return { k: 'rows', rows: kept.filter((r) => r.keep).map((r) => r.row) };
}

function aggregated(op: string, list: Value | undefined): Value | undefined {
  if (list?.k === 'rows') return num(whole(list.rows.length));
  if (list?.k !== 'list') return undefined;
  if (op === 'count') return num(whole(list.items.length));
  if (list.items.includes(undefined)) return undefined;
  const told = list.items.flatMap((v) => (v && v.k !== 'none' ? [v] : []));
  if (op === 'distinct') return num(whole(new Set(told.map(keyOf)).size));
  const all = told.flatMap((v) => (v.k === 'number' ? [v.x] : []));
  const sum = all.reduce(add, NOTHING);
  if (op === 'sum') return num(sum);
  if (all.length === 0) return NONE;
  if (op === 'mean') return num(mul(sum, fraction(1n, BigInt(all.length))));
  const less = op === 'min' ? -1 : 1;
  return num(all.reduce((a, b) => (order(b, a) === less ? b : a)));
}
