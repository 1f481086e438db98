import type { CheckedCondition } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf, walk } from '../walk.ts';
import type { Program } from './program.ts';

const tied = new WeakMap<Program, ReadonlySet<string>>();
const known = new WeakMap<Program, Map<CheckedCondition, boolean>>();

/**
 * Whether the parts of a condition may hang together: a fact stands in it twice, or one of its facts is tied to others
 * by a consistency rule or a derivation. Of any other condition, what its parts allow is what it allows.
 */
export function hangsTogether(c: CheckedCondition, program: Program): boolean {
  const found = known.get(program) ?? new Map<CheckedCondition, boolean>();
  known.set(program, found);
  const before = found.get(c);
  if (before !== undefined) return before;
  const facts = [...factNames(c.must), ...factNames(c.applies), c.opinion];
  const ties = tiedFacts(program);
  const hangs = new Set(facts).size < facts.length || facts.some((f) => ties.has(f));
  found.set(c, hangs);
  return hangs;
}

/** Facts that stand in a consistency rule, follow from others, or have others follow from them. */
function tiedFacts(program: Program): ReadonlySet<string> {
  const before = tied.get(program);
  if (before) return before;
  const found = new Set(program.line.consistency.flatMap((r) => r.facts));
  for (const id of program.asked) {
    for (const d of program.specs.get(id)?.derivations ?? []) {
      for (const f of [id, ...factsOf(d.node)]) found.add(f);
    }
  }
  tied.set(program, found);
  return found;
}

/** The facts of a tree, as often as they stand in it. */
function factNames(tree: Checked | undefined): string[] {
  const names: string[] = [];
  if (tree) walk(tree, (n) => n.kind === 'fact' && names.push(n.fact));
  return names;
}
