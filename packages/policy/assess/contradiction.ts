import { type Environment, fork } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import { closure } from '../check/fact-use.ts';
import type { CheckedRule } from '../checked-guide.ts';
import { narrowDerived } from './derived.ts';
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
  const rules = program.line.consistency;
  const broken = rules.filter((r) => !truthOf(r.must, env).t);
  const doubtful = new Set<string>();
  // Under the other reading the figures count as stated.
  const doubt = (found: readonly CheckedRule[]) => {
    if (program.other.has('G18')) return;
    for (const fact of found.flatMap((r) => r.facts)) doubtful.add(fact);
  };
  doubt(broken);
  for (;;) {
    const current = doubtful.size > 0 ? without(doubtful) : env;
    const kept = rules.filter((r) => !broken.includes(r));
    const { narrowed, failing } = narrowByRules(program, current, kept);
    if (!failing) return { env: narrowed, broken, contested: following(doubtful, program) };
    // Rules that each could hold, but not together: the figures of all that hang together are in doubt.
    broken.push(failing);
    doubt(connected(failing, kept));
  }
}

/** What follows from a doubtful figure is as uncertain as the figure. */
function following(doubtful: ReadonlySet<string>, program: Program): ReadonlySet<string> {
  const from = program.order.filter((id) =>
    closure([id], program.specs).some((f) => doubtful.has(f)),
  );
  return new Set([...doubtful, ...(doubtful.size > 0 ? from : [])]);
}

function narrowByRules(
  program: Program,
  env: Environment,
  rules: readonly CheckedRule[],
): { narrowed: Environment; failing: CheckedRule | undefined } {
  const apart = new Set(env.apart);
  const narrowed = { ...fork(env), apart };
  const n: Narrowing = { whole: program.whole, changed: true };
  for (let round = 0; round < ROUNDS && n.changed; round++) {
    n.changed = false;
    for (const rule of rules) {
      if (!narrowTo(rule.must, true, narrowed, n)) return { narrowed, failing: rule };
    }
    // What can't follow without any condition contradicts itself, and nothing is concluded from it.
    for (const id of narrowDerived(program, narrowed, n)) apart.add(id);
  }
  return { narrowed, failing: undefined };
}

const ROUNDS = 8;

/** The rules that share a fact with a rule, or with one that does, and so on. */
function connected(rule: CheckedRule, rules: readonly CheckedRule[]): CheckedRule[] {
  const found = new Set([rule]);
  for (const one of found) {
    for (const other of rules) if (one.facts.some((f) => other.facts.includes(f))) found.add(other);
  }
  return [...found];
}
