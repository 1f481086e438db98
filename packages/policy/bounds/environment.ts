import type { CheckedTable } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { Domain, Row } from './domain.ts';

/** What an expression is evaluated against. Narrowing replaces entries of `facts`, nothing else. */
export interface Environment {
  readonly facts: Map<string, Domain>;
  /** Amount steps computed so far. */
  readonly steps: Map<string, Domain>;
  /** Rows in scope, outermost first. */
  readonly frames: readonly Row[];
  readonly tables: ReadonlyMap<string, CheckedTable>;
  /** Conditions that a row of a table must meet to count: table → expressions. */
  readonly qualifying: ReadonlyMap<string, readonly Checked[]>;
  /** Tables of which some row qualifies: so it is for whoever is eligible. */
  readonly nonEmpty: ReadonlySet<string>;
  /**
   * Facts that need not equal what follows from others: a named source decided them, they were stated rounded,
   * or they contradict other figures.
   */
  readonly apart: ReadonlySet<string>;
}

export function withFrame(env: Environment, row: Row): Environment {
  return { ...env, frames: [...env.frames, row] };
}

/** A copy that can be narrowed without touching the original. */
export function fork(env: Environment): Environment {
  return { ...env, facts: new Map(env.facts), steps: new Map(env.steps) };
}
