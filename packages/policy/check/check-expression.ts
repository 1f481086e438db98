import type { Faults } from '@fuchi/guide/diagnostic';
import { placeWithin, type Text } from '@fuchi/guide/place';
import type { Checked } from '../checked-tree.ts';
import { parse } from '../syntax/parse.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { BOOL, comparable, TEXT, typeName, type ValueType } from '../value-type.ts';
import { checkArithmetic } from './check-arithmetic.ts';
import { checkCall } from './check-call.ts';
import { checkCompare, checkIn } from './check-compare.ts';
import { checkName, checkPath } from './check-name.ts';
import {
  BROKEN,
  condition,
  type ExpressionContext,
  literal,
  report,
  unknownReading,
} from './expression-context.ts';
import { readDate, readNumber } from './literal.ts';
import type { Frame, Scope } from './scope.ts';

/**
 * Parses and checks an expression. Faults go to `faults` with their place; the result is then a stand-in.
 * @param wanted the type the place needs, if it needs one
 * @example checkExpression({ text: '项目总投入 >= 3000万元', at }, scope, '1(2)', [], faults, BOOL)
 */
export function checkExpression(
  text: Text,
  scope: Scope,
  clause: string,
  frames: readonly Frame[],
  faults: Faults,
  wanted?: ValueType,
): Checked {
  if (text.missing) {
    faults.broken.push(text.text);
    return BROKEN;
  }
  const parsed = parse(text.text);
  for (const f of parsed.faults) {
    faults.add(placeWithin(text, f.start), f.code, {
      ...f.facts,
      expression: text.text,
    });
  }
  for (const l of parsed.lookAlikes) {
    const written = text.text.slice(l.start, l.start + l.length);
    faults.lookAlikes.push({ text, offset: l.start, written, plain: l.text });
  }
  if (!parsed.syntax) {
    faults.broken.push(text.text);
    return BROKEN;
  }
  const context: ExpressionContext = { scope, clause, frames, faults, text, check: checkNode };
  const before = faults.list.length;
  const node = checkNode(parsed.syntax, context);
  if (faults.list.length > before) faults.broken.push(text.text);
  if (wanted && node.type.kind !== 'unknown' && !fits(node.type, wanted)) {
    report(context, parsed.syntax, 'wrong-type', {
      wanted: typeName(wanted),
      given: typeName(node.type),
    });
    return BROKEN;
  }
  return node;
}

function fits(given: ValueType, wanted: ValueType): boolean {
  if (given.kind === 'number' && wanted.kind === 'number') {
    return given.dimension === wanted.dimension;
  }
  return given.kind === wanted.kind;
}

/** Checks a part of an expression. */
function checkNode(s: Syntax, c: ExpressionContext): Checked {
  switch (s.kind) {
    case 'number': {
      const read = readNumber(s.text, s.unit, c.scope.units);
      if (!read.ok) return report(c, s, read.code, read.facts);
      return literal(read.type, read.value, `${s.text}${s.unit}`, c);
    }
    case 'date': {
      const read = readDate(s.text);
      return read.ok
        ? literal(read.type, read.value, s.text, c)
        : report(c, s, read.code, read.facts);
    }
    case 'text':
      return literal(TEXT, s.text, `"${s.text}"`, c);
    case 'bool':
      return literal(BOOL, String(s.value), String(s.value), c);
    case 'none':
      return literal({ kind: 'none' }, '', 'none', c);
    case 'reading':
      if (!c.scope.readings.has(s.id)) return unknownReading(s, s.id, c);
      return { kind: 'reading', type: BOOL, id: s.id };
    case 'name':
      return checkName(s.name, s, c);
    case 'path':
      return checkPath(s, c);
    case 'filter': {
      const list = checkNode(s.list, c);
      const frame = rowFrame(list, undefined, s.list, c);
      if (!frame) return BROKEN;
      const keep = condition(s.keep, { ...c, frames: [...c.frames, frame] });
      return { kind: 'filter', type: list.type, list, keep };
    }
    case 'some':
    case 'every':
    case 'for': {
      const list = checkNode(s.list, c);
      const frame = rowFrame(list, s.item, s.list, c);
      if (!frame) return BROKEN;
      if (c.scope.names.has(s.item)) report(c, s, 'item-hides-name', { name: s.item });
      const inner = { ...c, frames: [...c.frames, frame] };
      if (s.kind !== 'for') {
        return { kind: s.kind, type: BOOL, list, body: condition(s.body, inner) };
      }
      const body = checkNode(s.body, inner);
      const type: ValueType = { kind: 'list', of: body.type, unit: frame.shape.unit };
      return { kind: 'project', type, list, body };
    }
    case 'compare':
      return checkCompare(s, c);
    case 'in':
      return checkIn(s, c);
    case 'range':
      return report(c, s, 'range-alone');
    case 'and':
    case 'or':
      return { kind: s.kind, type: BOOL, items: s.items.map((i) => condition(i, c)) };
    case 'arithmetic':
      return checkArithmetic(s, checkNode(s.left, c), checkNode(s.right, c), c);
    case 'negate': {
      const of = checkNode(s.of, c);
      if (of.type.kind === 'unknown') return BROKEN;
      if (of.type.kind !== 'number' || of.type.dimension === 'date') {
        return report(c, s, 'not-a-number', { given: typeName(of.type) });
      }
      return { kind: 'negate', type: of.type, of };
    }
    case 'if': {
      const when = condition(s.when, c);
      const whenTrue = checkNode(s.whenTrue, c);
      const otherwise = checkNode(s.otherwise, c);
      if (whenTrue.type.kind === 'unknown' || otherwise.type.kind === 'unknown') return BROKEN;
      const type = whenTrue.type.kind === 'none' ? otherwise.type : whenTrue.type;
      if (!comparable(whenTrue.type, otherwise.type) && !sameList(whenTrue.type, otherwise.type)) {
        return report(c, s, 'branches-differ', {
          whenTrue: typeName(whenTrue.type),
          otherwise: typeName(otherwise.type),
        });
      }
      return { kind: 'if', type, when, whenTrue, otherwise };
    }
    case 'call':
      return checkCall(s, c);
  }
}

function sameList(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'rows' && b.kind === 'rows') return a.table === b.table;
  return a.kind === 'list' && b.kind === 'list' && comparable(a.of, b.of);
}

function rowFrame(
  list: Checked,
  item: string | undefined,
  s: { start: number },
  c: ExpressionContext,
): Frame | undefined {
  if (list.type.kind === 'unknown') return undefined;
  const shape = list.type.kind === 'rows' ? c.scope.tables.get(list.type.table) : undefined;
  if (!shape) {
    report(c, s, 'not-rows', { given: typeName(list.type) });
    return undefined;
  }
  if (c.frames.length >= 2) {
    report(c, s, 'rows-nested-too-deep');
    return undefined;
  }
  return { item, shape };
}
