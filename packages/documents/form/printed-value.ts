import { NO_TARGET, type Target } from '@fuchi/forms/filling';
import { chosenMeasure } from '@fuchi/forms/measure-choice';
import type { Indicator } from '@fuchi/guide/form';
import { unitOf } from './form-yearly.ts';

/**
 * What stands in a row's value cell. A target in the row's only unit is its figure, as the label has the unit; where
 * the applicant chose among units or things, or told the unit, the choice stands with it. Printed choices stand in the
 * blank form, and in the filled one with the chosen one ticked.
 * @example printedValue(capacity, { value: '1200', measure: '吨', … }) // '1200吨'
 * @example printedValue(conformity, undefined) // '（合规、不合规）'
 */
export function printedValue(indicator: Indicator, target: Target = NO_TARGET): string {
  const { value, about } = target;
  const [only, ...others] = indicator.measures;
  const options = others.length === 0 ? (only?.options ?? []) : [];
  if (options.length > 0) return printedOptions(options, value);
  if (value === '') return about;
  const measure = chosenMeasure(indicator, target.measure);
  const chosen = others.length > 0 || measure?.ownUnit;
  const figure = chosen ? `${value}${unitOf(indicator, target)}` : value;
  const what = about === '' && others.length > 0 ? (measure?.name ?? '') : about;
  return what === '' ? figure : `${what}：${figure}`;
}

function printedOptions(options: readonly string[], value: string): string {
  if (value === '') return `（${options.join('、')}）`;
  const boxes = options.map((option) => `${option === value ? '☑' : '□'}${option}`);
  return options.includes(value) ? boxes.join('　') : value;
}
