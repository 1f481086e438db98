import { type Form, type Indicator, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import type { Filling, OwnIndicator, Target } from '../filling.ts';
import { isBlank, saysNothing } from './says-nothing.ts';

/**
 * Whether a row is asked of this applicant. open: nobody has chosen a kind of project yet, so it can't be said.
 * may: it can be left out. no: it belongs to a kind that wasn't chosen, and stays empty.
 */
export type Asked = 'yes' | 'may' | 'no' | 'open';

export interface AskedRow {
  readonly indicator: Indicator;
  /** The kind of project it belongs to; '' for everybody's rows. */
  readonly group: string;
  readonly asked: Asked;
}

/** All rows of a form with whether they are asked, in printed order. */
export function askedRows(form: Form, filling: Filling): readonly AskedRow[] {
  const kinds = kindsOf(form).filter((kind) => filling.kinds.includes(kind));
  return indicatorsOf(form).map(({ indicator, group }) => ({
    indicator,
    group: group.name,
    asked: askedOf(indicator, group.name, kinds),
  }));
}

function askedOf(indicator: Indicator, group: string, kinds: readonly string[]): Asked {
  if (group !== '' && kinds.length === 0) return 'open';
  if (group !== '' && !kinds.includes(group)) return 'no';
  if (indicator.onlyFor !== undefined) return 'may';
  const excused = indicator.optionalFor.map((kind) => kind.text);
  return kinds.length > 0 && kinds.every((kind) => excused.includes(kind)) ? 'may' : 'yes';
}

/** Whether nothing is typed into a target. */
export function isBlankTarget(target: Target): boolean {
  const { value, measure, unit, about, years } = target;
  return [value, measure, unit, about, ...Object.values(years)].every(isBlank);
}

/** Whether a row of 个性指标 holds none: nothing is typed, or “无” stands in it and nothing else. */
export function isBlankOwn({ name, unit, value, years }: OwnIndicator): boolean {
  return [name, unit, value, ...Object.values(years)].every((t) => isBlank(t) || saysNothing(t));
}
