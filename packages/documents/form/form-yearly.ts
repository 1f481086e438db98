import type { Filling, Target } from '@fuchi/forms/filling';
import { chosenMeasure } from '@fuchi/forms/measure-choice';
import { numbered } from '@fuchi/forms/sheet-rows';
import { type Form, type Indicator, indicatorsOf } from '@fuchi/guide/form';

/**
 * The targets by year as 年度目标 prints them, a line a year; empty where none is told.
 * @example yearlyLines(form, filling) // ['2022年：节能量1200吨标准煤；节水量3万吨。', '2023年：…']
 */
export function yearlyLines(form: Form, filling: Filling): readonly string[] {
  const told = [
    ...indicatorsOf(form).flatMap(({ indicator }) =>
      (filling.targets[indicator.id] ?? []).flatMap((target, index) =>
        toldYears(nameOf(indicator, target, index), unitOf(indicator, target), target.years),
      ),
    ),
    ...filling.own.flatMap((own) => toldYears(own.name, own.unit, own.years)),
  ];
  const years = [...new Set(told.map((t) => t.year))].sort();
  return years.map((year) => {
    const targets = told.filter((t) => t.year === year).map((t) => t.says);
    return `${year}年：${targets.join('；')}。`;
  });
}

function toldYears(name: string, unit: string, years: Readonly<Record<string, string>>) {
  return Object.entries(years)
    .filter(([, figure]) => figure !== '')
    .map(([year, figure]) => ({ year, says: `${name}${figure}${unit}` }));
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
