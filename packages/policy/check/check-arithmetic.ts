import type { Checked } from '../checked-tree.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { type Dimension, typeName, type ValueType } from '../value-type.ts';
import { BROKEN, type ExpressionContext, report } from './expression-context.ts';

/**
 * Units of sums, differences, products and quotients. Adding needs one dimension; a date moves by months
 * or days; a product has at most one dimension besides ratios and bare numbers; like by like is a ratio.
 */
export function checkArithmetic(
  s: Syntax & { kind: 'arithmetic' },
  left: Checked,
  right: Checked,
  c: ExpressionContext,
): Checked {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return BROKEN;
  for (const [node, at] of [
    [left, s.left],
    [right, s.right],
  ] as const) {
    if (node.type.kind !== 'number') {
      return report(c, at, 'not-a-number', { given: typeName(node.type) });
    }
  }
  const a = dimension(left.type);
  const b = dimension(right.type);
  if (a === 'date' && (b === 'months' || b === 'days') && (s.op === '+' || s.op === '-')) {
    return { kind: 'move', type: left.type, date: left, by: right, back: s.op === '-' };
  }
  if (a === 'date' && b === 'date' && s.op === '-') return report(c, s, 'date-minus-date');
  const result = resultDimension(s.op, a, b);
  if (result === undefined) {
    if ((a === 'bare' || b === 'bare') && (s.op === '+' || s.op === '-')) {
      const bare = a === 'bare' ? left : right;
      return report(c, a === 'bare' ? s.left : s.right, 'bare-number', {
        written: bare.kind === 'literal' ? bare.written : '',
        other: typeName(a === 'bare' ? right.type : left.type),
      });
    }
    return report(c, s, 'units-dont-fit', {
      op: s.op,
      left: typeName(left.type),
      right: typeName(right.type),
    });
  }
  const type: ValueType = { kind: 'number', dimension: result };
  return { kind: 'arithmetic', type, op: s.op, left, right };
}

function dimension(type: ValueType): Dimension {
  return type.kind === 'number' ? type.dimension : 'bare';
}

function resultDimension(
  op: '+' | '-' | '*' | '/',
  a: Dimension,
  b: Dimension,
): Dimension | undefined {
  if (op === '+' || op === '-') return a === b && a !== 'date' ? a : undefined;
  if (a === 'date' || b === 'date') return undefined;
  const scalar = (d: Dimension) => d === 'ratio' || d === 'bare';
  if (op === '*') {
    if (a === 'bare') return b;
    if (b === 'bare') return a;
    if (a === 'ratio') return b;
    return b === 'ratio' ? a : undefined;
  }
  if (scalar(b)) return a === 'bare' ? b : a;
  return a === b ? 'ratio' : undefined;
}
