import type { AssessedStep } from '@fuchi/policy/assess/assessment';
import { grouped } from '../grouped.ts';

/** A figure, or the ends between which it lies while something is unknown: the word before it, and its ends. */
export interface FigureWords {
  readonly lead: '' | '不超过' | '不低于';
  /** One figure, or two of an interval; none while nothing can be said. */
  readonly ends: readonly string[];
}

/**
 * How a figure is put into words. A floor of 0 says nothing, so it isn't mentioned.
 * @example figureWords({ atLeast: '0', atMost: '2000' }) // { lead: '不超过', ends: ['2,000'] }
 */
export function figureWords(value: AssessedStep['value']): FigureWords {
  if (value === null) return { lead: '', ends: [] };
  if (typeof value === 'string') return { lead: '', ends: [grouped(value)] };
  const { atLeast, atMost } = value;
  if (atMost === null)
    return atLeast === '0' ? { lead: '', ends: [] } : { lead: '不低于', ends: [grouped(atLeast)] };
  if (atLeast === '0') return { lead: '不超过', ends: [grouped(atMost)] };
  return { lead: '', ends: [grouped(atLeast), grouped(atMost)] };
}

/** @example figureText({ atLeast: '200', atMost: '500' }, '万元') // '200至500万元' */
export function figureText(value: AssessedStep['value'], unit: string): string {
  const { lead, ends } = figureWords(value);
  return ends.length === 0 ? '尚不能算出' : `${lead}${ends.join('至')}${unit}`;
}
