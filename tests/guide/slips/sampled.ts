import { Chance } from '../sound/chance.ts';
import type { Mutant, Operator } from './slip.ts';

/** So many mutants of each operator at most, chosen by a fixed seed. */
export function sampled(mutants: readonly Mutant[], each: number, seed = 20_220_601): Mutant[] {
  const byOperator = new Map<Operator, Mutant[]>();
  for (const m of mutants) byOperator.set(m.operator, [...(byOperator.get(m.operator) ?? []), m]);
  const chance = new Chance(seed);
  return [...byOperator.values()].flatMap((own) => {
    const left = [...own];
    return Array.from({ length: Math.min(each, own.length) }, () =>
      left.splice(chance.below(left.length), 1),
    ).flat();
  });
}
