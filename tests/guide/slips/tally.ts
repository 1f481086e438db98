import type { Verdict } from './panel.ts';
import type { Mutant, Operator } from './slip.ts';

/** What became of an operator's mutants. */
export interface Tally {
  readonly operator: Operator;
  /** Places where the operator applies. */
  readonly places: number;
  readonly tried: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly missed: readonly Mutant[];
}

/** Counts verdicts operator by operator, in the order of the table. */
export function tally(
  operators: readonly Operator[],
  all: readonly Mutant[],
  tried: readonly Mutant[],
  verdicts: readonly Verdict[],
): Tally[] {
  const places = new Map<Operator, number>();
  for (const m of all) places.set(m.operator, (places.get(m.operator) ?? 0) + 1);
  return operators.map((operator) => {
    const own = tried.flatMap((mutant, i): { mutant: Mutant; verdict: Verdict }[] => {
      const verdict = verdicts[i];
      return mutant.operator === operator && verdict ? [{ mutant, verdict }] : [];
    });
    const counts = { check: 0, trace: 0, cases: 0, equivalent: 0, missed: 0 };
    for (const { verdict } of own) counts[verdict]++;
    return {
      operator,
      places: places.get(operator) ?? 0,
      tried: own.length,
      counts,
      missed: own.filter((o) => o.verdict === 'missed').map((o) => o.mutant),
    };
  });
}

/** Who catches: `check` and `trace` by what is written, and the worked cases besides. */
export type Catchers = 'written' | 'with cases';

/**
 * The share caught of those that change anything, over all places: where only some were tried, each operator
 * weighs as often as it applies. 1 of none.
 */
export function share(tallies: readonly Tally[], by: Catchers): number {
  let total = 0;
  let caught = 0;
  for (const { places, tried, counts } of tallies) {
    if (tried === 0) continue;
    const weight = places / tried;
    total += weight * (tried - counts.equivalent);
    caught += weight * (counts.check + counts.trace + (by === 'written' ? 0 : counts.cases));
  }
  return total === 0 ? 1 : caught / total;
}

/** The mean over the operators that change anything, each counting the same. */
export function meanShare(tallies: readonly Tally[], by: Catchers): number {
  const ways = tallies.filter((t) => t.tried > t.counts.equivalent);
  return ways.reduce((n, t) => n + share([t], by), 0) / ways.length;
}
