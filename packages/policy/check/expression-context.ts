import type { Faults } from '@fuchi/guide/diagnostic';
import { placeWithin, type Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { Checked } from '../checked-tree.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { typeName, UNKNOWN, type ValueType } from '../value-type.ts';
import type { Frame, Scope } from './scope.ts';

/** What an expression of a guide is checked against; `clause` is the guide's clause its literals belong to. */
export interface ExpressionContext {
  readonly scope: Scope;
  readonly clause: string;
  readonly frames: readonly Frame[];
  readonly faults: Faults;
  /** The text the expression stands in; faults are placed by its characters. */
  readonly text: Text;
  /** Checks a part of the expression. Passed along, so that the checks of each construct don't import one another. */
  readonly check: (part: Syntax, c: ExpressionContext) => Checked;
}

/** A stand-in after a fault: has no type, so that nothing further is reported of it. */
export const BROKEN: Checked = {
  kind: 'literal',
  type: UNKNOWN,
  value: '',
  clause: '',
  written: '',
};

/** Reports a fault at a part of the expression. @returns the stand-in */
export function report(
  c: ExpressionContext,
  at: { readonly start: number },
  code: string,
  facts: Readonly<Record<string, string>> = {},
): Checked {
  c.faults.add(placeWithin(c.text, at.start), code, facts);
  return BROKEN;
}

/** A literal with the clause it belongs to. */
export function literal(
  type: ValueType,
  value: string,
  written: string,
  c: ExpressionContext,
): Checked {
  return { kind: 'literal', type, value, clause: c.clause, written };
}

/** A part that must be true or false. */
export function condition(s: Syntax, c: ExpressionContext): Checked {
  const node = c.check(s, c);
  if (node.type.kind === 'unknown' || node.type.kind === 'bool') return node;
  return report(c, s, 'not-a-condition', { given: typeName(node.type) });
}

/** Reports a reading that isn't declared. */
export function unknownReading(at: { start: number }, id: string, c: ExpressionContext): Checked {
  return report(c, at, 'unknown-reading', {
    id,
    nearest: nearest(id, [...c.scope.readings]) ?? '',
  });
}
