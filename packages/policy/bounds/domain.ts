import { add, cmp, div, mul, neg, ONE, type Rational, ZERO } from '@fuchi/values/rational';
import type { Region } from '@fuchi/values/region';

/**
 * What is known of a value: every value it may still have lies inside, nothing certain is left out.
 * A known value is the special case in which one value is possible.
 */
export type Domain = Num | Truth | Word | Many | Place | Rows | List;

/** Ordered values between two ends; an absent end is infinite. */
export interface Num {
  readonly kind: 'num';
  readonly lo: Rational | undefined;
  readonly hi: Rational | undefined;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
  /** May it be 无 (told to be absent)? */
  readonly none: boolean;
  /** May it be a number at all? */
  readonly some: boolean;
}
export interface Truth {
  readonly kind: 'truth';
  /** May it be true? May it be false? */
  readonly t: boolean;
  readonly f: boolean;
}
/** A text or one of several options; undefined values: any. */
export interface Word {
  readonly kind: 'word';
  readonly values: readonly string[] | undefined;
  readonly none: boolean;
}
/** Several options at once; undefined: not told. */
export interface Many {
  readonly kind: 'many';
  readonly has: readonly string[] | undefined;
}
export interface Place {
  readonly kind: 'place';
  readonly region: Region | undefined;
  readonly none: boolean;
}
export interface Row {
  /** Counts from 1, as people count: 第1项. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, Domain>;
}
/** `member`: whether the item belongs to the list (a filter may not be decided). */
export interface Item<T> {
  readonly value: T;
  readonly member: Truth;
  readonly row: number;
}
export interface Rows {
  readonly kind: 'rows';
  readonly items: readonly Item<Row>[];
  /** What any row that may still be added looks like; undefined when the list is complete. */
  readonly rest: Item<Row> | undefined;
  /** Some item is in the list, though it may be open which. */
  readonly nonEmpty?: boolean;
}
export interface List {
  readonly kind: 'list';
  readonly items: readonly Item<Domain>[];
  readonly rest: Item<Domain> | undefined;
  readonly nonEmpty?: boolean;
}

export const YES: Truth = { kind: 'truth', t: true, f: false };
export const NO: Truth = { kind: 'truth', t: false, f: true };
export const EITHER: Truth = { kind: 'truth', t: true, f: true };
export const NEITHER: Truth = { kind: 'truth', t: false, f: false };
export const ANY_NUMBER: Num = {
  kind: 'num',
  lo: undefined,
  hi: undefined,
  loOpen: false,
  hiOpen: false,
  none: false,
  some: true,
};
export const NONE_NUMBER: Num = { ...ANY_NUMBER, none: true, some: false };

export function truth(t: boolean, f: boolean): Truth {
  if (t) return f ? EITHER : YES;
  return f ? NO : NEITHER;
}

export function point(x: Rational): Num {
  return { kind: 'num', lo: x, hi: x, loOpen: false, hiOpen: false, none: false, some: true };
}

export function between(lo: Rational | undefined, hi: Rational | undefined): Num {
  return { kind: 'num', lo, hi, loOpen: false, hiOpen: false, none: false, some: true };
}

/** The only value a domain holds, if it holds one number. */
export function pointOf(d: Domain): Rational | undefined {
  if (d.kind !== 'num' || d.none || !d.some) return undefined;
  return d.lo !== undefined && d.hi !== undefined && cmp(d.lo, d.hi) === 0 ? d.lo : undefined;
}

/** Whether exactly one value is possible. */
export function isKnown(d: Domain): boolean {
  switch (d.kind) {
    case 'num':
      return d.some ? pointOf(d) !== undefined : d.none;
    case 'truth':
      return d.t !== d.f;
    case 'word':
      return d.values !== undefined && d.values.length + (d.none ? 1 : 0) === 1;
    case 'many':
      return d.has !== undefined;
    case 'place':
      return d.region !== undefined ? !d.none : d.none;
    case 'rows':
      return d.rest === undefined && d.items.every((i) => i.member.t !== i.member.f);
    case 'list':
      return (
        d.rest === undefined && d.items.every((i) => i.member.t !== i.member.f && isKnown(i.value))
      );
  }
}

/** Whether no value is possible: the constraints contradict each other. */
export function isEmpty(d: Domain): boolean {
  if (d.kind === 'truth') return !d.t && !d.f;
  if (d.kind === 'word') return d.values?.length === 0 && !d.none;
  if (d.kind !== 'num') return false;
  return !d.none && (!d.some || emptyEnds(d));
}

function emptyEnds(d: Num): boolean {
  if (d.lo === undefined || d.hi === undefined) return false;
  const order = cmp(d.lo, d.hi);
  return order > 0 || (order === 0 && (d.loOpen || d.hiOpen));
}

/** Values in both. */
export function meet(a: Num, b: Num): Num {
  let { lo, loOpen, hi, hiOpen } = a;
  if (b.lo !== undefined) {
    const order = lo === undefined ? 1 : cmp(b.lo, lo);
    if (order > 0) ({ lo, loOpen } = b);
    else if (order === 0) loOpen = loOpen || b.loOpen;
  }
  if (b.hi !== undefined) {
    const order = hi === undefined ? -1 : cmp(b.hi, hi);
    if (order < 0) ({ hi, hiOpen } = b);
    else if (order === 0) hiOpen = hiOpen || b.hiOpen;
  }
  const met: Num = {
    kind: 'num',
    lo,
    hi,
    loOpen,
    hiOpen,
    none: a.none && b.none,
    some: a.some && b.some,
  };
  return met.some && emptyEnds(met) ? { ...met, some: false } : met;
}

/** The smallest domain that holds both. */
export function join(a: Domain, b: Domain): Domain {
  if (a.kind === 'num' && b.kind === 'num') return joinNum(a, b);
  if (a.kind === 'truth' && b.kind === 'truth') return truth(a.t || b.t, a.f || b.f);
  if (a.kind === 'word' && b.kind === 'word') {
    const values = a.values && b.values ? [...new Set([...a.values, ...b.values])] : undefined;
    return { kind: 'word', values, none: a.none || b.none };
  }
  if (a.kind === 'place' && b.kind === 'place') {
    const same = a.region !== undefined && a.region.code === b.region?.code;
    return { kind: 'place', region: same ? a.region : undefined, none: a.none && b.none };
  }
  if (a.kind === 'many' && b.kind === 'many') {
    const same =
      a.has && b.has && a.has.length === b.has.length && a.has.every((o) => b.has?.includes(o));
    return same ? a : { kind: 'many', has: undefined };
  }
  if (a.kind === 'rows' && b.kind === 'rows') return { kind: 'rows', ...either(a, b, joinRow) };
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', ...either(a, b, join) };
  return a;
}

function joinRow(a: Row, b: Row): Row {
  const cells = [...a.cells].map(([id, cell]): [string, Domain] => {
    const other = b.cells.get(id);
    return [id, other ? join(cell, other) : cell];
  });
  return { number: a.number, cells: new Map(cells) };
}

/** Two lists of which one applies: an item in only one of them, or undecided in one, may be missing. */
function either<T>(
  a: { readonly items: readonly Item<T>[]; readonly rest: Item<T> | undefined },
  b: { readonly items: readonly Item<T>[]; readonly rest: Item<T> | undefined },
  both: (x: T, y: T) => T,
): { items: Item<T>[]; rest: Item<T> | undefined } {
  const other = new Map(b.items.map((i) => [i.row, i]));
  const joined = a.items.map((i): Item<T> => {
    const twin = other.get(i.row);
    other.delete(i.row);
    if (!twin) return { ...i, member: truth(i.member.t, true) };
    const member = truth(i.member.t || twin.member.t, i.member.f || twin.member.f);
    return { ...i, value: i.value === twin.value ? i.value : both(i.value, twin.value), member };
  });
  const only = [...other.values()].map((i) => ({ ...i, member: truth(i.member.t, true) }));
  const rest =
    a.rest && b.rest ? { ...a.rest, value: both(a.rest.value, b.rest.value) } : (a.rest ?? b.rest);
  return { items: [...joined, ...only], rest };
}

function joinNum(a: Num, b: Num): Num {
  if (!a.some) return { ...b, none: a.none || b.none };
  if (!b.some) return { ...a, none: a.none || b.none };
  const lower = a.lo === undefined || b.lo === undefined ? undefined : cmp(a.lo, b.lo);
  const upper = a.hi === undefined || b.hi === undefined ? undefined : cmp(a.hi, b.hi);
  return {
    kind: 'num',
    lo: lower === undefined ? undefined : lower <= 0 ? a.lo : b.lo,
    hi: upper === undefined ? undefined : upper >= 0 ? a.hi : b.hi,
    loOpen: lower === 0 ? a.loOpen && b.loOpen : lower === -1 ? a.loOpen : b.loOpen,
    hiOpen: upper === 0 ? a.hiOpen && b.hiOpen : upper === 1 ? a.hiOpen : b.hiOpen,
    none: a.none || b.none,
    some: true,
  };
}

export function plus(a: Num, b: Num): Num {
  return {
    kind: 'num',
    lo: a.lo && b.lo && add(a.lo, b.lo),
    hi: a.hi && b.hi && add(a.hi, b.hi),
    loOpen: a.loOpen || b.loOpen,
    hiOpen: a.hiOpen || b.hiOpen,
    none: a.none || b.none,
    some: a.some && b.some,
  };
}

export function minus(a: Num): Num {
  return {
    ...a,
    lo: a.hi && neg(a.hi),
    hi: a.lo && neg(a.lo),
    loOpen: a.hiOpen,
    hiOpen: a.loOpen,
  };
}

/** An end of an interval: a number or an infinity, reached or not. */
interface End {
  readonly at: Rational | 1 | -1;
  readonly open: boolean;
}

function endsOf(a: Num): [End, End] {
  return [
    { at: a.lo ?? -1, open: a.loOpen || a.lo === undefined },
    { at: a.hi ?? 1, open: a.hiOpen || a.hi === undefined },
  ];
}

function isZero(x: Rational): boolean {
  return cmp(x, ZERO) === 0;
}

function endTimes(a: End, b: End): End {
  const zero = (e: End) => typeof e.at !== 'number' && isZero(e.at);
  // Nothing times an unbounded amount is nothing; the zero is reached if it is reached on its side.
  if (zero(a) || zero(b))
    return { at: ZERO, open: !((zero(a) && !a.open) || (zero(b) && !b.open)) };
  if (typeof a.at === 'number' || typeof b.at === 'number') {
    const s = (e: End) => (typeof e.at === 'number' ? e.at : cmp(e.at, ZERO));
    return { at: s(a) * s(b) > 0 ? 1 : -1, open: true };
  }
  return { at: mul(a.at, b.at), open: a.open || b.open };
}

function endBefore(a: End, b: End): boolean {
  if (typeof a.at === 'number') return a.at === -1 && b.at !== -1;
  if (typeof b.at === 'number') return b.at === 1;
  const order = cmp(a.at, b.at);
  return order < 0 || (order === 0 && !a.open && b.open);
}

export function times(a: Num, b: Num): Num {
  const flags = { none: a.none || b.none, some: a.some && b.some };
  const pa = a.lo !== undefined && a.lo === a.hi ? a.lo : undefined;
  const pb = b.lo !== undefined && b.lo === b.hi ? b.lo : undefined;
  if (pa && pb) {
    const p = mul(pa, pb);
    return { kind: 'num', lo: p, hi: p, loOpen: false, hiOpen: false, ...flags };
  }
  const [al, ah] = endsOf(a);
  const [bl, bh] = endsOf(b);
  let least = endTimes(al, bl);
  let most = least;
  for (const e of [endTimes(al, bh), endTimes(ah, bl), endTimes(ah, bh)]) {
    if (endBefore(e, least)) least = e;
    if (typeof e.at === 'number' ? e.at === 1 : endAfter(e, most)) most = e;
  }
  return {
    kind: 'num',
    lo: typeof least.at === 'number' ? undefined : least.at,
    hi: typeof most.at === 'number' ? undefined : most.at,
    loOpen: typeof least.at !== 'number' && least.open,
    hiOpen: typeof most.at !== 'number' && most.open,
    ...flags,
  };
}

function endAfter(a: End, b: End): boolean {
  if (typeof b.at === 'number') return b.at === -1;
  if (typeof a.at === 'number') return a.at === 1;
  const order = cmp(a.at, b.at);
  return order > 0 || (order === 0 && !a.open && b.open);
}

/** a ÷ b. By zero there is no value (无). */
export function over(a: Num, b: Num): Num {
  const holdsZero =
    (b.lo === undefined || cmp(b.lo, ZERO) <= 0) && (b.hi === undefined || cmp(b.hi, ZERO) >= 0);
  const flags = { none: a.none || b.none, some: a.some && b.some };
  if (!holdsZero) return { ...times(a, reciprocal(b)), ...flags };
  if (b.lo && b.hi && isZero(b.lo) && isZero(b.hi)) return { ...NONE_NUMBER };
  const zeroReached = !((b.lo && isZero(b.lo) && b.loOpen) || (b.hi && isZero(b.hi) && b.hiOpen));
  const none = flags.none || zeroReached;
  if (b.lo && isZero(b.lo)) {
    const inverse: Num = {
      ...ANY_NUMBER,
      lo: b.hi ? div1(b.hi) : ZERO,
      loOpen: b.hi ? b.hiOpen : true,
    };
    return { ...times(a, inverse), none, some: flags.some };
  }
  return { ...ANY_NUMBER, none, some: flags.some };
}

/** 1 ÷ b for an interval without zero. */
function reciprocal(b: Num): Num {
  const positive = b.lo !== undefined && cmp(b.lo, ZERO) > 0;
  return {
    ...ANY_NUMBER,
    lo: b.hi ? div1(b.hi) : positive ? ZERO : undefined,
    hi: b.lo ? div1(b.lo) : positive ? undefined : ZERO,
    loOpen: b.hi ? b.hiOpen : positive,
    hiOpen: b.lo ? b.loOpen : !positive,
  };
}

function div1(x: Rational): Rational {
  return div(ONE, x) ?? ZERO;
}
