import type { Checked, Test } from '../checked-tree.ts';
import { BOOL } from '../value-type.ts';

/**
 * Replaces readings by what a round chose, and drops the branches that can't be reached any more.
 * @param other ids that take the other reading
 */
export function settle(node: Checked, other: ReadonlySet<string>): Checked {
  const on = (n: Checked) => settle(n, other);
  switch (node.kind) {
    case 'reading':
      return literal(!other.has(node.id));
    case 'compare': {
      const { reading, ...plain } = node;
      const strict = reading !== undefined && other.has(reading);
      const op = strict ? (node.op === '>=' ? '>' : node.op === '<=' ? '<' : node.op) : node.op;
      return { ...plain, op, left: on(node.left), right: on(node.right) };
    }
    case 'if': {
      const when = on(node.when);
      if (when.kind === 'literal')
        return on(when.value === 'true' ? node.whenTrue : node.otherwise);
      return { ...node, when, whenTrue: on(node.whenTrue), otherwise: on(node.otherwise) };
    }
    case 'and':
    case 'or': {
      const absorbing = node.kind === 'or' ? 'true' : 'false';
      const items = node.items.map(on);
      if (items.some((i) => i.kind === 'literal' && i.value === absorbing)) {
        return literal(node.kind === 'or');
      }
      const left = items.filter((i) => i.kind !== 'literal');
      const [only] = left;
      if (!only) return literal(node.kind === 'and');
      return left.length === 1 ? only : { ...node, items: left };
    }
    case 'not': {
      const of = on(node.of);
      return of.kind === 'literal' ? literal(of.value !== 'true') : { ...node, of };
    }
    case 'within':
      return { ...node, of: on(node.of), tests: node.tests.map((t) => settleTest(t, on)) };
    case 'has':
    case 'negate':
    case 'round':
    case 'end-of-month':
    case 'attribute':
      return { ...node, of: on(node.of) };
    case 'arithmetic':
      return { ...node, left: on(node.left), right: on(node.right) };
    case 'move':
      return { ...node, date: on(node.date), by: on(node.by) };
    case 'least':
    case 'greatest':
      return { ...node, items: node.items.map(on) };
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
    default:
      return node;
  }
}

function settleTest(test: Test, on: (n: Checked) => Checked): Test {
  if (test.kind === 'value') return { ...test, value: on(test.value) };
  return { ...test, from: on(test.from), to: on(test.to) };
}

function literal(value: boolean): Checked {
  return { kind: 'literal', type: BOOL, value: String(value), clause: '', written: String(value) };
}
