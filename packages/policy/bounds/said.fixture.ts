import { cmp, type Rational, rational, ZERO } from '@fuchi/values/rational';
import { decimal, shownNumber } from '../assess/show.ts';
import type { ValueType } from '../value-type.ts';
import type { Domain, Num } from './domain.ts';

/** A result as the pages of docs/language write it: 是, 未知, 3万元至5万元, 不小于3人或无. */
export function said(d: Domain, type: ValueType): string {
  if (d.kind === 'truth') return d.t ? (d.f ? '未知' : '是') : '否';
  if (d.kind === 'word') {
    return d.values === undefined ? '任意' : [...d.values, ...(d.none ? ['无'] : [])].join('或');
  }
  if (d.kind !== 'num') return d.kind;
  if (!d.some) return '无';
  return `${interval(d, type)}${d.none ? '或无' : ''}`;
}

function interval(d: Num, type: ValueType): string {
  const [lo, hi] = [d.lo && written(d.lo, type), d.hi && written(d.hi, type)];
  if (lo !== undefined && lo === hi) return lo;
  if (lo === undefined) return hi === undefined ? '任意' : `${d.hiOpen ? '小于' : '不大于'}${hi}`;
  if (hi === undefined) return `${d.loOpen ? '大于' : '不小于'}${lo}`;
  return `${lo}至${hi}`;
}

function written(x: Rational, type: ValueType): string {
  if (type.kind !== 'number') return decimal(x);
  const size = cmp(x, ZERO) < 0 ? cmp(x, rational(-10_000)) > 0 : cmp(x, rational(10_000)) < 0;
  if (type.dimension === 'money' && size && cmp(x, ZERO) !== 0) return `${decimal(x)}元`;
  const { value, unit } = shownNumber(x, type.dimension);
  return `${value}${unit}`;
}
