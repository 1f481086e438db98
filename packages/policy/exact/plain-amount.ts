import { type Rational, rational } from '@fuchi/values/rational';
import type { Checked } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import type { ExactScope } from './compile-exact.ts';
import { type KnownFacts, SAFE } from './known-facts.ts';
import { isFigure } from './plain-tests.ts';

/** The commonest amount: a rate of one figure, but no more than a cap. */
export interface PlainAmount {
  readonly slot: number;
  readonly rateN: number;
  readonly rateD: number;
  readonly capN: number;
  readonly capD: number;
  readonly cap: Rational;
}

/** @returns undefined when the amount is reckoned otherwise */
export function plainAmount(
  steps: readonly { readonly node: Checked }[],
  { slots }: ExactScope,
): PlainAmount | undefined {
  const [only, ...more] = steps;
  if (only?.node.kind !== 'least' || more.length > 0 || only.node.items.length !== 2)
    return undefined;
  const [share, limit] = only.node.items;
  if (share?.kind !== 'arithmetic' || share.op !== '*' || !limit || !isFigure(limit))
    return undefined;
  const { left, right } = share;
  const slot = right.kind === 'fact' ? slots.get(right.fact) : undefined;
  if (slot === undefined || !isFigure(left)) return undefined;
  const rate = fraction(left.value);
  const cap = fraction(limit.value);
  return { slot, rateN: rate.n, rateD: rate.d, capN: cap.n, capD: cap.d, cap };
}

/** @returns undefined when the figures don't fit into doubles or there is none: then the steps are run as they are */
export function amountOf(a: PlainAmount, { figures }: KnownFacts): Rational | undefined {
  const up = a.rateN * (figures[2 * a.slot] as number);
  const down = a.rateD * (figures[2 * a.slot + 1] as number);
  const left = up * a.capD;
  const right = a.capN * down;
  // Nothing is rounded while all of them are safe, and a quotient of safe integers is whole only where it is exact;
  // NaN is not safe.
  if (!(up >= 0 && left <= SAFE && right <= SAFE && right >= 0)) return undefined;
  if (left >= right) return a.cap;
  const whole = up / down;
  return Math.floor(whole) === whole ? rational(whole) : rational(up, down);
}
