import type { Change } from '@fuchi/policy/assess/assessment';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Told } from './applicant.ts';
import { fraction, mul, ofDigits } from './big-fraction.ts';
import { dayNumber } from './point-date.ts';
import { bool } from './point-value.ts';

const SCALES: Readonly<Record<string, bigint>> = { 万元: 10_000n, 年: 12n };

/** What a fact is told to be when a change is really made. */
export function changedTo(spec: FactSpec, change: Change['changes'][number]): Told {
  const { to, unit = '' } = change;
  if (typeof to === 'boolean') return bool(to);
  if (spec.type.kind !== 'number') return { k: 'word', word: to };
  if (spec.type.dimension === 'date') return { k: 'number', x: fraction(BigInt(dayNumber(to))) };
  const x = ofDigits(to);
  return {
    k: 'number',
    x: unit === '%' ? mul(x, fraction(1n, 100n)) : mul(x, fraction(SCALES[unit] ?? 1n)),
  };
}
