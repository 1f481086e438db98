import { shownValue } from '@fuchi/policy/assess/show';
import { type Domain, isKnown } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { valueText } from '@fuchi/ui/assessment/value-text';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { grouped } from '@fuchi/ui/grouped';

/** A value with its unit, '' while it isn't known. @example valueWords(domain, spec) // '8,000万元' */
export function valueWords(domain: Domain | undefined, spec: FactSpec): string {
  if (!domain || !isKnown(domain)) return '';
  const { value, unit } = shownValue(domain, spec.type);
  return valueText(value, unit === '' ? undefined : unit);
}

/**
 * The same in a column whose head names the unit: the figure alone, unless it is in another one.
 * @example cellWords(domain, spec) // '8,000'
 */
export function cellWords(domain: Domain | undefined, spec: FactSpec): string {
  if (!domain || !isKnown(domain)) return '';
  const { value, unit } = shownValue(domain, spec.type);
  if (typeof value !== 'string' || unit === '') return valueText(value, undefined);
  const figure = unit === '年度' ? value : grouped(value);
  return unit === spec.unit ? figure : `${figure}${unit}`;
}

/** A column's head with its unit. @example headWords(spec) // '本金（万元）' */
export function headWords({ label, unit, type }: FactSpec): string {
  return unit === '' || type.kind !== 'number' ? label : `${label}（${unit}）`;
}

/** How many rows of a list there are, in its own word. @example countWords(domain, spec) // '2笔，已列全' */
export function countWords(domain: Domain | undefined, spec: FactSpec): string {
  if (domain?.kind !== 'rows') return '';
  const word = rowWord(spec);
  if (domain.items.length === 0) return domain.rest ? '' : '没有';
  return `${domain.items.length}${word}，${domain.rest ? '未列全' : '已列全'}`;
}

/** Figures stand on the right, dates and choices in the middle. */
export function alignOf({ type }: FactSpec): 'left' | 'center' | 'right' {
  if (type.kind === 'number') return type.dimension === 'date' ? 'center' : 'right';
  return type.kind === 'bool' || type.kind === 'choice' ? 'center' : 'left';
}
