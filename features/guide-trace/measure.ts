import { readDate, readNumber } from '@fuchi/policy/check/literal';
import { fraction } from '@fuchi/policy/fraction';
import { eq } from '@fuchi/values/rational';

/**
 * A value of the text or of the data in one spelling, so that 0.3亿元 is 3000万元.
 * Numbers are fractions in the base unit of their dimension.
 */
export interface Measure {
  /** money, ratio, months, days, date, period, year, count:家, near (近N年), past (上年度), rank, parts */
  readonly dimension: string;
  readonly value: string;
}

/** A number with its unit. @example numberMeasure('0.3', '亿元', units) // {dimension: 'money', value: '30000000/1'} */
export function numberMeasure(
  digits: string,
  unit: string,
  units: ReadonlySet<string>,
): Measure | undefined {
  const read = readNumber(digits, unit, units);
  if (!read.ok || read.type.kind !== 'number') return undefined;
  const { dimension } = read.type;
  if (dimension === 'count:年度') return { dimension: 'year', value: read.value };
  return { dimension: dimension === 'bare' ? 'count:' : dimension, value: read.value };
}

/** A calendar day. */
export function dateMeasure(text: string): Measure | undefined {
  const read = readDate(text);
  return read.ok ? { dimension: 'date', value: text } : undefined;
}

/**
 * Whether a value of the text is the value of the data.
 * @param year the guide's year, which 近三年 and 上年度 count from
 */
export function sameMeasure(text: Measure, data: Measure, year: number): boolean {
  if (text.dimension === 'near') {
    return data.dimension === 'year' && data.value === `${year - Number(text.value)}/1`;
  }
  if (text.dimension === 'past') {
    return data.dimension === 'year' && data.value === `${year - Number(text.value)}/1`;
  }
  if (!sameDimension(text.dimension, data.dimension)) return false;
  if (text.value === data.value) return true;
  return text.value.includes('/') && data.value.includes('/')
    ? eq(fraction(text.value), fraction(data.value))
    : false;
}

/** A count whose unit the text leaves out (2亿) is any count, and any amount. */
function sameDimension(text: string, data: string): boolean {
  if (text === data) return true;
  return text === 'count:' && (data.startsWith('count:') || data === 'money');
}
