import { cmp, div, max, min, type Rational, rational, ZERO } from '@fuchi/values/rational';
import type { Aggregate } from '../checked-tree.ts';
import {
  ANY_NUMBER,
  between,
  type Domain,
  type Item,
  join,
  type List,
  NONE_NUMBER,
  type Num,
  plus,
  point,
  pointOf,
  type Rows,
  YES,
} from './domain.ts';

type Items = Rows | List;

const certain = (i: Item<unknown>) => i.member.t && !i.member.f;
const possible = (i: Item<unknown> | undefined) => i?.member.t === true;

/**
 * sum, count, distinct, mean, min and max over a list of which some members, values and
 * further rows may be unknown. While the list isn't complete, sum, count and distinct are lower bounds.
 */
export function aggregate(op: Aggregate, list: Items): Num {
  switch (op) {
    case 'count':
      return counted(list);
    case 'distinct':
      return distinct(list);
    default: {
      const numbers = numbersOf(list);
      if (op === 'sum') return summed(numbers);
      return op === 'mean' ? mean(numbers) : extremum(op, numbers);
    }
  }
}

const counts = new WeakMap<Items, Num>();

/** Counted once: the same rows may be asked for by every row of a table. */
function counted(list: Items): Num {
  let count = counts.get(list);
  if (!count) {
    count = countOf(list);
    counts.set(list, count);
  }
  return count;
}

function countOf(list: Items): Num {
  const lo = Math.max(list.items.filter(certain).length, list.nonEmpty ? 1 : 0);
  const hi = list.items.filter(possible).length;
  return between(rational(lo), possible(list.rest) ? undefined : rational(hi));
}

/** Where something is in the list and only one item can be, that one is. */
function withOnlyOne(list: Items): readonly Item<unknown>[] {
  const able = list.items.filter(possible);
  if (!list.nonEmpty || possible(list.rest) || able.length !== 1) return list.items;
  return able.map((i) => ({ ...i, member: YES }));
}

interface Numbers {
  readonly nonEmpty: boolean;
  readonly items: readonly Item<Num>[];
  readonly rest: Item<Num> | undefined;
}

function numbersOf(list: Items): Numbers {
  const number = (i: Item<Domain> | Item<unknown>): Item<Num>[] => {
    const value = i.value as Domain;
    return value.kind === 'num' ? [{ ...i, value }] : [];
  };
  return {
    items: withOnlyOne(list).flatMap(number),
    rest: list.rest ? number(list.rest)[0] : undefined,
    nonEmpty: list.nonEmpty === true,
  };
}

/** A row without the figure (无) adds nothing. */
function summed(list: Numbers): Num {
  let sum: Num = point(ZERO);
  for (const i of list.items) {
    if (!possible(i) || !i.value.some) continue;
    const value = { ...i.value, none: false };
    const surely = certain(i) && !i.value.none;
    sum = plus(sum, surely ? value : (join(value, point(ZERO)) as Num));
  }
  const rest = list.rest;
  if (!rest || !possible(rest) || !rest.value.some) return sum;
  const down = rest.value.lo === undefined || cmp(rest.value.lo, ZERO) < 0;
  const up = rest.value.hi === undefined || cmp(rest.value.hi, ZERO) > 0;
  return { ...sum, lo: down ? undefined : sum.lo, hi: up ? undefined : sum.hi };
}

/** Whether something surely stands in the list: an item of its own, or one of those that may. */
function present(list: Numbers): { items: readonly Item<Num>[]; surely: boolean } {
  const able = [...list.items, ...(list.rest ? [list.rest] : [])].filter(possible);
  const items = able.filter((i) => i.value.some);
  const surely =
    (list.nonEmpty && able.every((i) => i.value.some && !i.value.none)) ||
    list.items.some((i) => certain(i) && i.value.some && !i.value.none);
  return { items, surely };
}

/** The mean of nothing is 无. */
function mean(list: Numbers): Num {
  const { items, surely } = present(list);
  if (items.length === 0) return NONE_NUMBER;
  const settled = !possible(list.rest) && items.every((i) => certain(i) && !i.value.none);
  if (settled) {
    const total = summed({ items, rest: undefined, nonEmpty: true });
    const n = rational(items.length);
    const part = (x: Rational | undefined) => x && div(x, n);
    return { ...total, lo: part(total.lo), hi: part(total.hi) };
  }
  const hull = items.map((i) => ({ ...i.value, none: false })).reduce((a, b) => join(a, b) as Num);
  return { ...hull, none: !surely };
}

function extremum(op: 'min' | 'max', list: Numbers): Num {
  const { items, surely } = present(list);
  if (items.length === 0) return NONE_NUMBER;
  const sure = list.items.filter((i) => certain(i) && i.value.some && !i.value.none);
  const pick = op === 'min' ? min : max;
  const fold = (ends: readonly (Rational | undefined)[]) =>
    ends.includes(undefined) ? undefined : ends.flatMap((e) => e ?? []).reduce(pick);
  const wide = (end: 'lo' | 'hi') => fold(items.map((i) => i.value[end]));
  const tight = (end: 'lo' | 'hi') => {
    const known = sure.flatMap((i) => i.value[end] ?? []);
    return known.length > 0 ? known.reduce(pick) : undefined;
  };
  const far = (end: 'lo' | 'hi') => {
    const ends = items.map((i) => i.value[end]);
    const other = op === 'min' ? max : min;
    return ends.includes(undefined) ? undefined : ends.flatMap((e) => e ?? []).reduce(other);
  };
  const lo = op === 'min' ? wide('lo') : (tight('lo') ?? far('lo'));
  const hi = op === 'max' ? wide('hi') : (tight('hi') ?? far('hi'));
  return { ...ANY_NUMBER, lo, hi, none: !surely };
}

/** What makes two known values the same; undefined for a value that isn't known. */
function keyOf(d: Domain): string | undefined {
  const p = pointOf(d);
  if (p) return `n${p.big ? `${p.big.n}/${p.big.d}` : `${p.n}/${p.d}`}`;
  if (d.kind === 'word' && d.values?.length === 1 && !d.none) return `w${d.values[0]}`;
  if (d.kind === 'place' && d.region && !d.none) return `p${d.region.code}`;
  if (d.kind === 'truth' && d.t !== d.f) return `t${d.t}`;
  return undefined;
}

function isNone(d: Domain): boolean {
  if (d.kind === 'num') return d.none && !d.some;
  if (d.kind === 'word') return d.none && d.values?.length === 0;
  return d.kind === 'place' && d.none && d.region === undefined;
}

/** How many different values a list holds. Unknown values may coincide with any other or be new. */
function distinct(list: Items): Num {
  const sure = new Set<string>();
  const maybe = new Set<string>();
  let unknown = 0;
  let sureUnknown = false;
  for (const i of list.items) {
    const value = i.value as Domain;
    if (!possible(i) || isNone(value)) continue;
    const key = keyOf(value);
    if (key === undefined) {
      unknown++;
      const mayBeNone =
        (value.kind === 'num' || value.kind === 'word' || value.kind === 'place') && value.none;
      sureUnknown = sureUnknown || (certain(i) && !mayBeNone);
    } else {
      maybe.add(key);
      if (certain(i)) sure.add(key);
    }
  }
  const lo = sure.size === 0 && sureUnknown ? 1 : sure.size;
  const open = possible(list.rest);
  return between(rational(lo), open ? undefined : rational(maybe.size + unknown));
}
