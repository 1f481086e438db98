import {
  add,
  cmp,
  div,
  eq,
  max,
  min,
  mul,
  neg,
  type Rational,
  rational,
  round,
  sub,
} from '@fuchi/values/rational';
import type { Region } from '@fuchi/values/region';
import { completeMonths, monthEnd, moveMonths } from '../bounds/dates.ts';
import type { CheckedTable } from '../checked-guide.ts';
import type { Checked, Test } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import type { CompareOp } from '../syntax/syntax-tree.ts';
import type { ExactValue } from './exact-value.ts';

/** Values by slot: facts first, then the amount steps. */
export type Slots = ExactValue[];
export type Run = (v: Slots) => ExactValue;
export type Test01 = (v: Slots) => boolean;

export interface ExactScope {
  readonly slots: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, CheckedTable>;
}

/** Thrown while compiling an expression over rows; never leaves this folder. */
export class NeedsBounds extends Error {}

/**
 * Compiles an expression to closures over known values, with the same meaning as the bounds engine on points.
 * @throws NeedsBounds for expressions over rows
 */
export function compileExact(node: Checked, scope: ExactScope): Run {
  switch (node.kind) {
    case 'literal': {
      const value = literalValue(node);
      return () => value;
    }
    case 'fact':
      return slotOf(node.fact, scope);
    case 'step':
      return slotOf(`step:${node.step}`, scope);
    case 'compare':
    case 'within':
    case 'has':
    case 'and':
    case 'or':
    case 'not':
      return compileTest(node, scope);
    case 'if': {
      const when = compileTest(node.when, scope);
      const yes = compileExact(node.whenTrue, scope);
      const no = compileExact(node.otherwise, scope);
      return (v) => (when(v) ? yes(v) : no(v));
    }
    case 'arithmetic': {
      const operate = { '+': add, '-': sub, '*': mul, '/': div }[node.op];
      return arithmetic(node.left, node.right, operate, scope);
    }
    case 'negate':
      return unary(compileExact(node.of, scope), neg);
    case 'least':
    case 'greatest': {
      const pick = node.kind === 'least' ? min : max;
      const [first, ...rest] = node.items;
      if (!first) throw new NeedsBounds(node.kind);
      return rest.reduce(
        (run: Run, item) => {
          if (item.kind !== 'literal') return binary(run, compileExact(item, scope), pick);
          const limit = literalValue(item) as Rational;
          return unary(run, (x) => pick(x, limit));
        },
        compileExact(first, scope),
      );
    }
    case 'round': {
      const quantum = fraction(node.quantum);
      return unary(compileExact(node.of, scope), (x) =>
        mul(round(div(x, quantum) ?? x, 0, node.mode), quantum),
      );
    }
    case 'move': {
      const months = node.by.type.kind === 'number' && node.by.type.dimension === 'months';
      const shift = node.back ? sub : add;
      return binary(
        compileExact(node.date, scope),
        compileExact(node.by, scope),
        months ? (date, by) => moveMonths(date, by, node.back) : shift,
      );
    }
    case 'between-dates': {
      const { unit } = node;
      const elapsed = (a: Rational, b: Rational) =>
        unit === 'days' ? sub(b, a) : completeMonths(a, b, unit);
      return binary(compileExact(node.from, scope), compileExact(node.to, scope), elapsed);
    }
    case 'end-of-month':
      return unary(compileExact(node.of, scope), monthEnd);
    case 'lookup':
      return compileLookup(node, scope);
    case 'attribute': {
      const of = compileExact(node.of, scope);
      return (v) => {
        const place = of(v);
        return isRegion(place) ? attributeOf(place, node.name) : undefined;
      };
    }
    default:
      throw new NeedsBounds(node.kind);
  }
}

/** Compiles a part that is true or false. */
export function compileTest(node: Checked, scope: ExactScope): Test01 {
  switch (node.kind) {
    case 'compare':
      return compileCompare(node.op, node.left, node.right, scope);
    case 'within': {
      const of = compileExact(node.of, scope);
      const tests = node.tests.map((t) => compileMember(t, scope));
      const [only] = tests;
      if (only && tests.length === 1) return (v) => only(of(v), v);
      return (v) => {
        const value = of(v);
        return tests.some((t) => t(value, v));
      };
    }
    case 'has': {
      const of = compileExact(node.of, scope);
      return (v) => {
        const list = of(v);
        return Array.isArray(list) && list.includes(node.option);
      };
    }
    case 'and': {
      const items = node.items.map((i) => compileTest(i, scope));
      return (v) => items.every((i) => i(v));
    }
    case 'or': {
      const items = node.items.map((i) => compileTest(i, scope));
      return (v) => items.some((i) => i(v));
    }
    case 'not': {
      const of = compileTest(node.of, scope);
      return (v) => !of(v);
    }
    default: {
      const run = compileExact(node, scope);
      return (v) => run(v) === true;
    }
  }
}

function slotOf(name: string, scope: ExactScope): Run {
  const slot = scope.slots.get(name);
  if (slot === undefined) throw new NeedsBounds(name);
  return (v) => v[slot];
}

/** By a static type check the operands are numbers or 无; with 无 the result is 无. */
function arithmetic(left: Checked, right: Checked, f: Operation, scope: ExactScope): Run {
  if (left.kind !== 'literal')
    return binary(compileExact(left, scope), compileExact(right, scope), f);
  const x = literalValue(left) as Rational;
  // A rate times a fact is what nearly every amount begins with.
  const slot = right.kind === 'fact' ? scope.slots.get(right.fact) : undefined;
  if (slot !== undefined)
    return (v) => {
      const y = v[slot];
      return y === undefined ? undefined : f(x, y as Rational);
    };
  return unary(compileExact(right, scope), (y) => f(x, y));
}

type Operation = (x: Rational, y: Rational) => Rational | undefined;

function binary(a: Run, b: Run, f: (x: Rational, y: Rational) => Rational | undefined): Run {
  return (v) => {
    const x = a(v);
    const y = b(v);
    return x === undefined || y === undefined ? undefined : f(x as Rational, y as Rational);
  };
}

function unary(a: Run, f: (x: Rational) => Rational | undefined): Run {
  return (v) => {
    const x = a(v);
    return x === undefined ? undefined : f(x as Rational);
  };
}

function literalValue(node: Checked & { kind: 'literal' }): ExactValue {
  switch (node.type.kind) {
    case 'number':
      return fraction(node.value);
    case 'bool':
      return node.value === 'true';
    case 'none':
      return undefined;
    default:
      return node.value;
  }
}

function compileCompare(op: CompareOp, left: Checked, right: Checked, scope: ExactScope): Test01 {
  const a = compileExact(left, scope);
  const b = compileExact(right, scope);
  if (op === '=') return (v) => same(a(v), b(v));
  if (op === '!=') return (v) => !same(a(v), b(v));
  const holds = ORDERS[op];
  return (v) => {
    const x = a(v);
    const y = b(v);
    return x !== undefined && y !== undefined && holds(cmp(x as Rational, y as Rational));
  };
}

const ORDERS = {
  '<': (c: number) => c < 0,
  '<=': (c: number) => c <= 0,
  '>': (c: number) => c > 0,
  '>=': (c: number) => c >= 0,
} as const;

function same(x: ExactValue, y: ExactValue): boolean {
  if (typeof x !== 'object' || typeof y !== 'object') return x === y;
  if (isRegion(x) || isRegion(y)) return isRegion(x) && isRegion(y) && x.code === y.code;
  return !Array.isArray(x) && !Array.isArray(y) && eq(x as Rational, y as Rational);
}

function compileMember(test: Test, scope: ExactScope): (x: ExactValue, v: Slots) => boolean {
  if (test.kind === 'value') {
    const value = compileExact(test.value, scope);
    return (x, v) => same(x, value(v));
  }
  const from = compileExact(test.from, scope);
  const to = compileExact(test.to, scope);
  const least = test.fromOpen ? 1 : 0;
  const most = test.toOpen ? -1 : 0;
  return (x, v) => {
    const lo = from(v);
    const hi = to(v);
    if (x === undefined || lo === undefined || hi === undefined) return false;
    return (
      cmp(x as Rational, lo as Rational) >= least && cmp(x as Rational, hi as Rational) <= most
    );
  };
}

function compileLookup(node: Checked & { kind: 'lookup' }, scope: ExactScope): Run {
  const table = scope.tables.get(node.table);
  const values = (table?.columns[node.column] ?? []).map(fraction);
  const from = (table?.from ?? []).map((day) => rational(day));
  return unary(compileExact(node.at, scope), (at) => {
    const next = from.findIndex((day) => cmp(day, at) > 0);
    return values[(next < 0 ? from.length : next) - 1];
  });
}

function isRegion(value: ExactValue): value is Region {
  return typeof value === 'object' && 'level' in value;
}

function attributeOf(place: Region, name: '省' | '设区市' | '县级' | '片区'): string | undefined {
  switch (name) {
    case '省':
      return place.province;
    case '设区市':
      return place.city;
    case '县级':
      return place.level === 'county' ? place.name : undefined;
    case '片区':
      return place.zone;
  }
}
