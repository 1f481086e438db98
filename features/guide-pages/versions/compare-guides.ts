import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { type Change, comparePassages } from './compare-passages.ts';
import { guidePassages } from './guide-passages.ts';
import { linePairs, type Unpaired } from './line-pairs.ts';
import { linePassages } from './line-passages.ts';
import { yearsBetween } from './year-shift.ts';

export interface GuideComparison {
  /** How many years lie between the two. */
  readonly years: number;
  /** What changed outside the lines. */
  readonly general: readonly Change[];
  /** Lines of both, in the later one's order. */
  readonly lines: readonly LineComparison[];
  readonly added: readonly Unpaired[];
  readonly dropped: readonly Unpaired[];
}

export interface LineComparison {
  readonly before: CheckedLine;
  readonly after: CheckedLine;
  readonly renamed: boolean;
  readonly changes: readonly Change[];
}

/**
 * Two versions of a guide clause by clause: lines added, dropped, renamed; in each what was added, dropped, moved or
 * changed, and from which figure to which.
 * @example compareGuides(y2022, y2023).lines.find((l) => l.after.id === 'data-product')?.changes
 */
export function compareGuides(before: CheckedGuide, after: CheckedGuide): GuideComparison {
  const years = yearsBetween(before.guide.year, after.guide.year);
  const { pairs, added, dropped } = linePairs(before, after);
  return {
    years,
    general: comparePassages(guidePassages(before), guidePassages(after), years),
    lines: pairs.map((pair) => ({
      ...pair,
      renamed: pair.before.id !== pair.after.id || pair.before.title !== pair.after.title,
      changes: comparePassages(
        linePassages(before, pair.before),
        linePassages(after, pair.after),
        years,
      ),
    })),
    added,
    dropped,
  };
}
