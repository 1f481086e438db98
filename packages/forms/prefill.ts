import { type Form, indicatorsOf } from '@fuchi/guide/form';
import { isFiniteDecimal, toDecimal } from '@fuchi/values/rational';
import { isBlankTarget } from './check/asked-rows.ts';
import { type FactFigures, inRowUnit, statedMeasure } from './fact-figures.ts';
import { type Filling, NO_TARGET, type Target } from './filling.ts';
import { measureKey } from './measure-choice.ts';

/**
 * A filling with the application's figures written into the rows that state them too. What is typed already stays.
 * @example prefill(form, blankFilling(form.id), figures).targets['项目总投入'] // [{ value: '3000', … }]
 */
export function prefill(form: Form, filling: Filling, figures: FactFigures): Filling {
  const written = indicatorsOf(form).flatMap(({ indicator }): [string, readonly Target[]][] => {
    const figure = figures.get(indicator.id);
    const measure = statedMeasure(indicator);
    const typed = filling.targets[indicator.id]?.some((target) => !isBlankTarget(target)) ?? false;
    if (figure === undefined || measure === undefined || typed) return [];
    const unit = measure.ownUnit ? figure.unit : measure.unit;
    const value = inRowUnit(figure, measure, unit);
    if (value === undefined || !isFiniteDecimal(value)) return [];
    const choice = indicator.measures.length > 1 ? measureKey(measure) : '';
    const target = { ...NO_TARGET, value: toDecimal(value), measure: choice };
    return [[indicator.id, [measure.ownUnit ? { ...target, unit } : target]]];
  });
  if (written.length === 0) return filling;
  return { ...filling, targets: { ...filling.targets, ...Object.fromEntries(written) } };
}
