import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Judge } from './judge.ts';
import type { Mutant, Operator } from './slip.ts';

export interface Missed {
  readonly mutant: Mutant;
  /** Whether one of the guide's worked cases comes out otherwise. */
  readonly byCases: boolean;
}

/** What became of an operator's mutants. */
export interface Tally {
  readonly operator: Operator;
  /** Places where the operator applies, and how many of them were tried. */
  readonly places: number;
  readonly applied: number;
  readonly check: number;
  readonly trace: number;
  readonly equivalent: number;
  readonly missed: readonly Missed[];
}

/** Judges mutants operator by operator, in the order of the table. */
export function tally(
  operators: readonly Operator[],
  mutants: readonly Mutant[],
  places: ReadonlyMap<Operator, number>,
  judge: Judge,
  byCases: (mutant: Mutant, checked: CheckedGuide) => boolean,
): Tally[] {
  return operators.map((operator) => {
    const own = mutants.filter((m) => m.operator === operator);
    const counts = { check: 0, trace: 0, equivalent: 0 };
    const missed: Missed[] = [];
    for (const mutant of own) {
      const outcome = judge.judge(mutant);
      if (outcome.by === 'missed')
        missed.push({ mutant, byCases: byCases(mutant, outcome.checked) });
      else counts[outcome.by]++;
    }
    return { operator, places: places.get(operator) ?? 0, applied: own.length, ...counts, missed };
  });
}

/** The share caught of those that change anything; 1 of none. */
export function share(tallies: readonly Tally[]): number {
  const caught = tallies.reduce((n, t) => n + t.check + t.trace, 0);
  const missed = tallies.reduce((n, t) => n + t.missed.length, 0);
  return caught + missed === 0 ? 1 : caught / (caught + missed);
}

/** The share over all places: where only some were tried, each operator weighs as often as it applies. */
export function weightedShare(tallies: readonly Tally[]): number {
  const weight = (t: Tally) => t.places * (1 - t.equivalent / Math.max(1, t.applied));
  const total = tallies.reduce((n, t) => n + weight(t), 0);
  return tallies.reduce((n, t) => n + weight(t) * share([t]), 0) / total;
}
