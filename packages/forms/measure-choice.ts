import type { Indicator, Measure } from '@fuchi/guide/form';

/**
 * How a choice of measure is written in a filling: by the measure's name, or by its unit where it has none.
 * @example measureKey({ name: '', unit: '吨', … }) // '吨'
 */
export function measureKey(measure: Measure): string {
  return measure.name === '' ? measure.unit : measure.name;
}

/** The measure of a row: the only one, or the one chosen; undefined while none is. */
export function chosenMeasure(indicator: Indicator, choice: string): Measure | undefined {
  const [only, ...more] = indicator.measures;
  return more.length === 0 ? only : indicator.measures.find((m) => measureKey(m) === choice);
}

/** Whether a row has a place for the applicant's own unit. */
export function hasOwnUnit(indicator: Indicator): boolean {
  return indicator.measures.some((m) => m.ownUnit);
}
