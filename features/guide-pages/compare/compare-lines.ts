import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { conditionFacts } from '../words/condition-facts.ts';

export interface LinesCompared {
  /** Conditions of both that ask the same, in the first line's order. */
  readonly both: readonly ConditionPair[];
  readonly onlyFirst: readonly CheckedCondition[];
  readonly onlySecond: readonly CheckedCondition[];
}

export interface ConditionPair {
  readonly first: CheckedCondition;
  readonly second: CheckedCondition;
  /** The facts both ask. */
  readonly facts: readonly string[];
}

/** At least so much of what two conditions ask together must be asked by both. */
const SHARED = 1 / 3;

/** Two lines' conditions set side by side by what they ask: each is paired once, the closest first. */
export function compareLines(
  guide: CheckedGuide,
  first: CheckedLine,
  second: CheckedLine,
): LinesCompared {
  const asked = new Map(
    [...first.conditions, ...second.conditions].map((c) => [c, conditionFacts(c, guide)]),
  );
  const candidates = first.conditions
    .flatMap((a) =>
      second.conditions.map((b) => ({ a, b, ...overlap(asked.get(a), asked.get(b)) })),
    )
    .filter(({ share }) => share >= SHARED)
    .sort((x, y) => y.share - x.share);
  const pairOf = new Map<CheckedCondition, ConditionPair>();
  const taken = new Set<CheckedCondition>();
  for (const { a, b, facts } of candidates) {
    if (pairOf.has(a) || taken.has(b)) continue;
    pairOf.set(a, { first: a, second: b, facts });
    taken.add(b);
  }
  return {
    both: first.conditions.flatMap((c) => pairOf.get(c) ?? []),
    onlyFirst: first.conditions.filter((c) => !pairOf.has(c)),
    onlySecond: second.conditions.filter((c) => !taken.has(c)),
  };
}

function overlap(a: readonly string[] = [], b: readonly string[] = []) {
  const facts = a.filter((id) => b.includes(id));
  const together = new Set([...a, ...b]).size;
  return { facts, share: together === 0 ? 0 : facts.length / together };
}
