import { fraction } from '@fuchi/policy/fraction';
import { div, mul, rational, toDecimal, ZERO } from '@fuchi/values/rational';
import type { Measure } from '../measure.ts';

/** A value with the unit it is shown in: amounts in 万元, ratios in %, years and months in 个月. */
export interface ShownValue {
  readonly value: string;
  readonly unit: string;
}

/** @example shownValue({ dimension: 'money', value: '30000000/1' }) // { value: '3000', unit: '万元' } */
export function shownValue({ dimension, value }: Measure): ShownValue {
  switch (dimension) {
    case 'money':
      return { value: toDecimal(div(fraction(value), rational(10_000)) ?? ZERO), unit: '万元' };
    case 'ratio':
      return { value: toDecimal(mul(fraction(value), rational(100))), unit: '%' };
    case 'months':
      return { value: toDecimal(fraction(value)), unit: '个月' };
    case 'days':
      return { value: toDecimal(fraction(value)), unit: '天' };
    case 'year':
      return { value: toDecimal(fraction(value)), unit: '年度' };
    case 'parts':
      return { value: toDecimal(fraction(value)), unit: '批' };
    case 'near':
      return { value: `近${value}年`, unit: '' };
    case 'past':
      return { value: '上年度', unit: '' };
    default:
      if (!dimension.startsWith('count:')) return { value, unit: '' };
      return { value: toDecimal(fraction(value)), unit: dimension.slice('count:'.length) };
  }
}
