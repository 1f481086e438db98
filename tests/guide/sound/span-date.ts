import type { Checked } from '@fuchi/policy/checked-tree';
import { type Fraction, NOTHING, sub, whole } from './big-fraction.ts';
import { completeMonths, completeYears, lastDay, monthsLater } from './point-date.ts';
import { ABSENT, ANY, isOne, minus, plus, type Range } from './span.ts';

/** A date, or the range of dates, moved by days or months. */
export function movedRange(node: Checked & { kind: 'move' }, date: Range, by: Range): Range {
  if (node.by.type.kind === 'number' && node.by.type.dimension === 'days')
    return node.back ? minus(date, by) : plus(date, by);
  if (!date.some || !by.some) return ABSENT;
  // A move that isn't known may be by a part of a month, which moves no date.
  if (!isOne(by) || !by.lo) return { ...ANY, none: true };
  const months = node.back ? sub(NOTHING, by.lo) : by.lo;
  if (months.d !== 1n) return ABSENT;
  return atEnds(date, (day) => monthsLater(day, Number(months.n)));
}

/** The ends of the months in which dates lie. */
export function dateRange(of: Range): Range {
  return atEnds(of, lastDay);
}

/** Complete months or years, in months: the later the end and the earlier the start, the more. */
export function monthsBetween(unit: string, from: Range, to: Range): Range {
  const none = from.none || to.none;
  const some = from.some && to.some;
  const count = (a: Fraction | undefined, b: Fraction | undefined) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    if (x === undefined || y === undefined) return undefined;
    return whole(unit === 'months' ? completeMonths(x, y) : 12 * completeYears(x, y));
  };
  return { k: 'number', lo: count(from.hi, to.lo), hi: count(from.lo, to.hi), none, some };
}

function atEnds(of: Range, f: (day: number) => number): Range {
  const end = (x: Fraction | undefined) => {
    const day = dayOf(x);
    return day === undefined ? undefined : whole(f(day));
  };
  return { ...of, lo: end(of.lo), hi: end(of.hi) };
}

function dayOf(x: Fraction | undefined): number | undefined {
  return x && x.d === 1n ? Number(x.n) : undefined;
}
