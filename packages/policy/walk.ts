import type { Checked, Test } from './checked-tree.ts';

/** The parts an expression is made of, one level down. */
export function parts(node: Checked): readonly Checked[] {
  switch (node.kind) {
    case 'literal':
    case 'reading':
    case 'fact':
    case 'step':
    case 'column':
      return [];
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right];
    case 'within':
      return [
        node.of,
        ...node.tests.flatMap((t) => (t.kind === 'value' ? [t.value] : [t.from, t.to])),
      ];
    case 'has':
    case 'not':
    case 'negate':
    case 'round':
    case 'end-of-month':
    case 'attribute':
      return [node.of];
    case 'and':
    case 'or':
    case 'least':
    case 'greatest':
      return node.items;
    case 'move':
      return [node.date, node.by];
    case 'if':
      return [node.when, node.whenTrue, node.otherwise];
    case 'between-dates':
      return [node.from, node.to];
    case 'lookup':
      return [node.at];
    case 'filter':
      return [node.list, node.keep];
    case 'qualified':
    case 'aggregate':
      return [node.list];
    case 'project':
    case 'some':
    case 'every':
      return [node.list, node.body];
  }
}

/** The same node over changed parts. @example mapParts(tree, (part) => settle(part, other)) */
export function mapParts(node: Checked, on: (part: Checked) => Checked): Checked {
  switch (node.kind) {
    case 'literal':
    case 'reading':
    case 'fact':
    case 'step':
    case 'column':
      return node;
    case 'compare':
    case 'arithmetic':
      return { ...node, left: on(node.left), right: on(node.right) };
    case 'within':
      return { ...node, of: on(node.of), tests: node.tests.map((t) => mapTest(t, on)) };
    case 'has':
    case 'not':
    case 'negate':
    case 'round':
    case 'end-of-month':
    case 'attribute':
      return { ...node, of: on(node.of) };
    case 'and':
    case 'or':
    case 'least':
    case 'greatest':
      return { ...node, items: node.items.map(on) };
    case 'move':
      return { ...node, date: on(node.date), by: on(node.by) };
    case 'if': {
      const branches = { whenTrue: on(node.whenTrue), otherwise: on(node.otherwise) };
      return { ...node, when: on(node.when), ...branches };
    }
    case 'between-dates':
      return { ...node, from: on(node.from), to: on(node.to) };
    case 'lookup':
      return { ...node, at: on(node.at) };
    case 'filter':
      return { ...node, list: on(node.list), keep: on(node.keep) };
    case 'qualified':
    case 'aggregate':
      return { ...node, list: on(node.list) };
    case 'project':
    case 'some':
    case 'every':
      return { ...node, list: on(node.list), body: on(node.body) };
  }
}

function mapTest(test: Test, on: (part: Checked) => Checked): Test {
  if (test.kind === 'value') return { ...test, value: on(test.value) };
  return { ...test, from: on(test.from), to: on(test.to) };
}

/** Visits a tree, parents first. */
export function walk(node: Checked, visit: (node: Checked) => void): void {
  visit(node);
  for (const part of parts(node)) walk(part, visit);
}

/** Trees are never changed, and the same ones are asked for with every assessment. */
const namedFacts = new WeakMap<Checked, readonly string[]>();

/** Facts a tree names, in order of first mention. @example factsOf(tree) // ['项目总投入'] */
export function factsOf(node: Checked | undefined): readonly string[] {
  if (!node) return [];
  let named = namedFacts.get(node);
  if (!named) {
    const seen = new Set<string>();
    walk(node, (n) => n.kind === 'fact' && seen.add(n.fact));
    named = [...seen];
    namedFacts.set(node, named);
  }
  return named;
}

/** Steps a tree names. */
export function stepsOf(node: Checked | undefined): string[] {
  const seen = new Set<string>();
  if (node) walk(node, (n) => n.kind === 'step' && seen.add(n.step));
  return [...seen];
}

/** Readings a tree switches on. */
export function readingsOf(node: Checked | undefined): string[] {
  const seen = new Set<string>();
  if (node) {
    walk(node, (n) => {
      if (n.kind === 'reading') seen.add(n.id);
      if (n.kind === 'compare' && n.reading !== undefined) seen.add(n.reading);
    });
  }
  return [...seen];
}
