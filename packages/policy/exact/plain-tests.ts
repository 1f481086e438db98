import { cmp, type Rational, ZERO } from '@fuchi/values/rational';
import type { Checked, LiteralNode } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import type { ExactScope } from './compile-exact.ts';
import { bits, type KnownFacts, SAFE } from './known-facts.ts';

/** The commonest conditions: a yes, or a figure held against the guide's own. */
export interface PlainTest {
  readonly kind: number;
  readonly slot: number;
  readonly low: Rational;
  readonly high: Rational;
}

const YES = 0;
const LEAST = 1;
const ABOVE = 2;
const MOST = 3;
const BELOW = 4;
const BETWEEN = 5;

const KINDS = { '>=': LEAST, '>': ABOVE, '<=': MOST, '<': BELOW } as const;

/** @returns undefined when the condition is none of these */
export function plainTest(node: Checked, { slots }: ExactScope): PlainTest | undefined {
  const of = (fact: Checked, kind: number, low = ZERO, high = ZERO): PlainTest | undefined => {
    const slot = fact.kind === 'fact' ? slots.get(fact.fact) : undefined;
    return slot === undefined ? undefined : { kind, slot, low, high };
  };
  if (node.kind === 'fact') return of(node, YES);
  if (node.kind === 'compare') {
    if (node.op === '=' || node.op === '!=' || !isFigure(node.right)) return undefined;
    return of(node.left, KINDS[node.op], fraction(node.right.value));
  }
  if (node.kind !== 'within') return undefined;
  const [only, ...more] = node.tests;
  if (only?.kind !== 'range' || more.length > 0 || only.fromOpen || only.toOpen) return undefined;
  if (!isFigure(only.from) || !isFigure(only.to)) return undefined;
  return of(node.of, BETWEEN, fraction(only.from.value), fraction(only.to.value));
}

export function isFigure(node: Checked): node is LiteralNode {
  return node.kind === 'literal' && node.type.kind === 'number';
}

/** Tests side by side in memory, judged in one loop without a call for each: several times as fast as closures. */
export interface PlainTests {
  /** The facts that must be a yes, a bit for each. */
  readonly yes: Uint32Array;
  /** The figures to be held against a limit. */
  readonly tests: readonly PlainTest[];
  /** Kind and slot of each. */
  readonly heads: Uint32Array;
  /** Numerator and denominator of the lower limit, then of the upper one. */
  readonly limits: Float64Array;
}

export function plainTests(all: readonly PlainTest[], slotCount: number): PlainTests {
  const tests = all.filter((t) => t.kind !== YES);
  const yes = all.filter((t) => t.kind === YES).map((t) => t.slot);
  return {
    yes: bits(yes, slotCount),
    tests,
    heads: Uint32Array.from(tests.flatMap((t) => [t.kind, t.slot])),
    limits: Float64Array.from(tests.flatMap((t) => [t.low.n, t.low.d, t.high.n, t.high.d])),
  };
}

/** Whether all are met; 无 meets none. */
export function allHold(plain: PlainTests, known: KnownFacts): boolean {
  const { yes, heads, limits } = plain;
  for (let w = 0; w < yes.length; w++) {
    const wanted = yes[w] as number;
    if (((known.yes[w] as number) & wanted) >>> 0 !== wanted) return false;
  }
  const { figures } = known;
  for (let i = 0; i < heads.length; i += 2) {
    const kind = heads[i] as number;
    const at = 2 * (heads[i + 1] as number);
    const up = figures[at] as number;
    // The figure against the limit, both over one denominator. Equal products may have been rounded; NaN is no figure.
    const down = figures[at + 1] as number;
    const left = up * (limits[2 * i + 1] as number);
    const right = (limits[2 * i] as number) * down;
    let sure = left < right || left > right || (left === right && left <= SAFE && left >= -SAFE);
    let met: boolean;
    if (kind === LEAST) met = left >= right;
    else if (kind === MOST) met = left <= right;
    else if (kind === ABOVE) met = left > right;
    else if (kind === BELOW) met = left < right;
    else {
      const above = up * (limits[2 * i + 3] as number);
      const most = (limits[2 * i + 2] as number) * down;
      sure &&= above < most || above > most || (above === most && above <= SAFE && above >= -SAFE);
      met = left >= right && above <= most;
    }
    if (!(sure ? met : holds(plain.tests[i / 2] as PlainTest, known))) return false;
  }
  return true;
}

/** One test on exact fractions of any size. */
function holds({ kind, slot, low, high }: PlainTest, { values }: KnownFacts): boolean {
  const value = values[slot];
  if (value === undefined) return false;
  const order = cmp(value as Rational, low);
  switch (kind) {
    case LEAST:
      return order >= 0;
    case ABOVE:
      return order > 0;
    case MOST:
      return order <= 0;
    case BELOW:
      return order < 0;
    default:
      return order >= 0 && cmp(value as Rational, high) <= 0;
  }
}
