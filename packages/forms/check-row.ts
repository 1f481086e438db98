import type { Faults } from '@fuchi/guide/diagnostic';
import type { Indicator, Measure } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import { cmp } from '@fuchi/values/rational';
import { rangeOf } from './indicator-range.ts';
import { measureKey } from './measure-choice.ts';

const COUNTED = ['金额', '数量', '比例'];
const MONEY = ['元', '万元', '亿元'];
const BRACKETS = /[（(]([^（()）]*)[)）]/gu;
const LEAST = /^不少于(\d+(?:\.\d+)?)(\D+)$/u;

/** Checks what is said of one row against what its label prints. */
export function checkRow(indicator: Indicator, guide: Guide, faults: Faults): void {
  const seen = new Set<string>();
  for (const measure of indicator.measures) {
    checkUnit(measure, indicator.label, faults);
    checkRange(measure, faults);
    const key = measureKey(measure);
    if (indicator.measures.length === 1) continue;
    if (seen.has(key)) faults.add(measure.at, 'measure-twice', { name: key });
    seen.add(key);
    if (measure.name === '' || indicator.label.includes(measure.name)) continue;
    faults.add(measure.at, 'measure-not-printed', { name: measure.name, label: indicator.label });
  }
  checkLeast(indicator, guide, faults);
  const { label, onlyFor, partOf, at } = indicator;
  if (onlyFor !== undefined && !label.includes(onlyFor.text)) {
    faults.add(onlyFor.at, 'only-for-not-printed', { name: onlyFor.text, label });
  }
  if (label.startsWith('其中') && partOf === undefined) faults.add(at, 'part-not-said', { label });
}

function checkUnit(measure: Measure, label: string, faults: Faults): void {
  const { kind, unit, ownUnit, at } = measure;
  if (unit !== '' && !unitsPrinted(label).includes(unit)) {
    faults.add(at, 'unit-not-printed', { unit, label });
  }
  if (!COUNTED.includes(kind)) return;
  if (unit === '' && !ownUnit) faults.add(at, 'unit-not-said', { label });
  if (unit === '') return;
  const fits = kind === '比例' ? unit === '%' : kind !== '金额' || MONEY.includes(unit);
  if (!fits) faults.add(at, 'unit-of-kind', { kind, unit });
}

/** Each bracket, and its parts: “（件/吨）” prints 件 and 吨, “（不含税，万元）” 万元, “（不少于 5 个）” 个. */
function unitsPrinted(label: string): string[] {
  return bracketsOf(label).flatMap((text) => [
    text,
    ...text.split(/[，,/]/u),
    ...(LEAST.exec(text)?.slice(2) ?? []),
  ]);
}

function bracketsOf(label: string): string[] {
  return [...label.matchAll(BRACKETS)].map((m) => (m[1] ?? '').replace(/\s/gu, ''));
}

function checkRange(measure: Measure, faults: Faults): void {
  const range = rangeOf(measure);
  const written = measure.range?.text ?? '';
  const turned = range?.least && range.most && cmp(range.least, range.most) > 0;
  if (range && !turned) return;
  faults.add(measure.range?.at ?? measure.at, 'indicator-range', { written });
}

/** “不少于 5 个” is the figure the guide names; a figure in its words only, so that both are seen to agree. */
function checkLeast(indicator: Indicator, guide: Guide, faults: Faults): void {
  const { label, atLeast, at } = indicator;
  const printed = bracketsOf(label).find((text) => LEAST.test(text));
  if (atLeast === undefined) {
    if (printed !== undefined) faults.add(at, 'least-not-said', { printed });
    return;
  }
  const figure = guide.figures.find((f) => f.id === atLeast.text);
  if (figure === undefined || printed === `不少于${figure.value.text.replace(/\s/gu, '')}`) return;
  const name = figure.id;
  faults.add(atLeast.at, 'least-not-printed', { name, value: figure.value.text, label });
}
