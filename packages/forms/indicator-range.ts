import type { Measure } from '@fuchi/guide/form';
import { parseDecimal } from '@fuchi/values/decimal';
import { HUNDRED, type Rational, ZERO } from '@fuchi/values/rational';

/** Least and greatest value in the printed unit; undefined where there is none. */
export interface Range {
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
}

/**
 * Which values a measure can have. Without 范围 amounts and counts don't go below zero and a share stays within
 * 0 and 100, as for facts. The ends are numbers of the printed unit, which may stand behind them.
 * @returns undefined when 范围 can't be read
 * @example rangeOf(measure) // 范围: "0%.." gives { least: 0, most: undefined }
 */
export function rangeOf(measure: Measure): Range | undefined {
  if (measure.range === undefined) {
    return { least: ZERO, most: measure.kind === '比例' ? HUNDRED : undefined };
  }
  const ends = measure.range.text.split('..').map((end) => end.trim());
  if (ends.length !== 2) return undefined;
  const [least, most] = ends.map((end) => readEnd(end, measure.unit));
  return least === 'unreadable' || most === 'unreadable' ? undefined : { least, most };
}

function readEnd(text: string, unit: string): Rational | undefined | 'unreadable' {
  if (text === '') return undefined;
  const digits = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  const parsed = parseDecimal(digits);
  return parsed.ok ? parsed.value : 'unreadable';
}
