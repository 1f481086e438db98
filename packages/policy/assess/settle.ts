import type { Checked } from '../checked-tree.ts';
import { BOOL } from '../value-type.ts';
import { mapParts } from '../walk.ts';

/**
 * Replaces readings by what a round chose, and drops the branches that can't be reached any more.
 * @param other ids that take the other reading
 * @param marks whether the reading at a comparison is applied, or stays with it to be looked at
 */
export function settle(
  node: Checked,
  other: ReadonlySet<string>,
  marks: 'applied' | 'kept' = 'applied',
): Checked {
  const on = (n: Checked) => settle(n, other, marks);
  switch (node.kind) {
    case 'reading':
      return literal(!other.has(node.id));
    case 'compare': {
      if (marks === 'kept') return mapParts(node, on);
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
    default:
      return mapParts(node, on);
  }
}

function literal(value: boolean): Checked {
  return { kind: 'literal', type: BOOL, value: String(value), clause: '', written: String(value) };
}

/**
 * A consistency rule speaks of figures that are there: a comparison with an absent one (无) breaks nothing.
 * @example whereTold(`软件等投入 <= 项目总投入`) // 软件等投入 = none or 项目总投入 = none or 软件等投入 <= 项目总投入
 */
export function whereTold(rule: Checked): Checked {
  if (rule.kind !== 'compare') return mapParts(rule, whereTold);
  const absent = (of: Checked): Checked[] =>
    of.kind === 'literal' ? [] : [{ kind: 'compare', type: BOOL, op: '=', left: of, right: NONE }];
  return { kind: 'or', type: BOOL, items: [...absent(rule.left), ...absent(rule.right), rule] };
}

const NONE: Checked = {
  kind: 'literal',
  type: { kind: 'none' },
  value: '',
  clause: '',
  written: 'none',
};
