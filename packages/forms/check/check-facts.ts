import { eq, isFiniteDecimal, toDecimal } from '@fuchi/values/rational';
import { type FactFigures, inRowUnit } from '../fact-figures.ts';
import { targetAt } from '../field-address.ts';
import type { ReadRow } from './check-target.ts';
import { type Finding, fault } from './finding.ts';

/** Whether a target says what the application says of the same figure, exactly, in the row's unit. */
export function checkFact(row: ReadRow, figures: FactFigures): readonly Finding[] {
  const { indicator, index, measure, unit, value } = row;
  const figure = figures.get(indicator.id);
  if (value === undefined || figure === undefined) return [];
  const stated = inRowUnit(figure, measure, unit);
  if (stated === undefined || eq(stated, value)) return [];
  const shown = isFiniteDecimal(stated) ? `${toDecimal(stated)}${unit}` : '';
  const facts = { given: `${toDecimal(value)}${unit}`, fact: figure.label, stated: shown };
  return [fault(targetAt(indicator.id, index, 'value'), 'fact-differs', facts)];
}
