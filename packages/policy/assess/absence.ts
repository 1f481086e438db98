import type { Domain } from '../bounds/domain.ts';
import type { Checked } from '../checked-tree.ts';
import { walk } from '../walk.ts';

/**
 * Facts and columns that are compared with 无: of those, being absent is an answer the line reckons with,
 * and one that isn't told may be absent. Any other is taken to have a value.
 * @returns ids of facts, `table.column` of columns
 */
export function absences(trees: readonly (Checked | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (node: Checked) => {
    if (node.kind === 'fact') found.add(node.fact);
    if (node.kind === 'column') found.add(`${node.table}.${node.column}`);
  };
  for (const tree of trees) {
    if (!tree) continue;
    walk(tree, (n) => {
      if (n.kind === 'compare' && n.left.type.kind === 'none') look(n.right);
      if (n.kind === 'compare' && n.right.type.kind === 'none') look(n.left);
      if (n.kind !== 'within') return;
      const none = n.tests.some((t) => t.kind === 'value' && t.value.type.kind === 'none');
      if (none) look(n.of);
    });
  }
  return found;
}

/** The same values, or 无. */
export function orAbsent(d: Domain): Domain {
  return d.kind === 'num' || d.kind === 'word' ? { ...d, none: true } : d;
}
