import type { Filling, Target } from '@fuchi/forms/filling';
import { chosenMeasure } from '@fuchi/forms/measure-choice';
import { numbered } from '@fuchi/forms/sheet-rows';
import { type Form, type Indicator, indicatorsOf } from '@fuchi/guide/form';

/** Where an indicator has no target for a year that others have one for. */
const NONE = '—';

/**
 * The targets by year as they stand below 年度目标: each indicator once, with its figures in the order of the years
 * named first; '' where none is told.
 * @example yearlyText(form, filling) // '分年度指标值（2022年／2023年）：节能量500／1200吨标准煤；节水量1／3万吨。'
 */
export function yearlyText(form: Form, filling: Filling): string {
  const rows = [
    ...indicatorsOf(form).flatMap(({ indicator }) =>
      (filling.targets[indicator.id] ?? []).map((target, index) => ({
        name: nameOf(indicator, target, index),
        unit: unitOf(indicator, target),
        years: target.years,
      })),
    ),
    ...filling.own,
  ].filter(({ years }) => Object.values(years).some((figure) => figure !== ''));
  const told = rows.flatMap(({ years }) =>
    Object.keys(years).filter((year) => (years[year] ?? '') !== ''),
  );
  const years = [...new Set(told)].sort();
  if (years.length === 0) return '';
  const says = rows.map(
    (row) => `${row.name}${years.map((year) => row.years[year] || NONE).join('／')}${row.unit}`,
  );
  return `分年度指标值（${years.map((year) => `${year}年`).join('／')}）：${says.join('；')}。`;
}

function nameOf(indicator: Indicator, target: Target, index: number): string {
  if (indicator.repeated === 0) return indicator.id;
  const name = numbered(indicator.id, index);
  return target.about === '' ? name : `${name}（${target.about}）`;
}

/** The unit as told by whoever chose it; “台/套数” is a heading rather than a unit and stands as printed. */
export function unitOf(indicator: Indicator, target: Target): string {
  const measure = chosenMeasure(indicator, target.measure);
  return measure?.ownUnit ? target.unit : (measure?.unit ?? '');
}
