import type { Fraction } from './big-fraction.ts';
import type { Place } from './place.ts';

/** One value, as a person would have it on paper. Where a value isn't told, the oracle has `undefined`. */
export type Value =
  | { readonly k: 'number'; readonly x: Fraction }
  | { readonly k: 'none' }
  | { readonly k: 'bool'; readonly is: boolean }
  | { readonly k: 'word'; readonly word: string }
  | { readonly k: 'many'; readonly words: readonly string[] }
  | { readonly k: 'place'; readonly region: Place }
  | { readonly k: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly k: 'list'; readonly items: readonly (Value | undefined)[] };

export interface TableRow {
  readonly cell: (column: string) => Value | undefined;
}

export const NONE: Value = { k: 'none' };

export function bool(is: boolean): Value {
  return { k: 'bool', is };
}

export function num(x: Fraction): Value {
  return { k: 'number', x };
}

/** What makes two values the same. */
export function keyOf(v: Value): string {
  switch (v.k) {
    case 'number':
      return `number ${v.x.n}/${v.x.d}`;
    case 'none':
      return 'none';
    case 'bool':
      return `bool ${v.is}`;
    case 'word':
      return `word ${v.word}`;
    case 'many':
      return `many ${[...v.words].sort().join(' ')}`;
    case 'place':
      return `place ${v.region.code}`;
    default:
      throw new RangeError('rows have no key');
  }
}
