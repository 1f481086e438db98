/** Exact fractions on big integers: the oracle's own arithmetic, none of it shared with the engine. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('denominator 0');
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const g = a === 0n ? 1n : a;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

export const NOTHING = fraction(0n);

export function fromText(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/');
  return fraction(BigInt(n), BigInt(d));
}

export function whole(n: number): Fraction {
  return fraction(BigInt(n));
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function mul(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function div(a: Fraction, b: Fraction): Fraction | undefined {
  return b.n === 0n ? undefined : fraction(a.n * b.d, a.d * b.n);
}

export function order(a: Fraction, b: Fraction): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest multiple of a quantum: up is away from zero, down toward zero, ties as the mode says. */
export function rounded(x: Fraction, quantum: Fraction, mode: string): Fraction {
  const ratio = div(x, quantum) ?? x;
  const negative = ratio.n < 0n;
  const size = negative ? -ratio.n : ratio.n;
  const low = size / ratio.d;
  const twice = 2n * (size % ratio.d);
  const tie = twice === ratio.d;
  const more =
    mode === 'up'
      ? twice > 0n
      : mode === 'down'
        ? false
        : twice > ratio.d || (tie && (mode === 'half-up' || low % 2n === 1n));
  const n = low + (more ? 1n : 0n);
  return mul(fraction(negative ? -n : n), quantum);
}

/** All digits of a fraction with a finite expansion; undefined for any other. */
export function digits(x: Fraction): string | undefined {
  let { d } = x;
  let places = 0;
  while (d % 10n === 0n) d /= 10n;
  while (d % 2n === 0n) d /= 2n;
  while (d % 5n === 0n) d /= 5n;
  if (d !== 1n) return undefined;
  let scale = 1n;
  while ((x.n * scale) % x.d !== 0n) {
    scale *= 10n;
    places++;
  }
  const n = (x.n * scale) / x.d;
  const text = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const at = text.length - places;
  return `${n < 0n ? '-' : ''}${text.slice(0, at)}${places > 0 ? `.${text.slice(at)}` : ''}`;
}

/** Reads a plain decimal. @example ofDigits('-12.5') */
export function ofDigits(text: string): Fraction {
  const [left = '0', right = ''] = text.split('.');
  return fraction(BigInt(left + right), 10n ** BigInt(right.length));
}
