type Big = { readonly n: bigint; readonly d: bigint };

/**
 * An exact fraction, always reduced, with a positive denominator.
 *
 * One hidden class for both sizes, so that the engine's comparisons stay monomorphic: when numerator and
 * denominator are safe integers they stand in `n` and `d` and `big` is undefined; otherwise they stand in `big`
 * and `n` and `d` are NaN. A value that fits is always small, so equal values have equal fields.
 * Only the functions of this file make one (the class itself isn't exported); read it through them too.
 */
class Rational {
  declare protected readonly nominal: undefined;
  readonly n: number;
  readonly d: number;
  readonly big: Big | undefined;

  constructor(n: number, d: number, big: Big | undefined) {
    this.n = n;
    this.d = d;
    this.big = big;
  }
}

export type { Rational };

/** half-up: ties away from zero (四舍五入); half-even: ties to the even digit; up: away from zero; down: toward zero. */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

const MAX = Number.MAX_SAFE_INTEGER;
const BIG_MAX = BigInt(MAX);
/** Sums and products of safe integers that exceed MAX round to at least 2^53, so this check is sound after the fact. */
const safe = (x: number): boolean => x <= MAX && x >= -MAX;

export const ZERO: Rational = new Rational(0, 1, undefined);
export const ONE: Rational = new Rational(1, 1, undefined);
export const HUNDRED: Rational = new Rational(100, 1, undefined);

/**
 * The fraction n/d.
 *
 * @throws RangeError for programmer errors only: a number that isn't a safe integer, or d = 0.
 * @example rational(3, 20) // 3/20; rational(-2, -4) is 1/2
 */
export function rational(n: number | bigint, d: number | bigint = 1): Rational {
  if (typeof n === 'number' && !Number.isSafeInteger(n))
    throw new RangeError(`not a safe integer: ${n}`);
  if (typeof d === 'number' && !Number.isSafeInteger(d))
    throw new RangeError(`not a safe integer: ${d}`);
  if (typeof n === 'number' && typeof d === 'number' && d !== 0) {
    return d < 0 ? reduced(-n, -d) : reduced(n, d);
  }
  if (BigInt(d) === 0n) throw new RangeError('denominator 0');
  return fromBig(BigInt(n), BigInt(d));
}

/** Exact sum. @example add(rational(1, 2), rational(1, 3)) // 5/6 */
export function add(a: Rational, b: Rational): Rational {
  return sum(a, b, 1);
}

/** Exact difference a − b. @example sub(ONE, rational(1, 3)) // 2/3 */
export function sub(a: Rational, b: Rational): Rational {
  return sum(a, b, -1);
}

/** Exact product. @example mul(rational(3000), rational(1, 5)) // 600 */
export function mul(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    const product = multiplied(a.n, a.d, b.n, b.d);
    if (product !== undefined) return product;
  }
  return fromBig(numerator(a) * numerator(b), denominator(a) * denominator(b));
}

/** Exact quotient a / b, undefined when b is 0. @example div(ONE, rational(3)) // 1/3 */
export function div(a: Rational, b: Rational): Rational | undefined {
  if (b.n === 0) return undefined;
  if (a.big === undefined && b.big === undefined) {
    const quotient = b.n < 0 ? multiplied(a.n, a.d, -b.d, -b.n) : multiplied(a.n, a.d, b.d, b.n);
    if (quotient !== undefined) return quotient;
  }
  return fromBig(numerator(a) * denominator(b), denominator(a) * numerator(b));
}

/** −x. */
export function neg(x: Rational): Rational {
  if (x.big === undefined) return new Rational(0 - x.n, x.d, undefined);
  return new Rational(Number.NaN, Number.NaN, { n: -x.big.n, d: x.big.d });
}

/** |x|. */
export function abs(x: Rational): Rational {
  return sign(x) < 0 ? neg(x) : x;
}

/** −1, 0 or 1. */
export function sign(x: Rational): -1 | 0 | 1 {
  if (x.big !== undefined) return x.big.n < 0n ? -1 : 1;
  return x.n < 0 ? -1 : x.n > 0 ? 1 : 0;
}

/**
 * Exact order: −1 when a < b, 0 when equal, 1 when a > b.
 *
 * Rounding of products is monotone, so products that differ as doubles are in their true order;
 * only equal unsafe ones (or NaN, the mark of a big value) need big integers.
 */
export function cmp(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right && safe(left)) return 0;
  const bigLeft = numerator(a) * denominator(b);
  const bigRight = numerator(b) * denominator(a);
  return bigLeft < bigRight ? -1 : bigLeft > bigRight ? 1 : 0;
}

/** Exact equality. @example eq(rational(20, 100), rational(1, 5)) // true */
export function eq(a: Rational, b: Rational): boolean {
  if (a.big === undefined || b.big === undefined) return a.n === b.n && a.d === b.d;
  return a.big.n === b.big.n && a.big.d === b.big.d;
}

/** The smaller; a when equal. */
export function min(a: Rational, b: Rational): Rational {
  return cmp(b, a) < 0 ? b : a;
}

/** The larger; a when equal. */
export function max(a: Rational, b: Rational): Rational {
  return cmp(b, a) > 0 ? b : a;
}

/** The largest integer ≤ x. @example floor(rational(-7, 2)) // -4 */
export function floor(x: Rational): Rational {
  if (isInteger(x)) return x;
  return sign(x) < 0 ? round(x, 0, 'up') : round(x, 0, 'down');
}

/** The smallest integer ≥ x. @example ceil(rational(-7, 2)) // -3 */
export function ceil(x: Rational): Rational {
  if (isInteger(x)) return x;
  return sign(x) < 0 ? round(x, 0, 'down') : round(x, 0, 'up');
}

/** Whether x has denominator 1. */
export function isInteger(x: Rational): boolean {
  return x.big === undefined ? x.d === 1 : x.big.d === 1n;
}

/**
 * x rounded to a number of decimals; negative decimals round to tens, hundreds, …
 *
 * @throws RangeError for a programmer error: decimals not an integer within ±1000.
 * @example round(rational(5, 2), 0, 'half-up') // 3; 'half-even' gives 2; 'up' 3; 'down' 2
 * @example round(rational(-5, 2), 0, 'half-up') // -3
 */
export function round(x: Rational, decimals: number, mode: RoundingMode): Rational {
  checkDecimals(decimals);
  if (x.big === undefined && decimals >= 0 && decimals <= 15) {
    if (x.d === 1) return x;
    const scale = 10 ** decimals;
    const scaled = x.n * scale;
    if (safe(scaled)) {
      const rest = scaled % x.d;
      const whole = (scaled - rest) / x.d;
      // Doubling is exact in binary floating point.
      const twice = Math.abs(rest) * 2;
      const half = twice < x.d ? -1 : twice > x.d ? 1 : 0;
      const step = rest !== 0 && awayFromZero(mode, half, whole % 2 !== 0) ? Math.sign(rest) : 0;
      return reduced(whole + step, scale);
    }
  }
  const scale = 10n ** BigInt(Math.abs(decimals));
  const scaled = scaledInteger(x, decimals, mode);
  return decimals >= 0 ? fromBig(scaled, scale) : fromBig(scaled * scale, 1n);
}

/** Whether x has a finite decimal expansion (its denominator has no prime factors but 2 and 5). */
export function isFiniteDecimal(x: Rational): boolean {
  return exactDecimals(x) !== undefined;
}

/**
 * Text of x without exponent.
 *
 * With x alone: exact, no trailing zeros; a value without a finite expansion is given as its fraction 'n/d'
 * (still exact: ask isFiniteDecimal first where only a decimal will do).
 * With decimals and mode: rounded, always that many decimals.
 *
 * @throws RangeError for a programmer error: decimals not an integer within 0..1000.
 * @example toDecimal(rational(25, 2)) // '12.5'; toDecimal(rational(1, 3)) is '1/3'
 * @example toDecimal(rational(1, 3), 2, 'half-up') // '0.33'
 */
export function toDecimal(x: Rational): string;
export function toDecimal(x: Rational, decimals: number, mode: RoundingMode): string;
export function toDecimal(x: Rational, decimals?: number, mode: RoundingMode = 'down'): string {
  if (decimals === undefined && x.big === undefined) {
    const text = shortDecimal(x);
    if (text !== undefined) return text;
  }
  const places = decimals ?? exactDecimals(x);
  if (places === undefined) return toFraction(x);
  checkDecimals(places);
  if (places < 0) throw new RangeError('decimals must not be negative');
  const scaled = scaledInteger(x, places, mode);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** The exact text of a small fraction in plain digits; undefined where that takes big integers. */
function shortDecimal(x: Rational): string | undefined {
  if (x.d === 1) return String(x.n);
  const places = exactDecimals(x);
  if (places === undefined || places > 15) return undefined;
  const scaled = x.n * (10 ** places / x.d);
  if (!safe(scaled)) return undefined;
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  const at = digits.length - places;
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** x as 'n/d' in lowest terms, the denominator always written. @example toFraction(rational(6, 4)) // '3/2' */
export function toFraction(x: Rational): string {
  return `${numerator(x)}/${denominator(x)}`;
}

function numerator(x: Rational): bigint {
  return x.big === undefined ? BigInt(x.n) : x.big.n;
}

function denominator(x: Rational): bigint {
  return x.big === undefined ? BigInt(x.d) : x.big.d;
}

/** a and b safe integers, a ≥ 0, b > 0. */
function gcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** n and d safe, d > 0. Adding 0 turns −0 into 0: equal values have equal fields. */
function reduced(n: number, d: number): Rational {
  if (d === 1) return new Rational(n + 0, 1, undefined);
  // Dividing out is much dearer than trying whether it comes to a whole number, as most money does.
  const whole = n / d;
  if (Math.floor(whole) === whole && whole * d === n) return new Rational(whole + 0, 1, undefined);
  const g = gcd(Math.abs(n), d);
  return new Rational(n / g + 0, d / g, undefined);
}

/** Product of two reduced fractions, reduced crosswise before multiplying; undefined when it doesn't fit. */
function multiplied(an: number, ad: number, bn: number, bd: number): Rational | undefined {
  const g = bd === 1 ? 1 : gcd(Math.abs(an), bd);
  const h = ad === 1 ? 1 : gcd(Math.abs(bn), ad);
  const n = (an / g) * (bn / h);
  const d = (ad / h) * (bd / g);
  return safe(n) && d <= MAX ? new Rational(n + 0, d, undefined) : undefined;
}

/** a + s·b; see Knuth, The Art of Computer Programming, 4.5.1 for why only the common divisor needs reducing. */
function sum(a: Rational, b: Rational, s: 1 | -1): Rational {
  if (a.big === undefined && b.big === undefined) {
    if (a.d === b.d) {
      const n = a.n + s * b.n;
      if (safe(n)) return reduced(n, a.d);
    } else {
      const g = gcd(a.d, b.d);
      const toCommon = b.d / g;
      const left = a.n * toCommon;
      const right = b.n * (a.d / g);
      const n = left + s * right;
      const d = a.d * toCommon;
      if (safe(left) && safe(right) && safe(n) && d <= MAX) {
        const h = g === 1 ? 1 : gcd(Math.abs(n), g);
        return new Rational(n / h + 0, d / h, undefined);
      }
    }
  }
  const [ad, bd] = [denominator(a), denominator(b)];
  return fromBig(numerator(a) * bd + BigInt(s) * numerator(b) * ad, ad * bd);
}

/** d ≠ 0. */
function fromBig(n: bigint, d: bigint): Rational {
  let x = n < 0n ? -n : n;
  let y = d < 0n ? -d : d;
  while (y !== 0n) [x, y] = [y, x % y];
  const g = d < 0n ? -x : x;
  const [rn, rd] = [n / g, d / g];
  if (rd <= BIG_MAX && rn <= BIG_MAX && rn >= -BIG_MAX) {
    return new Rational(Number(rn), Number(rd), undefined);
  }
  return new Rational(Number.NaN, Number.NaN, { n: rn, d: rd });
}

function awayFromZero(mode: RoundingMode, half: -1 | 0 | 1, odd: boolean): boolean {
  if (mode === 'up') return true;
  if (mode === 'down') return false;
  return half > 0 || (half === 0 && (mode === 'half-up' || odd));
}

/** x·10^decimals rounded to an integer. */
function scaledInteger(x: Rational, decimals: number, mode: RoundingMode): bigint {
  const scale = 10n ** BigInt(Math.abs(decimals));
  const n = decimals >= 0 ? numerator(x) * scale : numerator(x);
  const d = decimals >= 0 ? denominator(x) : denominator(x) * scale;
  const whole = n / d;
  const rest = n % d;
  if (rest === 0n) return whole;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const half = twice < d ? -1 : twice > d ? 1 : 0;
  if (!awayFromZero(mode, half, whole % 2n !== 0n)) return whole;
  return rest < 0n ? whole - 1n : whole + 1n;
}

/** Decimals of the finite expansion, undefined when there is none. */
function exactDecimals(x: Rational): number | undefined {
  if (x.big === undefined) return smallDecimals(x.d);
  let d = denominator(x);
  let twos = 0;
  let fives = 0;
  for (; d % 2n === 0n; d /= 2n) twos += 1;
  for (; d % 5n === 0n; d /= 5n) fives += 1;
  return d === 1n ? Math.max(twos, fives) : undefined;
}

function smallDecimals(denominator: number): number | undefined {
  let d = denominator;
  let twos = 0;
  let fives = 0;
  for (; d % 2 === 0; d /= 2) twos += 1;
  for (; d % 5 === 0; d /= 5) fives += 1;
  return d === 1 ? Math.max(twos, fives) : undefined;
}

function checkDecimals(decimals: number): void {
  if (!Number.isInteger(decimals) || Math.abs(decimals) > 1000) {
    throw new RangeError(`decimals out of range: ${decimals}`);
  }
}
