import type { Checked } from '../checked-tree.ts';
import { walk } from '../walk.ts';
import { meet, type Num } from './domain.ts';
import type { Environment } from './environment.ts';
import { sameDomain } from './narrowing.ts';

const names = new WeakMap<Checked, string>();

/**
 * Under which name what is known of a compound figure is kept beside the facts: 甲 + 乙 may be known to be at least
 * 3000 while neither part is known. '' where its value hangs on a row.
 */
function nameOf(node: Checked): string {
  const before = names.get(node);
  if (before !== undefined) return before;
  let inRow = false;
  walk(node, (n) => {
    inRow ||= n.kind === 'column';
  });
  const name = inRow ? '' : JSON.stringify(node);
  names.set(node, name);
  return name;
}

/** What narrowing found out about a compound figure goes into its value wherever it stands again. */
export function withKnown(node: Checked, value: Num, env: Environment): Num {
  if (!env.compounds) return value;
  const known = env.facts.get(nameOf(node));
  return known?.kind === 'num' ? meet(value, known) : value;
}

/** Keeps what a compound figure has turned out to be. */
export function keep(node: Checked, value: Num, env: Environment): void {
  const name = env.compounds ? nameOf(node) : '';
  if (name === '') return;
  const known = env.facts.get(name);
  if (!known || !sameDomain(known, value)) env.facts.set(name, value);
}

/** The names of all compound figures in a tree. */
export function compoundsOf(tree: Checked): string[] {
  const found: string[] = [];
  walk(tree, (n) => n.kind === 'arithmetic' && found.push(nameOf(n)));
  return found.filter((name) => name !== '');
}
