import type { CheckedTable } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { Domain, Row } from './domain.ts';

/** What an expression is evaluated against. Narrowing replaces entries of `facts`, nothing else. */
export interface Environment {
  readonly facts: FactDomains;
  /** Amount steps computed so far. */
  readonly steps: ReadonlyMap<string, Domain>;
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
  /** Whether what narrowing finds out about compound figures is kept, beside the facts. */
  readonly compounds?: boolean;
}

/** What is known of each fact; a Map is one. */
export interface KnownDomains {
  get(fact: string): Domain | undefined;
}

export interface FactDomains extends KnownDomains {
  set(fact: string, domain: Domain): unknown;
}

/** What was changed since a fork, laid over what it began with: forking copies nothing. */
export class ForkedDomains implements FactDomains {
  private readonly under: KnownDomains;
  private own: Map<string, Domain> | undefined = undefined;

  /** Over a fork that changed nothing lies what is under that. */
  constructor(under: KnownDomains) {
    this.under = under instanceof ForkedDomains && !under.own ? under.under : under;
  }

  /** The facts changed since the fork. */
  get changed(): ReadonlyMap<string, Domain> {
    return this.own ?? NOTHING;
  }

  get(fact: string): Domain | undefined {
    return this.own?.get(fact) ?? this.under.get(fact);
  }

  set(fact: string, domain: Domain): void {
    this.own ??= new Map();
    this.own.set(fact, domain);
  }
}

const NOTHING: ReadonlyMap<string, Domain> = new Map();

export interface Fork extends Environment {
  readonly facts: ForkedDomains;
}

export function withFrame(env: Environment, row: Row): Environment {
  return { ...env, frames: [...env.frames, row] };
}

/**
 * A copy that can be narrowed without touching the original. It sees the original through: that isn't changed any more
 * while the copy is in use.
 */
export function fork(env: Environment): Fork {
  return { ...env, facts: new ForkedDomains(env.facts) };
}
