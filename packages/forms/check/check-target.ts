import type { Indicator, Measure } from '@fuchi/guide/form';
import { nearest } from '@fuchi/guide/reader';
import { cmp, isInteger, type Rational, toDecimal } from '@fuchi/values/rational';
import { type FieldAddress, targetAt } from '../field-address.ts';
import type { Target } from '../filling.ts';
import { rangeOf } from '../indicator-range.ts';
import { chosenMeasure, measureKey } from '../measure-choice.ts';
import { type Finding, fault } from './finding.ts';
import { readTarget } from './read-target.ts';
import { isBlank, saysNothing, saysNoUnit } from './says-nothing.ts';

/** A target whose figures were read, for what compares figures. */
export interface ReadRow {
  readonly indicator: Indicator;
  readonly index: number;
  readonly measure: Measure;
  /** The unit it is in: the printed one, or the applicant's own. */
  readonly unit: string;
  readonly value: Rational | undefined;
  /** Year → figure, of the years that have one that reads. */
  readonly years: ReadonlyMap<string, Rational>;
}

/**
 * One target by itself: its measure, its unit, and each of its figures.
 * @returns the figures that read, undefined where they don't count or it isn't told how they do
 */
export function checkTarget(
  indicator: Indicator,
  index: number,
  target: Target,
): { readonly findings: readonly Finding[]; readonly row: ReadRow | undefined } {
  const { id, measures } = indicator;
  const measure = chosenMeasure(indicator, target.measure.trim());
  if (measure === undefined) {
    if (isBlank(target.measure) || saysNoUnit(target.measure))
      return { findings: [], row: undefined };
    const keys = measures.map(measureKey);
    const given = target.measure.trim();
    const facts = { given, words: keys.join('、'), nearest: nearest(given, keys) ?? '' };
    const where = targetAt(id, index, 'measure');
    return { findings: [fault(where, 'measure-unknown', facts)], row: undefined };
  }
  const valueAt = targetAt(id, index, 'value');
  if (measure.kind === '文字') return { findings: [], row: undefined };
  if (measure.kind === '选项') {
    return { findings: checkOption(valueAt, target.value, measure), row: undefined };
  }
  const findings: Finding[] = [];
  const unit = measure.ownUnit ? target.unit.trim() : measure.unit;
  if (measure.ownUnit && /^[\d.,]+$/u.test(unit)) {
    findings.push(fault(targetAt(id, index, 'unit'), 'unit-is-number', { given: unit }));
  }
  const figure = (where: FieldAddress, text: string): Rational | undefined => {
    if (isBlank(text) || saysNothing(text)) return undefined;
    const read = readTarget(text, measure, target.unit);
    if (!read.ok) {
      findings.push(fault(where, read.code, read.facts));
      return undefined;
    }
    findings.push(...checkFigure(where, text, read.value, measure, unit));
    return read.value;
  };
  const value = figure(valueAt, target.value);
  const years = new Map<string, Rational>();
  for (const [year, text] of Object.entries(target.years)) {
    const where = targetAt(id, index, 'year', year);
    if (!isBlank(text) && saysNothing(text))
      findings.push(fault(where, 'year-says-nothing', { given: text.trim() }));
    const read = figure(where, text);
    if (read !== undefined) years.set(year, read);
  }
  return { findings, row: { indicator, index, measure, unit, value, years } };
}

function checkOption(where: FieldAddress, text: string, { options }: Measure): readonly Finding[] {
  const given = text.trim();
  if (isBlank(text) || options.includes(given)) return [];
  const facts = { given, words: options.join('、'), nearest: nearest(given, options) ?? '' };
  return [fault(where, 'option-unknown', facts)];
}

function checkFigure(
  where: FieldAddress,
  text: string,
  value: Rational,
  measure: Measure,
  unit: string,
): readonly Finding[] {
  const given = text.trim();
  if (measure.kind === '数量' && !measure.decimal && !isInteger(value)) {
    return [fault(where, 'target-not-whole', { given, unit })];
  }
  const range = rangeOf(measure);
  const low = range?.least !== undefined && cmp(value, range.least) < 0;
  const high = range?.most !== undefined && cmp(value, range.most) > 0;
  if (!low && !high) return [];
  const end = (x: Rational | undefined) => (x === undefined ? '' : `${toDecimal(x)}${unit}`);
  const facts = { given, least: end(range?.least), most: end(range?.most) };
  return [fault(where, 'target-out-of-range', facts)];
}
