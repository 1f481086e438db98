import type { Environment } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import type { CheckedRule } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { narrowDerived } from './derived.ts';
import type { Program } from './program.ts';
import { restsOnFacts, Watch } from './watch.ts';

export interface Settled {
  readonly env: Environment;
  readonly broken: readonly CheckedRule[];
  /** Trees of rules and derivations that would take nothing more from the facts. */
  readonly quiet: ReadonlySet<Checked>;
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
    const { narrowed, failing, quiet } = narrowByRules(program, current, kept);
    if (!failing) {
      return { env: narrowed, broken, quiet, contested: following(doubtful, program) };
    }
    // Rules that each could hold, but not together: the figures of all that hang together are in doubt.
    broken.push(failing);
    doubt(connected(failing, kept));
  }
}

/** What follows from a doubtful figure is as uncertain as the figure. */
function following(doubtful: ReadonlySet<string>, program: Program): ReadonlySet<string> {
  if (doubtful.size === 0) return doubtful;
  const from = program.order.filter((id) => program.reach.get(id)?.some((f) => doubtful.has(f)));
  return new Set([...doubtful, ...from]);
}

function narrowByRules(
  program: Program,
  env: Environment,
  rules: readonly CheckedRule[],
): { narrowed: Environment; failing: CheckedRule | undefined; quiet: ReadonlySet<Checked> } {
  const apart = new Set(env.apart);
  const watch = new Watch(env.facts, program, NOTHING);
  const narrowed = { ...env, facts: watch.facts, apart };
  const n: Narrowing = { whole: program.whole, changed: true };
  for (let round = 0; round < ROUNDS && n.changed; round++) {
    n.changed = false;
    for (const rule of rules) {
      if (watch.due(rule.must) && !narrowTo(rule.must, true, narrowed, n)) {
        return { narrowed, failing: rule, quiet: NOTHING };
      }
    }
    // What can't follow without any condition contradicts itself, and nothing is concluded from it.
    for (const id of narrowDerived(program, narrowed, n, watch)) apart.add(id);
  }
  return { narrowed, failing: undefined, quiet: n.changed ? NOTHING : quietTrees(program, rules) };
}

const ROUNDS = 8;
const NOTHING: ReadonlySet<Checked> = new Set();

const quietOf = new WeakMap<Program, ReadonlySet<Checked>>();

/** Once narrowing has come to rest: of the rules and derivations, those that hang on the facts alone. */
function quietTrees(program: Program, rules: readonly CheckedRule[]): ReadonlySet<Checked> {
  const every = rules.length === program.line.consistency.length;
  const before = every ? quietOf.get(program) : undefined;
  if (before) return before;
  const derivations = program.derived.flatMap((id) => program.specs.get(id)?.derivations ?? []);
  const trees = [...rules.map((r) => r.must), ...derivations.map((d) => d.node)];
  const quiet = new Set(trees.filter(restsOnFacts));
  if (every) quietOf.set(program, quiet);
  return quiet;
}

/** The rules that share a fact with a rule, or with one that does, and so on. */
function connected(rule: CheckedRule, rules: readonly CheckedRule[]): CheckedRule[] {
  const found = new Set([rule]);
  for (const one of found) {
    for (const other of rules) if (one.facts.some((f) => other.facts.includes(f))) found.add(other);
  }
  return [...found];
}
