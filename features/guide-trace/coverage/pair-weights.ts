import { pairsOf } from '../match/closeness.ts';

/** How much each pair of characters tells: one that stands in many clauses tells little. */
export class PairWeights {
  private readonly weight = new Map<string, number>();
  private readonly rarest: number;

  constructor(clauses: readonly string[]) {
    const counts = new Map<string, number>();
    for (const text of clauses) {
      for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    this.rarest = Math.log(clauses.length + 1);
    for (const [pair, n] of counts) this.weight.set(pair, Math.log((clauses.length + 1) / n));
  }

  /** The share of a phrase's weight that stands in what is said: 0 to 1. */
  closeness(phrase: string, says: string): number {
    const said = pairsOf(says);
    let all = 0;
    let met = 0;
    for (const pair of pairsOf(phrase)) {
      const weight = this.weight.get(pair) ?? this.rarest;
      all += weight;
      if (said.has(pair)) met += weight;
    }
    return all === 0 ? 1 : met / all;
  }
}
