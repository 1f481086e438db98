import { nearest } from '@fuchi/guide/reader';
import { parseDate } from '@fuchi/values/date';
import { parseDecimal } from '@fuchi/values/decimal';
import { cmp, mul, ONE, type Rational, rational, toFraction } from '@fuchi/values/rational';
import { BARE, counted, DATE, DAYS, MONEY, MONTHS, RATIO, type ValueType } from '../value-type.ts';

export type ReadLiteral =
  | { readonly ok: true; readonly type: ValueType; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, string>> };

const SCALES: readonly (readonly [string, Rational])[] = [
  ['万亿', rational(1_000_000_000_000)],
  ['亿', rational(100_000_000)],
  ['万', rational(10_000)],
];

/**
 * A number with the unit written behind it, in the base unit of its dimension: money in 元, years in months.
 * @param units the guide's counting units
 * @example readNumber('3000', '万元', units) // { ok: true, type: MONEY, value: '30000000/1' }
 */
export function readNumber(digits: string, unit: string, units: ReadonlySet<string>): ReadLiteral {
  const parsed = parseDecimal(digits);
  if (!parsed.ok) return { ok: false, code: 'bad-number', facts: { written: digits } };
  const n = parsed.value;
  const make = (type: ValueType, scale: Rational): ReadLiteral => ({
    ok: true,
    type,
    value: toFraction(mul(n, scale)),
  });
  if (unit === '') return make(BARE, ONE);
  if (unit === '%') {
    if (cmp(n, rational(100)) > 0) {
      return { ok: false, code: 'ratio-over-100', facts: { written: `${digits}%` } };
    }
    return make(RATIO, rational(1, 100));
  }
  if (unit === '年') return make(MONTHS, rational(12));
  if (unit === '个月') return make(MONTHS, ONE);
  if (unit === '天' || unit === '日') return make(DAYS, ONE);
  if (unit === '个百分点')
    return { ok: false, code: 'percentage-point', facts: { written: digits } };
  const scaled = SCALES.find(([word]) => unit.startsWith(word));
  const scale = scaled?.[1] ?? ONE;
  const rest = scaled ? unit.slice(scaled[0].length) : unit;
  if (rest === '元') return make(MONEY, scale);
  if (units.has(unit)) return make(counted(unit), ONE);
  if (units.has(rest)) return make(counted(rest), scale);
  const near = nearest(unit, [...units, '万元', '元', '亿元']) ?? '';
  return {
    ok: false,
    code: 'unknown-unit',
    facts: { unit, written: `${digits}${unit}`, nearest: near },
  };
}

/** A calendar date as day number. @example readDate('2021-12-31') */
export function readDate(text: string): ReadLiteral {
  const parsed = parseDate(text);
  if (!parsed.ok) return { ok: false, code: 'no-such-date', facts: { written: text } };
  return { ok: true, type: DATE, value: `${parsed.value}/1` };
}
