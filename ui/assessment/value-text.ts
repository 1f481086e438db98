import { grouped } from '../grouped.ts';

/** A value of a fact as a person reads it. @example valueText('8000', '万元') // '8,000万元' */
export function valueText(
  value: string | boolean | readonly string[] | null,
  unit: string | undefined,
): string {
  if (value === null) return '未知';
  if (value === true) return '是';
  if (value === false) return '否';
  if (typeof value !== 'string') return value.length === 0 ? '无' : value.join('、');
  // A year is a name, not a quantity.
  const isQuantity = unit !== undefined && unit !== '年度';
  return `${isQuantity ? grouped(value) : value}${unit ?? ''}`;
}
