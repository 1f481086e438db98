import type { CheckedCondition, CheckedGuide } from '@fuchi/policy/checked-guide';
import { factsOf } from '@fuchi/policy/walk';
import { asRead } from './rule-words.ts';

/** The facts a condition asks under the default readings, each once. */
export function conditionFacts(
  { must, applies, opinion, each }: CheckedCondition,
  guide: CheckedGuide,
): string[] {
  const read = [must, applies].flatMap((tree) => (tree ? factsOf(asRead(tree)) : []));
  const ids = [...read, each, opinion].filter((id) => guide.facts[id]?.supplied === '');
  return [...new Set(ids)];
}
