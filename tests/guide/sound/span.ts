import { add, div, type Fraction, fraction, mul, NOTHING, order, sub } from './big-fraction.ts';
import type { Place } from './place.ts';

/** All values something may have while not everything is told. Ends of a range belong to it; one left out is infinite. */
export type Span = Range | Truth | Words | Many | Somewhere | Rows | Items;

export interface Range {
  readonly k: 'number';
  readonly lo: Fraction | undefined;
  readonly hi: Fraction | undefined;
  /** May it be 无? May it be a number? */
  readonly none: boolean;
  readonly some: boolean;
}
/** May it be true? May it be false? */
export interface Truth {
  readonly k: 'bool';
  readonly t: boolean;
  readonly f: boolean;
}
/** Without words: any. */
interface Words {
  readonly k: 'word';
  readonly words: readonly string[] | undefined;
  readonly none: boolean;
}
interface Many {
  readonly k: 'many';
  readonly words: readonly string[] | undefined;
}
interface Somewhere {
  readonly k: 'place';
  readonly place: Place | undefined;
}
export interface SpanRow {
  readonly cell: (column: string) => Span | undefined;
}
/** `sure`: it certainly belongs to the list; otherwise it may. */
export interface Rows {
  readonly k: 'rows';
  readonly rows: readonly { readonly of: SpanRow; readonly sure: boolean }[];
  /** What a row not told yet may look like, while the list isn't complete. */
  readonly more: SpanRow | undefined;
}
export interface Items {
  readonly k: 'list';
  readonly items: readonly { readonly of: Span; readonly sure: boolean }[];
  readonly more: Span | undefined;
}

export const ANY: Range = { k: 'number', lo: undefined, hi: undefined, none: false, some: true };
export const ABSENT: Range = { ...ANY, none: true, some: false };
export const YES: Truth = { k: 'bool', t: true, f: false };
export const NO: Truth = { k: 'bool', t: false, f: true };
export const OPEN: Truth = { k: 'bool', t: true, f: true };

export function exactly(x: Fraction): Range {
  return { ...ANY, lo: x, hi: x };
}

export function range(lo: Fraction | undefined, hi: Fraction | undefined): Range {
  return { ...ANY, lo, hi };
}

export function isOne(r: Range): boolean {
  return r.some && !r.none && r.lo !== undefined && r.hi !== undefined && order(r.lo, r.hi) === 0;
}

export function lesser(all: readonly (Fraction | undefined)[]): Fraction | undefined {
  if (all.length === 0 || all.includes(undefined)) return undefined;
  return all.reduce((a, b) => (a && b && order(b, a) < 0 ? b : a));
}

export function larger(all: readonly (Fraction | undefined)[]): Fraction | undefined {
  if (all.length === 0 || all.includes(undefined)) return undefined;
  return all.reduce((a, b) => (a && b && order(b, a) > 0 ? b : a));
}

/** Every value of the one or the other. */
export function either(a: Span, b: Span): Span {
  if (a.k === 'number' && b.k === 'number') {
    if (!a.some) return { ...b, none: a.none || b.none };
    if (!b.some) return { ...a, none: a.none || b.none };
    const none = a.none || b.none;
    return { ...range(lesser([a.lo, b.lo]), larger([a.hi, b.hi])), none };
  }
  if (a.k === 'bool' && b.k === 'bool') return { k: 'bool', t: a.t || b.t, f: a.f || b.f };
  const [word, other] = a.k === 'word' ? [a, b] : [b, a];
  if (word.k === 'word' && other.k === 'number' && !other.some) return { ...word, none: true };
  if (a.k === 'word' && b.k === 'word') {
    const words = a.words && b.words && [...new Set([...a.words, ...b.words])];
    return { k: 'word', words, none: a.none || b.none };
  }
  throw new RangeError(`no union of ${a.k} and ${b.k}`);
}

export function plus(a: Range, b: Range): Range {
  return {
    ...flags(a, b),
    lo: a.lo && b.lo && add(a.lo, b.lo),
    hi: a.hi && b.hi && add(a.hi, b.hi),
  };
}

export function minus(a: Range, b: Range): Range {
  return {
    ...flags(a, b),
    lo: a.lo && b.hi && sub(a.lo, b.hi),
    hi: a.hi && b.lo && sub(a.hi, b.lo),
  };
}

function flags(a: Range, b: Range): Pick<Range, 'k' | 'none' | 'some'> {
  return { k: 'number', none: a.none || b.none, some: a.some && b.some };
}

/** An end: a figure, or beyond every figure on one side. */
type End = Fraction | 1 | -1;

function product(a: End, b: End): End {
  const sign = (e: End) => (typeof e === 'number' ? e : order(e, NOTHING));
  if (sign(a) === 0 || sign(b) === 0) return NOTHING;
  if (typeof a === 'number' || typeof b === 'number') return sign(a) * sign(b) > 0 ? 1 : -1;
  return mul(a, b);
}

export function times(a: Range, b: Range): Range {
  const ends: End[] = [];
  for (const x of [a.lo ?? -1, a.hi ?? 1] as const)
    for (const y of [b.lo ?? -1, b.hi ?? 1] as const) ends.push(product(x, y));
  const figures = ends.flatMap((e) => (typeof e === 'number' ? [] : [e]));
  return {
    ...flags(a, b),
    lo: ends.includes(-1) ? undefined : lesser(figures),
    hi: ends.includes(1) ? undefined : larger(figures),
  };
}

/** By zero there is no value (无). */
export function over(a: Range, b: Range): Range {
  const below = b.lo === undefined || order(b.lo, NOTHING) < 0;
  const above = b.hi === undefined || order(b.hi, NOTHING) > 0;
  const zero = (x: Fraction | undefined) => x !== undefined && x.n === 0n;
  const inverse = (x: Fraction | undefined) => (x ? div(fraction(1n), x) : NOTHING);
  const both = flags(a, b);
  if (zero(b.lo) && zero(b.hi)) return ABSENT;
  if (below && above) return { ...ANY, ...both, none: true };
  if (zero(b.lo)) return { ...times(a, range(inverse(b.hi), undefined)), ...both, none: true };
  if (zero(b.hi)) return { ...times(a, range(undefined, inverse(b.lo))), ...both, none: true };
  return { ...times(a, range(inverse(b.hi), inverse(b.lo))), ...both };
}
