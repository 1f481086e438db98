import { halfWidth, parseDecimal } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';
import {
  div,
  HUNDRED,
  isFiniteDecimal,
  mul,
  type Rational,
  type RoundingMode,
  rational,
  toDecimal,
  toFraction,
} from './rational.ts';

declare const ratio: unique symbol;
declare const percentagePoint: unique symbol;

/** A share of a whole, 1 being the whole: 10% is 1/10. */
export type Ratio = Rational & { readonly [ratio]: true };

/** A difference of two ratios, in ratio terms: 1 个百分点 is 1/100. Never interchangeable with a ratio. */
export type PercentagePoint = Rational & { readonly [percentagePoint]: true };

const THOUSAND = rational(1000);

/**
 * A ratio written '10%', '3‰', '0.1' or '3/20'. A bare number is the ratio itself: '10' is 1000%.
 *
 * Codes: those of parseDecimal; 'percentage-point' for '10个百分点'; 'zero-denominator'. Facts always hold `text`.
 *
 * @example parseRatio('12.5%') // 1/8
 */
export function parseRatio(text: string): Parsed<Ratio> {
  const facts = { text: quoted(text) };
  if (text.endsWith('百分点')) return refuse('percentage-point', facts);
  const plain = halfWidth(text).trimEnd();
  if (plain.endsWith('%')) return shareOf(text, plain.length - 1, HUNDRED);
  if (plain.endsWith('‰')) return shareOf(text, plain.length - 1, THOUSAND);
  const slash = plain.indexOf('/');
  if (slash < 0) return shareOf(text, text.length, rational(1));
  const lower = parseDecimal(text.slice(slash + 1));
  if (!lower.ok) {
    return refuse(lower.code, { ...lower.facts, ...facts }, slash + 1 + (lower.at ?? 0));
  }
  if (div(rational(1), lower.value) === undefined)
    return refuse('zero-denominator', facts, slash + 1);
  return shareOf(text, slash, lower.value);
}

/** The figure before `end`, divided by a whole that isn't 0. */
function shareOf(text: string, end: number, whole: Rational): Parsed<Ratio> {
  const upper = parseDecimal(text.slice(0, end));
  if (!upper.ok) return { ...upper, facts: { ...upper.facts, text: quoted(text) } };
  const share = div(upper.value, whole);
  return share === undefined
    ? refuse('zero-denominator', { text: quoted(text) })
    : accept(share as Ratio);
}

/**
 * A difference of ratios written '10个百分点' or '0.5 百分点'.
 *
 * Codes: those of parseDecimal; 'no-percentage-point' without the words 百分点. Facts always hold `text`.
 *
 * @example parsePercentagePoint('0.5个百分点') // 1/200
 */
export function parsePercentagePoint(text: string): Parsed<PercentagePoint> {
  const unit = /\s*个?百分点\s*$/.exec(text.slice(-40));
  if (unit === null) return refuse('no-percentage-point', { text: quoted(text) });
  const figure = parseDecimal(text.slice(0, text.length - unit[0].length));
  if (!figure.ok) return { ...figure, facts: { ...figure.facts, text: quoted(text) } };
  return accept((div(figure.value, HUNDRED) ?? figure.value) as PercentagePoint);
}

/** x as a ratio; the caller knows that it is a share and not a sum. */
export function ratioFrom(x: Rational): Ratio {
  return x as Ratio;
}

/** x, in ratio terms, as a difference of ratios. @example percentagePointFrom(rational(1, 100)) // 1 个百分点 */
export function percentagePointFrom(x: Rational): PercentagePoint {
  return x as PercentagePoint;
}

/**
 * The exact ratio in percent, or the fraction 'n/d' where the percentage has no finite decimal.
 * parseRatio reads both back.
 *
 * @example formatRatio(rational(1, 8)) // '12.5%'
 */
export function formatRatio(x: Rational): string {
  const percent = mul(x, HUNDRED);
  return isFiniteDecimal(percent) ? `${toDecimal(percent)}%` : toFraction(x);
}

/** The ratio in percent rounded by a named mode, always that many decimals. @example '33.33%' for 1/3, 2, 'half-up' */
export function formatRatioRounded(x: Rational, decimals: number, mode: RoundingMode): string {
  return `${toDecimal(mul(x, HUNDRED), decimals, mode)}%`;
}

/** The exact difference in percentage points. @example formatPercentagePoint(x) // '0.5个百分点' */
export function formatPercentagePoint(x: Rational): string {
  return `${toDecimal(mul(x, HUNDRED))}个百分点`;
}
