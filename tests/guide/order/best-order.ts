import { assess } from '@fuchi/policy/assess/assess';
import type { Program } from '@fuchi/policy/assess/program';
import { factsByFile } from './asking.ts';
import type { Dossier } from './dossier.ts';

/** Sets of facts, as bits: the smallest that settle one applicant's verdict. */
type Settling = readonly number[];

/** Sets of up to so many facts are tried that together settle what none of them settles alone. */
const MOST_TOGETHER = 3;
/** Beyond this many facts that matter, the subsets are too many. */
const MOST_FACTS = 15;

/**
 * Mean answers under the best fixed order of the facts, found with hindsight for these very applicants: a settled
 * verdict stays settled, so each applicant has smallest sets of facts that settle it, and the order that meets them
 * soonest is found over all subsets of the facts. Undefined where there are too many facts.
 */
export function bestFixedOrder(program: Program, dossiers: readonly Dossier[]): number | undefined {
  const facts = factsByFile(program);
  const settling = dossiers.map((d) => settlingSets(program, facts, d));
  const bits = facts
    .map((_, i) => 1 << i)
    .filter((bit) => settling.some((sets) => sets.some((s) => (s & bit) !== 0)));
  if (facts.length > 30 || bits.length > MOST_FACTS) return undefined;
  const places = new Map(bits.map((bit, i) => [bit, 1 << i]));
  const narrowed = (set: number) =>
    bits.reduce((sum, bit) => ((set & bit) === 0 ? sum : sum | (places.get(bit) ?? 0)), 0);
  const sets = settling.map((own) => own.map(narrowed));
  const answers = bits.map((bit) =>
    dossiers.map((d) => d.answersFor([facts[Math.log2(bit)] ?? ''])),
  );
  // From everything asked backwards: what is still to come after each subset.
  const rest = new Float64Array(2 ** bits.length);
  for (let asked = rest.length - 2; asked >= 0; asked--) {
    const open = [...sets.keys()].filter((d) => !sets[d]?.some((s) => (s & asked) === s));
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < bits.length; i++) {
      if ((asked & (1 << i)) !== 0) continue;
      const now = open.reduce((sum, d) => sum + (answers[i]?.[d] ?? 1), 0);
      least = Math.min(least, now + (rest[asked | (1 << i)] ?? 0));
    }
    rest[asked] = least;
  }
  return (rest[0] ?? 0) / dossiers.length;
}

function settlingSets(program: Program, facts: readonly string[], dossier: Dossier): Settling {
  const known = new Map<number, boolean>();
  const settles = (set: number): boolean => {
    let settled = known.get(set);
    if (settled === undefined) {
      const told = dossier.told(facts.filter((_, i) => (set & (1 << i)) !== 0));
      settled = assess(program, told, { asOf: null }).verdict !== 'undetermined';
      known.set(set, settled);
    }
    return settled;
  };
  const bits = facts.map((_, i) => 1 << i);
  const found = bits.filter(settles);
  const others = bits.filter((bit) => !found.includes(bit));
  const all = others.reduce((set, bit) => set | bit, 0);
  // Without the facts that settle alone nothing else may: then there is no other smallest set.
  if (!settles(all)) return found;
  const needed = others.filter((bit) => !settles(all & ~bit)).reduce((set, bit) => set | bit, 0);
  if (settles(needed)) return [...found, needed];
  const extend = (set: number, from: number, more: number) => {
    for (let i = from; i < others.length; i++) {
      const next = set | (others[i] ?? 0);
      if (found.some((s) => (s & next) === s)) continue;
      if (more > 1) extend(next, i + 1, more - 1);
      else if (settles(next)) found.push(next);
    }
  };
  for (let size = 2; size <= MOST_TOGETHER; size++) extend(needed, 0, size);
  if (found.length === 0) found.push(shrunk(all, others, settles));
  return found;
}

function shrunk(all: number, bits: readonly number[], settles: (set: number) => boolean): number {
  return bits.reduce((set, bit) => (settles(set & ~bit) ? set & ~bit : set), all);
}
