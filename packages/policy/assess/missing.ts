import { all } from '../bounds/compare.ts';
import { type Domain, type Item, isKnown, type Row } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { evaluate, truthOf } from '../bounds/evaluate.ts';
import type { Checked } from '../checked-tree.ts';
import { parts } from '../walk.ts';

/** An unknown fact, or an unknown cell of a row. */
export interface Need {
  readonly fact: string;
  readonly row: number;
}

/**
 * The unknown facts on which an expression still depends. Parts that are settled, and branches that
 * can't be reached, need nothing.
 */
export function needs(node: Checked, env: Environment): Need[] {
  const found = new Map<string, Need>();
  collect(node, env, found);
  return [...found.values()];
}

function collect(node: Checked, env: Environment, found: Map<string, Need>): void {
  if (isKnown(evaluate(node, env))) return;
  const add = (need: Need) => found.set(`${need.fact}\u0000${need.row}`, need);
  switch (node.kind) {
    case 'fact':
      add({ fact: node.fact, row: 0 });
      collectCells(node, env, add);
      return;
    case 'column': {
      const row = env.frames[node.frame]?.number ?? 0;
      if (row > 0) add({ fact: `${node.table}.${node.column}`, row });
      return;
    }
    case 'and':
    case 'or': {
      for (const item of node.items) collect(item, env, found);
      return;
    }
    case 'if': {
      const when = truthOf(node.when, env);
      if (when.t && when.f) collect(node.when, env, found);
      if (when.t) collect(node.whenTrue, env, found);
      if (when.f) collect(node.otherwise, env, found);
      return;
    }
    case 'filter':
    case 'project':
    case 'some':
    case 'every': {
      collect(node.list, env, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return;
      const body = node.kind === 'filter' ? node.keep : node.body;
      for (const item of list.items) collect(body, withFrame(env, item.value), found);
      return;
    }
    case 'qualified': {
      collect(node.list, env, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows' || node.list.kind !== 'fact') return;
      for (const item of list.items) qualifyingNeeds(node.list.fact, item, env, found);
      return;
    }
    default:
      for (const part of parts(node)) collect(part, env, found);
  }
}

/** A list that isn't complete is itself what is missing; its unknown cells are asked where they are used. */
function collectCells(
  node: Checked & { kind: 'fact' },
  env: Environment,
  add: (need: Need) => void,
): void {
  const domain: Domain | undefined = env.facts.get(node.fact);
  if (domain?.kind === 'rows' && domain.rest === undefined) add({ fact: node.fact, row: 0 });
}

/** The cells that decide whether a row counts. */
export function qualifyingNeeds(
  table: string,
  item: Item<Row>,
  env: Environment,
  found: Map<string, Need>,
): void {
  const inner = withFrame({ ...env, frames: [] }, item.value);
  const musts = env.qualifying.get(table) ?? [];
  const whole = all(musts.map((m) => truthOf(m, inner)));
  if (whole.t !== whole.f) return;
  for (const must of musts) collect(must, inner, found);
}
