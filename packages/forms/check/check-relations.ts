import type { NamedValue } from '@fuchi/guide/guide';
import { parseDecimal } from '@fuchi/values/decimal';
import { cmp, toDecimal } from '@fuchi/values/rational';
import { targetAt } from '../field-address.ts';
import type { ReadRow } from './check-target.ts';
import { type Finding, fault } from './finding.ts';

/** Targets against the figures printed with them (不少于), and against other rows: a part, a bound. */
export function checkRelations(
  rows: readonly ReadRow[],
  figures: readonly NamedValue[],
): readonly Finding[] {
  return rows.flatMap((row) => [...checkLeast(row, figures), ...checkOthers(row, rows)]);
}

function checkLeast(row: ReadRow, figures: readonly NamedValue[]): readonly Finding[] {
  const { value, unit, indicator, index } = row;
  const name = indicator.atLeast?.text;
  if (name === undefined || value === undefined) return [];
  const written = figures.find((figure) => figure.id === name)?.value.text ?? '';
  const least = parseDecimal(written.endsWith(unit) ? written.slice(0, -unit.length) : written);
  // The guide's check sees to it that the figure is there, in the row's unit.
  if (!least.ok) throw new Error(`${indicator.id}: the figure ${name} isn't a number of ${unit}`);
  if (cmp(value, least.value) >= 0) return [];
  const facts = { given: `${toDecimal(value)}${unit}`, least: written };
  return [fault(targetAt(indicator.id, index, 'value'), 'target-below-least', facts)];
}

function checkOthers(row: ReadRow, rows: readonly ReadRow[]): readonly Finding[] {
  const { indicator, index, unit } = row;
  const above = (other: string | undefined, code: 'part-above-whole' | 'target-above-other') => {
    const whole = rows.find((r) => r.indicator.id === other);
    if (whole === undefined || whole.unit !== unit) return [];
    const facts = (value: ReadRow['value'], most: ReadRow['value']) =>
      value !== undefined && most !== undefined && cmp(value, most) > 0
        ? {
            given: `${toDecimal(value)}${unit}`,
            other: whole.indicator.label,
            most: `${toDecimal(most)}${unit}`,
          }
        : undefined;
    const atEnd = facts(row.value, whole.value);
    const byYear = [...row.years].flatMap(([year, value]) => {
      const found = facts(value, whole.years.get(year));
      return found ? [fault(targetAt(indicator.id, index, 'year', year), code, found)] : [];
    });
    return atEnd ? [fault(targetAt(indicator.id, index, 'value'), code, atEnd), ...byYear] : byYear;
  };
  return [
    ...above(indicator.partOf?.text, 'part-above-whole'),
    ...above(indicator.atMostOf?.text, 'target-above-other'),
  ];
}
