import { closure } from '../check/fact-use.ts';
import { factsOf } from '../walk.ts';
import type { Program } from './program.ts';

/** What a line asks, in the order of its file, parted by what it is needed for. */
export interface FactUses {
  /** Facts some condition rests on. */
  readonly conditions: readonly string[];
  /** Facts only the amount rests on. */
  readonly amount: readonly string[];
  /** Facts that only serve to check others, or count under another reading. */
  readonly rest: readonly string[];
  /** Facts by id → the clauses that rest on them. */
  readonly clauses: ReadonlyMap<string, readonly string[]>;
}

export function factUses(program: Program): FactUses {
  const clauses = new Map<string, string[]>();
  const use = (ids: readonly string[], clause: string) => {
    for (const id of closure(ids, program.specs)) {
      const before = clauses.get(id) ?? [];
      if (!before.includes(clause)) clauses.set(id, [...before, clause]);
    }
  };
  for (const c of program.conditions) {
    const opinion = c.opinion === '' ? [] : [c.opinion];
    const each = c.each === '' ? [] : [c.each];
    use([...factsOf(c.must), ...factsOf(c.applies), ...each, ...opinion], c.clause);
  }
  const ofConditions = new Set(clauses.keys());
  const { line } = program;
  for (const step of line.steps) use(factsOf(step.node), step.clause || line.amountClause);
  for (const stage of line.stages) use(factsOf(stage.amount), stage.clause);
  use([...factsOf(line.cap), ...factsOf(line.premise?.must)], line.amountClause);
  const asked = [...new Set([...line.facts, ...program.order])].filter(
    (id) => program.specs.get(id)?.supplied === '',
  );
  return {
    conditions: asked.filter((id) => ofConditions.has(id)),
    amount: asked.filter((id) => !ofConditions.has(id) && clauses.has(id)),
    rest: asked.filter((id) => !clauses.has(id)),
    clauses,
  };
}
