import type { Change } from '@fuchi/policy/assess/assessment';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Told } from './applicant.ts';
import { add, fraction, mul, ofDigits, sub } from './big-fraction.ts';
import { dayNumber } from './point-date.ts';
import { bool } from './point-value.ts';

const SCALES: Readonly<Record<string, bigint>> = { 万元: 10_000n, 年: 12n };
const A_LITTLE = fraction(1n, 1_000_000n);

/** What a fact is told to be when a change is really made; a verdict that turns beyond a value needs a little more. */
export function changedTo(
  spec: FactSpec,
  change: Change['changes'][number],
  beyond: boolean,
): Told {
  const { from, to, unit = '' } = change;
  if (typeof to === 'boolean') return bool(to);
  if (spec.type.kind !== 'number') return { k: 'word', word: to };
  const figure = (text: string) => {
    if (spec.type.kind === 'number' && spec.type.dimension === 'date')
      return fraction(BigInt(dayNumber(text)));
    const x = ofDigits(text);
    return unit === '%' ? mul(x, fraction(1n, 100n)) : mul(x, fraction(SCALES[unit] ?? 1n));
  };
  const x = figure(to);
  if (!beyond) return { k: 'number', x };
  const rises = typeof from !== 'string' || ofDigitsOrDay(spec, from) <= ofDigitsOrDay(spec, to);
  return { k: 'number', x: rises ? add(x, A_LITTLE) : sub(x, A_LITTLE) };
}

function ofDigitsOrDay(spec: FactSpec, text: string): number {
  const date = spec.type.kind === 'number' && spec.type.dimension === 'date';
  return date ? dayNumber(text) : Number(text);
}
