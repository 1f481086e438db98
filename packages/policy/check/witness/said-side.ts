import type { CompareOp } from '../../syntax/syntax-tree.ts';
import type { SaidFigure } from './said-figure.ts';

/** Which side of a figure a sentence means, and whether its word leaves open if the figure itself counts. */
export interface SaidSide {
  readonly op: CompareOp;
  /** The word that says so. */
  readonly word: string;
  /** “以上”“底前”“以来”: whether the figure itself counts is a matter of reading. */
  readonly open: boolean;
}

const BEHIND: readonly (readonly [RegExp, CompareOp, boolean])[] = [
  [/^(?:及以上|（含）以上|\(含\)以上|\(含\)以来|（含）以来)/u, '>=', false],
  [/^(?:（次）)?(?:以上|以来)/u, '>=', true],
  [/^(?:以内|及以下|以下|（含）以内)/u, '<=', false],
  [/^(?:及以前|或以前)/u, '<=', false],
  [/^前/u, '<=', true],
];

const BEFORE: readonly (readonly [RegExp, CompareOp])[] = [
  [/(?:不低于|不少于|不小于|至少|不短于)[^不]*$/u, '>='],
  [/(?:不超过|不高于|不多于|不大于|最高|至多|(?<=.)截至)[^不]*$/u, '<='],
  [/(?:大于|(?<!不)超过|(?<!不)高于|(?<!不)多于)[^不]*$/u, '>'],
  [/(?:未满|不满|不足|(?<!不)低于|(?<!不)少于|(?<!不)小于)[^不]*$/u, '<'],
];

/**
 * The side of a figure its sentence means, where it says so.
 * @example saidSide(figure) // of “不低于3000万元”: { op: '>=', word: '不低于', open: false }
 */
export function saidSide(figure: SaidFigure): SaidSide | undefined {
  for (const [pattern, op, open] of BEHIND) {
    const word = pattern.exec(figure.behind)?.[0];
    if (word !== undefined) return { op, word, open };
  }
  let nearest: SaidSide | undefined;
  let at = -1;
  for (const [pattern, op] of BEFORE) {
    const match = pattern.exec(figure.before);
    if (!match || match.index <= at) continue;
    at = match.index;
    nearest = {
      op,
      word: /^(?:[不未][^\s]{1,2}|..)/u.exec(match[0])?.[0] ?? match[0],
      open: false,
    };
  }
  return nearest;
}
