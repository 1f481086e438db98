import { type CalendarDate, formatDate } from '@fuchi/values/date';
import {
  div,
  isFiniteDecimal,
  isInteger,
  mul,
  type Rational,
  rational,
  sign,
  toDecimal,
} from '@fuchi/values/rational';
import { type Domain, isKnown, type Num, pointOf } from '../bounds/domain.ts';
import type { Dimension, ValueType } from '../value-type.ts';
import type { Amount } from './assessment.ts';

const TEN_THOUSAND = rational(10_000);
/** A value without a finite expansion is shown to this many decimals. */
const SHOWN_DECIMALS = 6;

/** An exact decimal, or one rounded where there is no exact one. */
export function decimal(x: Rational): string {
  return isFiniteDecimal(x) ? toDecimal(x) : toDecimal(x, SHOWN_DECIMALS, 'half-up');
}

/** Money in 万元. @example inWan(rational(4_800_000)) // '480' */
export function inWan(x: Rational): string {
  return decimal(div(x, TEN_THOUSAND) ?? x);
}

/** A number in the unit in which people write its dimension. */
export function shownNumber(x: Rational, dimension: Dimension): { value: string; unit: string } {
  switch (dimension) {
    case 'money':
      return { value: inWan(x), unit: '万元' };
    case 'ratio':
      return { value: decimal(mul(x, rational(100))), unit: '%' };
    case 'months': {
      const years = div(x, rational(12)) ?? x;
      return isFiniteDecimal(years)
        ? { value: decimal(years), unit: '年' }
        : { value: decimal(x), unit: '个月' };
    }
    case 'days':
      return { value: decimal(x), unit: '天' };
    case 'date':
      return { value: dateText(x), unit: '' };
    case 'bare':
      return { value: decimal(x), unit: '' };
    default:
      return { value: decimal(x), unit: dimension.slice('count:'.length) };
  }
}

function dateText(x: Rational): string {
  return isInteger(x) && !x.big ? formatDate(x.n as CalendarDate) : decimal(x);
}

/** The difference of two values of a dimension: dates differ by days. */
export function shownDifference(
  x: Rational,
  dimension: Dimension,
): { value: string; unit: string } {
  if (dimension === 'date') return { value: decimal(x), unit: '天' };
  if (dimension === 'ratio') return { value: decimal(mul(x, rational(100))), unit: '个百分点' };
  return shownNumber(x, dimension);
}

export function dimensionOf(type: ValueType): Dimension {
  return type.kind === 'number' ? type.dimension : 'bare';
}

/** A known value as a person writes it; null while it isn't known. */
export function shownValue(
  d: Domain,
  type: ValueType,
): { value: string | boolean | readonly string[] | null; unit: string } {
  if (!isKnown(d)) return { value: null, unit: '' };
  switch (d.kind) {
    case 'num':
      return d.lo && d.some ? shownNumber(d.lo, dimensionOf(type)) : { value: '无', unit: '' };
    case 'truth':
      return { value: d.t, unit: '' };
    case 'word':
      return { value: d.values?.[0] ?? '无', unit: '' };
    case 'many':
      return { value: d.has ?? [], unit: '' };
    case 'place': {
      const r = d.region;
      if (!r) return { value: '无', unit: '' };
      const parts = [r.province, r.city, r.level === 'county' ? r.name : undefined];
      return { value: [...new Set(parts.flatMap((p) => p ?? []))].join(''), unit: '' };
    }
    case 'rows':
    case 'list':
      return { value: String(d.items.length), unit: '' };
  }
}

/**
 * An amount of money, exact or as an interval; null when there is none. Where it may be that there is none,
 * the interval begins at 0. An interval's ends without a finite expansion are rounded outwards.
 */
export function shownAmount(d: Num): Amount | null {
  if (!d.some) return null;
  const only = pointOf(d);
  if (only) return { amount: inWan(only) };
  const atLeast = d.lo && !d.none ? outwards(d.lo, 'down') : '0';
  return { atLeast, atMost: d.hi ? outwards(d.hi, 'up') : null };
}

function outwards(x: Rational, side: 'down' | 'up'): string {
  const wan = div(x, TEN_THOUSAND) ?? x;
  if (isFiniteDecimal(wan)) return toDecimal(wan);
  const mode = sign(wan) < 0 ? (side === 'down' ? 'up' : 'down') : side;
  return toDecimal(wan, SHOWN_DECIMALS, mode);
}
