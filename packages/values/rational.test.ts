import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abs,
  add,
  ceil,
  cmp,
  div,
  eq,
  floor,
  HUNDRED,
  isFiniteDecimal,
  isInteger,
  max,
  min,
  mul,
  neg,
  ONE,
  type Rational,
  type RoundingMode,
  rational,
  round,
  sign,
  sub,
  toDecimal,
  toFraction,
  ZERO,
} from './rational.ts';

/** The oracle: pairs of big integers, reduced only when written out. Shares no code with rational.ts. */
type Pair = readonly [n: bigint, d: bigint];
const divisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
const written = ([n, d]: Pair): string => {
  const g = divisor(n, d) * (d < 0n ? -1n : 1n);
  return `${n / g}/${d / g}`;
};
const floorOf = ([n, d]: Pair): bigint => {
  const [a, b] = d < 0n ? [-n, -d] : [n, d];
  const q = a / b;
  return a % b < 0n ? q - 1n : q;
};
const less = ([an, ad]: Pair, [bn, bd]: Pair): boolean =>
  floorOf([an * bd - bn * ad, ad * bd]) < 0n;

const MAX = Number.MAX_SAFE_INTEGER;
const LIMIT = BigInt(MAX);
const integer = fc.oneof(
  fc.bigInt({ min: -50n, max: 50n }),
  fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n }),
  fc.bigInt({ min: LIMIT - 3n, max: LIMIT + 3n }),
  fc.bigInt({ min: -LIMIT - 3n, max: -LIMIT + 3n }),
  fc.bigInt({ min: 94_906_260n, max: 94_906_270n }), // around the root of 2^53
  fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
);
const pair: fc.Arbitrary<Pair> = fc.tuple(
  integer,
  fc.oneof(
    integer.filter((x) => x !== 0n),
    fc.constantFrom(1n, 2n, 5n, 10n, 100n, 10_000n, -1n, 10n ** 20n),
  ),
);
const of = ([n, d]: Pair): Rational => rational(n, d);
const many = { numRuns: 3000 };

describe('exact arithmetic against big fractions', () => {
  it('adds, subtracts, multiplies, divides', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const [x, y] = [of(a), of(b)];
        expect(toFraction(add(x, y))).toBe(written([a[0] * b[1] + b[0] * a[1], a[1] * b[1]]));
        expect(toFraction(sub(x, y))).toBe(written([a[0] * b[1] - b[0] * a[1], a[1] * b[1]]));
        expect(toFraction(mul(x, y))).toBe(written([a[0] * b[0], a[1] * b[1]]));
        const quotient = div(x, y);
        if (b[0] === 0n) expect(quotient).toBeUndefined();
        else expect(quotient && toFraction(quotient)).toBe(written([a[0] * b[1], a[1] * b[0]]));
      }),
      many,
    );
  });

  it('orders as the oracle does, also where doubles cannot tell', () => {
    const near = fc
      .tuple(pair, fc.constantFrom(-1n, 0n, 1n))
      .map(([a, step]): readonly [Pair, Pair] => [a, [a[0] + step, a[1]]]);
    fc.assert(
      fc.property(fc.oneof(fc.tuple(pair, pair), near), ([a, b]) => {
        const expected = less(a, b) ? -1 : less(b, a) ? 1 : 0;
        const [x, y] = [of(a), of(b)];
        expect(cmp(x, y)).toBe(expected);
        expect(eq(x, y)).toBe(expected === 0);
        expect(min(x, y)).toBe(expected > 0 ? y : x);
        expect(max(x, y)).toBe(expected < 0 ? y : x);
      }),
      many,
    );
    // Both cross products round to the same double.
    expect(cmp(rational(MAX - 1, MAX), rational(MAX - 2, MAX - 1))).toBe(1);
    expect(cmp(rational(MAX, MAX - 1), rational(MAX, MAX - 1))).toBe(0);
  });

  it('has one representation per value, so equal values have equal fields and no −0', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const [x, y] = [of(a), of(b)];
        expect(sub(add(x, y), y)).toStrictEqual(x);
        expect(neg(neg(x))).toStrictEqual(x);
        expect(sub(x, x)).toStrictEqual(ZERO);
        expect(mul(x, ZERO)).toStrictEqual(ZERO);
        const there = div(x, y);
        if (there !== undefined) expect(mul(there, y)).toStrictEqual(x);
      }),
      many,
    );
    expect(neg(ZERO)).toStrictEqual(ZERO);
    expect(rational(0, -5)).toStrictEqual(ZERO);
    expect(round(rational(-1, 3), 0, 'down')).toStrictEqual(ZERO);
    expect(add(rational(MAX), ONE)).toStrictEqual(rational(LIMIT + 1n));
    expect(sub(rational(LIMIT + 1n), ONE)).toStrictEqual(rational(MAX));
  });

  it('knows sign, magnitude, floor and ceiling', () => {
    fc.assert(
      fc.property(pair, (a) => {
        const x = of(a);
        const expected = less(a, [0n, 1n]) ? -1 : less([0n, 1n], a) ? 1 : 0;
        expect(sign(x)).toBe(expected);
        expect(toFraction(abs(x))).toBe(written(expected < 0 ? [-a[0], a[1]] : a));
        expect(toFraction(floor(x))).toBe(`${floorOf(a)}/1`);
        expect(toFraction(ceil(x))).toBe(`${-floorOf([-a[0], a[1]])}/1`);
        expect(isInteger(x)).toBe(a[0] % a[1] === 0n);
      }),
      many,
    );
  });
});

describe('rounding', () => {
  const modes: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down'];

  it.each([
    // x, half-up, half-even, up, down
    ['5/2', '3', '2', '3', '2'],
    ['7/2', '4', '4', '4', '3'],
    ['-5/2', '-3', '-2', '-3', '-2'],
    ['-7/2', '-4', '-4', '-4', '-3'],
    ['1/2', '1', '0', '1', '0'],
    ['-1/2', '-1', '0', '-1', '0'],
    ['1/3', '0', '0', '1', '0'],
    ['2/3', '1', '1', '1', '0'],
    ['3/1', '3', '3', '3', '3'],
  ])('%s to a whole number: half-up %s, half-even %s, up %s, down %s', (text, ...expected) => {
    const [n = '', d = ''] = text.split('/');
    const x = rational(BigInt(n), BigInt(d));
    expect(modes.map((mode) => toDecimal(round(x, 0, mode)))).toEqual(expected);
    expect(modes.map((mode) => toDecimal(x, 0, mode))).toEqual(expected);
  });

  it('rounds interest to the fen and totals to ten thousands', () => {
    expect(toDecimal(round(rational(10_005, 1000), 2, 'half-up'))).toBe('10.01');
    expect(toDecimal(round(rational(10_005, 1000), 2, 'half-even'))).toBe('10');
    expect(toDecimal(round(rational(12_345_678), -4, 'half-up'))).toBe('12350000');
    expect(toDecimal(round(rational(-12_345_678), -4, 'down'))).toBe('-12340000');
  });

  it('picks the right neighbour for every mode', () => {
    fc.assert(
      fc.property(
        pair,
        fc.integer({ min: -6, max: 20 }),
        fc.constantFrom(...modes),
        (a, decimals, mode) => {
          const scale: Pair =
            decimals >= 0 ? [10n ** BigInt(decimals), 1n] : [1n, 10n ** BigInt(-decimals)];
          const scaled: Pair = [a[0] * scale[0], a[1] * scale[1]];
          const low = floorOf(scaled);
          const exact = scaled[0] % scaled[1] === 0n;
          const negative = less(scaled, [0n, 1n]);
          const [toward, away] = negative ? [low + 1n, low] : [low, low + 1n];
          const middle: Pair = [2n * low + 1n, 2n];
          const nearest = less(scaled, middle) ? low : less(middle, scaled) ? low + 1n : undefined;
          const even = low % 2n === 0n ? low : low + 1n;
          const chosen = {
            up: away,
            down: toward,
            'half-up': nearest ?? away,
            'half-even': nearest ?? even,
          }[mode];
          const expected = exact ? scaled[0] / scaled[1] : chosen;
          expect(toFraction(round(of(a), decimals, mode))).toBe(
            written([expected * scale[1], scale[0]]),
          );
        },
      ),
      many,
    );
  });
});

describe('text', () => {
  it.each([
    [rational(25, 2), '12.5'],
    [rational(-1, 8), '-0.125'],
    [rational(1, 2 ** 20), '0.00000095367431640625'],
    [rational(3000), '3000'],
    [rational(10n ** 30n), `1${'0'.repeat(30)}`],
    [rational(1, 10n ** 25n), `0.${'0'.repeat(24)}1`],
    [rational(1, 3), '1/3'],
  ])('%# is %s', (x, text) => {
    expect(toDecimal(x)).toBe(text);
  });

  it('keeps the decimals asked for', () => {
    expect(toDecimal(rational(1, 3), 2, 'half-up')).toBe('0.33');
    expect(toDecimal(rational(3), 2, 'down')).toBe('3.00');
    expect(toDecimal(rational(-1, 200), 2, 'half-up')).toBe('-0.01');
    expect(toDecimal(rational(-1, 200), 2, 'half-even')).toBe('0.00');
  });

  it('writes a value that reads back as itself, without exponent or trailing zeros', () => {
    fc.assert(
      fc.property(integer, fc.nat(30), (n, decimals) => {
        const text = toDecimal(rational(n, 10n ** BigInt(decimals)));
        expect(text).toMatch(/^(?:0|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/);
        const fraction = text.split('.')[1] ?? '';
        const back: Pair = [BigInt(text.replace('.', '')), 10n ** BigInt(fraction.length)];
        expect(written(back)).toBe(written([n, 10n ** BigInt(decimals)]));
      }),
      many,
    );
  });

  it('says which values have a finite decimal', () => {
    expect(
      [rational(1, 40), rational(7, 3), ZERO, rational(6, 15), rational(1, 14)].map(
        isFiniteDecimal,
      ),
    ).toEqual([true, false, true, true, false]);
  });
});

describe('programmer errors', () => {
  it.each([
    [0.5, 1],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
    [2 ** 53, 1],
    [1, 0],
    [1n, 0n],
  ])('rational(%s, %s) throws', (n, d) => {
    expect(() => rational(n, d)).toThrow(RangeError);
  });

  it('decimals out of range throw', () => {
    expect(() => round(ONE, 1.5, 'up')).toThrow(RangeError);
    expect(() => toDecimal(ONE, -1, 'up')).toThrow(RangeError);
    expect(() => round(ONE, 1e9, 'up')).toThrow(RangeError);
  });

  it('division by zero is undefined, not an error', () => {
    expect(div(HUNDRED, ZERO)).toBeUndefined();
    expect(div(rational(10n ** 40n), ZERO)).toBeUndefined();
  });
});
