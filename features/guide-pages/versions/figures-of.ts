import type { Checked } from '@fuchi/policy/checked-tree';
import { walk } from '@fuchi/policy/walk';
import { asRead } from '../words/rule-words.ts';
import type { Figure } from './passage.ts';

/** The figures a rule holds under the default readings, in its order. */
export function figuresOf(tree: Checked | undefined): Figure[] {
  const figures: Figure[] = [];
  if (!tree) return figures;
  walk(asRead(tree), (node) => {
    if (node.kind !== 'literal' || node.type.kind !== 'number') return;
    figures.push({ name: node.name ?? '', value: node.written.replace('..', '至') });
  });
  // A period stands at both ends of its range, and is one figure.
  return figures.filter((f, n) => f.name === '' || f.value !== figures[n - 1]?.value);
}

/** A rule as text that changes when the rule does: the tree without what only serves to show or to run it. */
export function exactText(tree: Checked | undefined): string {
  if (!tree) return '';
  return JSON.stringify(tree, (key, value: unknown) =>
    key === 'type' || key === 'clause' || (key === 'value' && typeof value === 'string')
      ? undefined
      : value,
  );
}
