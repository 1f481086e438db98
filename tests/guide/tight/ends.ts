import type { Amount } from '@fuchi/policy/assess/assessment';
import {
  digits,
  type Fraction,
  fraction,
  mul,
  NOTHING,
  ofDigits,
  order,
  sub,
} from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import { conditionsOf, type Judgement } from '../sound/oracle.ts';
import type { Field } from './case.ts';
import { faults, type Holed, spaceOf, unmet } from './completions.ts';
import { amountTrees, partsOf } from './part.ts';
import { type Completion, type Cost, cost, less, search } from './search.ts';

/** How an end of an interval is reached by an eligible completion. */
export type Reached =
  | 'exactly'
  /** The end itself isn't among the amounts: one within a fen of it is. */
  | 'within a fen'
  /** An amount beyond any cap, where the interval has no upper end. */
  | 'beyond any cap'
  /** The interval begins at 0 as there may be no amount at all. */
  | 'no amount'
  | 'not';

export interface End {
  readonly side: 'atLeast' | 'atMost';
  readonly reached: Reached;
  /** The completion that comes nearest. */
  readonly nearest: Completion;
}

const WAN = fraction(10_000n);
const FEN = fraction(1n, 100n);
/** More than the budget of any fund, in 元. */
const BEYOND = fraction(10n ** 16n);

/**
 * Looks for completions at both ends of a ceiling.
 * @param eligible an eligible completion to start from
 */
export function endsOf(
  g: Field,
  hole: Holed,
  ceiling: Extract<Amount, { atLeast: string }>,
  eligible: Completion,
  most: number,
  chance: Chance,
): End[] {
  const atLeast = mul(ofDigits(ceiling.atLeast), WAN);
  const atMost = ceiling.atMost === null ? undefined : mul(ofDigits(ceiling.atMost), WAN);
  const nearest = (extra: Fraction, costOf: (j: Judgement) => Cost): Completion => {
    let best = { completion: eligible, cost: costOf(eligible.judgement) };
    for (const part of amountParts(g, hole)) {
      const space = spaceOf(g, part, hole.given, [extra], chance);
      const sought = search(g, best.completion.applicant, space, costOf, most, chance);
      if (less(sought.cost, best.cost)) best = { completion: sought.best, cost: sought.cost };
    }
    return best.completion;
  };
  const low = nearest(atLeast, (j) => whole(g, j, (x) => distance(x, atLeast)));
  const high = nearest(atMost ?? mul(BEYOND, WAN), (j) =>
    whole(g, j, (x) => (atMost ? distance(x, atMost) : shortOf(x, BEYOND))),
  );
  return [
    { side: 'atLeast', reached: reachedBy(low.judgement, atLeast), nearest: low },
    { side: 'atMost', reached: reachedBy(high.judgement, atMost), nearest: high },
  ];
}

/** The parts the amount depends on, as one, with all that hangs on them. */
function amountParts(g: Field, hole: Holed) {
  const amount = new Set(amountTrees(g));
  return partsOf(g, hole.unknown, amountTrees(g)).filter((p) => p.trees.some((t) => amount.has(t)));
}

function whole(g: Field, j: Judgement, far: (amount: Fraction) => Fraction): Cost {
  const clauses = conditionsOf(g.guide, g.line, g.round).map((c) => c.clause);
  const torn = faults(j) + unmet(g, clauses, j);
  if (j.amount === undefined) return cost(torn + 1, 0);
  return cost(torn, 0, far(j.amount ?? NOTHING));
}

function distance(a: Fraction, b: Fraction): Fraction {
  return order(a, b) < 0 ? sub(b, a) : sub(a, b);
}

function shortOf(x: Fraction, wanted: Fraction): Fraction {
  return order(x, wanted) < 0 ? sub(wanted, x) : NOTHING;
}

function reachedBy(j: Judgement, end: Fraction | undefined): Reached {
  const { amount } = j;
  if (amount === undefined) return 'not';
  if (amount === null) return end && end.n === 0n ? 'no amount' : 'not';
  if (end === undefined) return order(amount, BEYOND) < 0 ? 'not' : 'beyond any cap';
  const apart = distance(amount, end);
  // An end without a finite expansion is shown rounded outwards, to a fen.
  if (apart.n === 0n || (digits(amount) === undefined && order(apart, FEN) < 0)) return 'exactly';
  return order(apart, FEN) > 0 ? 'not' : 'within a fen';
}
