import { abs, cmp, sub } from '@fuchi/values/rational';
import { pointOf } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { evaluate, meets, truthOf } from '../bounds/evaluate.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf } from '../walk.ts';
import type { Gap } from './assessment.ts';
import { dimensionOf, shownDifference, shownNumber } from './show.ts';

/**
 * By how much a condition is missed, in figures: the first comparison of known values that fails.
 * @returns undefined when what fails isn't a figure
 */
export function gapOf(node: Checked, env: Environment, wanted = true): Gap | undefined {
  const now = truthOf(node, env);
  if (wanted ? now.t : now.f) return undefined;
  switch (node.kind) {
    case 'compare':
      return comparisonGap(node.left, node.right, env);
    case 'within':
      return rangeGap(node, env);
    case 'not':
      return gapOf(node.of, env, !wanted);
    case 'and':
    case 'or': {
      const gaps = node.items.flatMap((i) => gapOf(i, env, wanted) ?? []);
      return gaps[0];
    }
    case 'if': {
      const when = truthOf(node.when, env);
      return gapOf(when.t ? node.whenTrue : node.otherwise, env, wanted);
    }
    case 'every':
    case 'some': {
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return undefined;
      for (const item of list.items) {
        const gap = gapOf(node.body, withFrame(env, item.value), wanted);
        if (gap) return { ...gap, row: item.row };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function comparisonGap(left: Checked, right: Checked, env: Environment): Gap | undefined {
  // The side that holds the applicant's figure is what they have; the other is what the guide wants.
  const swap = isFixed(left) && !isFixed(right);
  const [mine, theirs] = swap ? [right, left] : [left, right];
  const have = pointOf(evaluate(mine, env));
  const need = pointOf(evaluate(theirs, env));
  if (!have || !need) return undefined;
  return figures(mine, have, need);
}

function isFixed(node: Checked): boolean {
  return node.kind === 'literal' || (factsOf(node).length === 0 && node.kind !== 'column');
}

function figures(
  mine: Checked,
  have: NonNullable<ReturnType<typeof pointOf>>,
  need: NonNullable<ReturnType<typeof pointOf>>,
): Gap {
  const dimension = dimensionOf(mine.type);
  const shown = shownNumber(have, dimension);
  const short = shownDifference(abs(sub(need, have)), dimension);
  const fact =
    mine.kind === 'fact'
      ? { fact: mine.fact }
      : mine.kind === 'column'
        ? { fact: mine.column }
        : {};
  return {
    have: shown.value,
    need: shownNumber(need, dimension).value,
    short: short.value,
    unit: dimension === 'date' ? short.unit : shown.unit,
    ...fact,
  };
}

/** The nearest end of the range that is missed. */
function rangeGap(node: Checked & { kind: 'within' }, env: Environment): Gap | undefined {
  const of = evaluate(node.of, env);
  const have = pointOf(of);
  if (!have) return undefined;
  let best: { gap: Gap; size: typeof have } | undefined;
  for (const test of node.tests) {
    if (test.kind !== 'range' || meets(of, test, env).t) continue;
    const from = pointOf(evaluate(test.from, env));
    const to = pointOf(evaluate(test.to, env));
    const need = from && cmp(have, from) < 0 ? from : to;
    if (!need) continue;
    const size = abs(sub(need, have));
    if (!best || cmp(size, best.size) < 0) best = { gap: figures(node.of, have, need), size };
  }
  return best?.gap;
}
