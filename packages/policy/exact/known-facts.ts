import type { Rational } from '@fuchi/values/rational';
import type { Slots } from './compile-exact.ts';

/**
 * The known values of an applicant by slot: facts first, then room for the amount's steps. Some stand a second time, so
 * that the commonest tests read memory and nothing else: figures as doubles, numerator and
 * denominator one after the other (NaN for what is no fraction of safe integers: 无, words, places, big figures), and a bit for each fact that is a yes.
 */
export interface KnownFacts {
  readonly values: Slots;
  readonly figures: Float64Array;
  readonly yes: Uint32Array;
}

export function knownFacts(values: Slots): KnownFacts {
  const figures = new Float64Array(2 * values.length).fill(Number.NaN);
  const yes: number[] = [];
  for (const [slot, value] of values.entries()) {
    if (value === true) yes.push(slot);
    if (typeof value !== 'object' || !('big' in value)) continue;
    const { n, d } = value as Rational;
    figures.set([n, d], 2 * slot);
  }
  return { values, figures, yes: bits(yes, values.length) };
}

/** A set of slots, 32 to a word. */
export function bits(slots: readonly number[], most: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(most / 32));
  for (const slot of slots)
    words[slot >>> 5] = ((words[slot >>> 5] ?? 0) | (1 << (slot & 31))) >>> 0;
  return words;
}

/** Doubles up to here are exact integers; sums and products that round past it are told by being greater. */
export const SAFE: number = Number.MAX_SAFE_INTEGER;
