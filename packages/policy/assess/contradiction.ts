import { type Environment, fork } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import { closure } from '../check/fact-use.ts';
import type { CheckedRule } from '../checked-guide.ts';
import { narrowDerived } from './judge.ts';
import type { Program } from './program.ts';

export interface Settled {
  readonly env: Environment;
  readonly broken: readonly CheckedRule[];
  /** Facts of broken rules: their figures decide nothing until the contradiction is cleared. */
  readonly contested: ReadonlySet<string>;
}

/**
 * Applies the consistency rules: what they exclude goes, and where known figures break a rule,
 * those figures count as unknown (reading G18) and the rule is reported.
 * @param without puts the known facts together again, the contested ones as not told
 */
export function settleConsistency(
  program: Program,
  env: Environment,
  without: (contested: ReadonlySet<string>) => Environment,
): Settled {
  const broken: CheckedRule[] = [];
  const contested = new Set<string>();
  let current = env;
  for (const rule of program.line.consistency) {
    if (truthOf(rule.must, env).t) continue;
    broken.push(rule);
    // Under the other reading the figures count as stated.
    if (program.other.has('G18')) continue;
    for (const fact of rule.facts) contested.add(fact);
  }
  if (contested.size > 0) {
    current = without(contested);
    // What follows from a contested figure is as uncertain as the figure.
    for (const id of program.order) {
      if (closure([id], program.specs).some((f) => contested.has(f))) contested.add(id);
    }
  }
  const kept = program.line.consistency.filter((r) => !broken.includes(r));
  const narrowed = fork(current);
  const n: Narrowing = { whole: program.whole, changed: true };
  for (let round = 0; round < 8 && n.changed; round++) {
    n.changed = false;
    for (const rule of kept) {
      const trial = fork(narrowed);
      if (!narrowTo(rule.must, true, trial, n)) {
        if (!broken.includes(rule)) broken.push(rule);
        continue;
      }
      for (const [fact, domain] of trial.facts) narrowed.facts.set(fact, domain);
    }
    narrowDerived(program, narrowed, n);
  }
  return { env: narrowed, broken, contested };
}
