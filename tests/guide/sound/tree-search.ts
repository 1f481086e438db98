import type { Checked } from '@fuchi/policy/checked-tree';

/** Visits every node of a checked tree: any object in it that has a kind of node, wherever it stands. */
export function visited(tree: Checked, visit: (node: Checked) => void): void {
  visit(tree);
  for (const part of Object.values(tree)) below(part, visit);
}

function below(part: unknown, visit: (node: Checked) => void): void {
  if (Array.isArray(part)) for (const one of part) below(one, visit);
  else if (isNode(part)) visited(part, visit);
  else if (typeof part === 'object' && part !== null && !('dimension' in part))
    for (const one of Object.values(part)) below(one, visit);
}

/** Nodes have a type; types and tests of a range have none. */
function isNode(part: unknown): part is Checked {
  return typeof part === 'object' && part !== null && 'kind' in part && 'type' in part;
}

/** Facts a tree names, in order of first mention. */
export function factsIn(tree: Checked | undefined): string[] {
  const found = new Set<string>();
  if (tree) visited(tree, (n) => n.kind === 'fact' && found.add(n.fact));
  return [...found];
}
