import type { Rational } from '@fuchi/values/rational';
import type { Region } from '@fuchi/values/region';
import type { Domain } from '../bounds/domain.ts';
import { pointOf } from '../bounds/domain.ts';

/** A known value; undefined is 无. Numbers of every dimension are exact fractions in the base unit. */
export type ExactValue = Rational | boolean | string | readonly string[] | Region | undefined;

/** Told apart from 无 by being no value at all. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The one value of a domain that holds one; UNKNOWN otherwise, and for rows, which stay with the bounds engine. */
export function exactOf(d: Domain): ExactValue | typeof UNKNOWN {
  switch (d.kind) {
    case 'num':
      if (!d.some) return d.none ? undefined : UNKNOWN;
      return pointOf(d) ?? UNKNOWN;
    case 'truth':
      return d.t === d.f ? UNKNOWN : d.t;
    case 'word':
      if (d.values?.length === 1 && !d.none) return d.values[0];
      return d.values?.length === 0 && d.none ? undefined : UNKNOWN;
    case 'many':
      return d.has ?? UNKNOWN;
    case 'place':
      return d.region ?? (d.none ? undefined : UNKNOWN);
    default:
      return UNKNOWN;
  }
}
