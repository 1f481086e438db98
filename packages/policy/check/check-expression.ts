import type { Faults } from '@fuchi/guide/diagnostic';
import type { Place, Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import {
  type Checked,
  REGION_ATTRIBUTES,
  type RegionAttribute,
  type Test,
} from '../checked-tree.ts';
import { parse } from '../syntax/parse.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { BOOL, comparable, DATE, TEXT, typeName, UNKNOWN, type ValueType } from '../value-type.ts';
import { checkArithmetic } from './check-arithmetic.ts';
import { checkCall } from './check-call.ts';
import { readDate, readNumber } from './literal.ts';
import type { Frame, Scope } from './scope.ts';

/** Checks one expression of a guide; `clause` is the guide's clause its literals belong to. */
export interface ExpressionContext {
  readonly scope: Scope;
  readonly clause: string;
  readonly frames: readonly Frame[];
  readonly faults: Faults;
  readonly at: Place;
}

/** A stand-in after a fault: has no type, so that nothing further is reported of it. */
export const BROKEN: Checked = {
  kind: 'literal',
  type: UNKNOWN,
  value: '',
  clause: '',
  written: '',
};

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
  const parsed = parse(text.text);
  for (const f of parsed.faults) {
    faults.add({ ...text.at, column: text.at.column + f.start }, f.code, {
      ...f.facts,
      expression: text.text,
    });
  }
  if (!parsed.syntax) return BROKEN;
  const context: ExpressionContext = { scope, clause, frames, faults, at: text.at };
  const node = checkNode(parsed.syntax, context);
  if (wanted && node.type.kind !== 'unknown' && !fits(node.type, wanted)) {
    report(context, parsed.syntax, 'wrong-type', {
      wanted: typeName(wanted),
      given: typeName(node.type),
    });
    return BROKEN;
  }
  return node;
}

export function report(
  c: ExpressionContext,
  at: { readonly start: number },
  code: string,
  facts: Readonly<Record<string, string>> = {},
): Checked {
  c.faults.add({ ...c.at, column: c.at.column + at.start }, code, facts);
  return BROKEN;
}

function fits(given: ValueType, wanted: ValueType): boolean {
  if (given.kind === 'number' && wanted.kind === 'number') {
    return given.dimension === wanted.dimension;
  }
  return given.kind === wanted.kind;
}

/** Checks a part of an expression. */
export function checkNode(s: Syntax, c: ExpressionContext): Checked {
  switch (s.kind) {
    case 'number': {
      const read = readNumber(s.text, s.unit, c.scope.units);
      if (!read.ok) {
        const near =
          nearest(read.facts['unit'] ?? '', [...c.scope.units, '万元', '元', '亿元']) ?? '';
        return report(c, s, read.code, { ...read.facts, nearest: near });
      }
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
  const node = checkNode(s, c);
  if (node.type.kind === 'unknown' || node.type.kind === 'bool') return node;
  return report(c, s, 'not-a-condition', { given: typeName(node.type) });
}

function unknownReading(at: { start: number }, id: string, c: ExpressionContext): Checked {
  return report(c, at, 'unknown-reading', {
    id,
    nearest: nearest(id, [...c.scope.readings]) ?? '',
  });
}

function checkName(name: string, s: { start: number }, c: ExpressionContext): Checked {
  // The innermost row whose columns may stand bare decides; a fact of the same name would be a trap.
  const frame = c.frames.findLastIndex((f) => f.item === undefined && f.shape.columns.has(name));
  const meaning = c.scope.names.get(name);
  if (frame >= 0) {
    if (meaning) return report(c, s, 'name-has-two-meanings', { name });
    return column(frame, name, s, c);
  }
  if (meaning?.kind === 'fact') return { kind: 'fact', type: meaning.type, fact: name };
  if (meaning?.kind === 'step') return { kind: 'step', type: meaning.type, step: name };
  if (meaning?.kind === 'named') return meaning.node;
  const words = [
    ...c.scope.names.keys(),
    ...c.frames.flatMap((f) => [...f.shape.columns.keys(), f.item ?? '']),
  ];
  return report(c, s, 'unknown-name', { name, nearest: nearest(name, words) ?? '' });
}

function column(frame: number, name: string, s: { start: number }, c: ExpressionContext): Checked {
  const shape = c.frames[frame]?.shape;
  const type = shape?.columns.get(name);
  if (!shape || !type) {
    const near = nearest(name, [...(shape?.columns.keys() ?? [])]) ?? '';
    return report(c, s, 'unknown-column', { name, nearest: near, table: shape?.table ?? '' });
  }
  return { kind: 'column', type, frame, table: shape.table, column: name };
}

function checkPath(s: Syntax & { kind: 'path' }, c: ExpressionContext): Checked {
  const nameAt = { start: s.nameStart };
  if (s.of.kind === 'name') {
    const item = s.of.name;
    const frame = c.frames.findLastIndex((f) => f.item === item);
    if (frame >= 0) return column(frame, s.name, nameAt, c);
  }
  const of = checkNode(s.of, c);
  if (of.type.kind === 'unknown') return BROKEN;
  if (of.type.kind === 'region') {
    const name = REGION_ATTRIBUTES.find((a) => a === s.name);
    if (!name) {
      return report(c, nameAt, 'unknown-attribute', {
        name: s.name,
        words: REGION_ATTRIBUTES.join('、'),
      });
    }
    return { kind: 'attribute', type: TEXT, of, name: name satisfies RegionAttribute };
  }
  if (
    of.type.kind === 'period' &&
    (s.name === '开始' || s.name === '结束') &&
    of.kind === 'literal'
  ) {
    const [from, to] = of.value.split('..');
    return { ...of, type: DATE, value: (s.name === '开始' ? from : to) ?? '' };
  }
  if (of.type.kind === 'rows') {
    const shape = c.scope.tables.get(of.type.table);
    const type = shape?.columns.get(s.name);
    if (!shape || !type) {
      const near = nearest(s.name, [...(shape?.columns.keys() ?? [])]) ?? '';
      return report(c, nameAt, 'unknown-column', {
        name: s.name,
        nearest: near,
        table: of.type.table,
      });
    }
    const body: Checked = {
      kind: 'column',
      type,
      frame: c.frames.length,
      table: shape.table,
      column: s.name,
    };
    return { kind: 'project', type: { kind: 'list', of: type, unit: shape.unit }, list: of, body };
  }
  return report(c, nameAt, 'no-attributes', { name: s.name, given: typeName(of.type) });
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

function checkCompare(s: Syntax & { kind: 'compare' }, c: ExpressionContext): Checked {
  const left = checkNode(s.left, c);
  const right = checkNode(s.right, c);
  if (s.reading !== '' && !c.scope.readings.has(s.reading)) {
    return unknownReading(s, s.reading, c);
  }
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return BROKEN;
  const fault = compareFault(left, right, s.op !== '=' && s.op !== '!=');
  if (fault) return report(c, s.right, fault.code, fault.facts);
  const reading = s.reading === '' ? {} : { reading: s.reading };
  return { kind: 'compare', type: BOOL, op: s.op, left, right, ...reading };
}

interface Fault {
  code: string;
  facts: Record<string, string>;
}

/** Why two checked parts can't be compared, if they can't. */
function compareFault(left: Checked, right: Checked, ordered: boolean): Fault | undefined {
  const [a, b] = [left.type, right.type];
  const bare = [left, right].find((n) => n.type.kind === 'number' && n.type.dimension === 'bare');
  if (bare && !(isBare(a) && isBare(b))) {
    const other = bare === left ? b : a;
    const written = bare.kind === 'literal' ? bare.written : '';
    return { code: 'bare-number', facts: { written, other: typeName(other) } };
  }
  if (!comparable(a, b)) {
    return { code: 'types-differ', facts: { left: typeName(a), right: typeName(b) } };
  }
  if (ordered && (a.kind !== 'number' || b.kind !== 'number')) {
    return { code: 'not-ordered', facts: { given: typeName(a.kind === 'number' ? b : a) } };
  }
  return optionFault(a, right) ?? optionFault(b, left);
}

function isBare(type: ValueType): boolean {
  return type.kind === 'number' && type.dimension === 'bare';
}

function optionFault(type: ValueType, word: Checked): Fault | undefined {
  if (type.kind !== 'choice' || word.kind !== 'literal' || word.type.kind !== 'text')
    return undefined;
  if (type.options.includes(word.value)) return undefined;
  const near = nearest(word.value, type.options) ?? '';
  return {
    code: 'unknown-option',
    facts: { written: word.value, nearest: near, words: type.options.join('、') },
  };
}

function checkIn(s: Syntax & { kind: 'in' }, c: ExpressionContext): Checked {
  const of = checkNode(s.of, c);
  if (of.type.kind === 'unknown') return BROKEN;
  const tests: Test[] = [];
  for (const t of s.tests) {
    if (t.kind === 'range') {
      const from = checkNode(t.from, c);
      const to = checkNode(t.to, c);
      if (from.type.kind === 'unknown' || to.type.kind === 'unknown') return BROKEN;
      const fault = compareFault(of, from, true) ?? compareFault(of, to, true);
      if (fault) return report(c, t, fault.code, fault.facts);
      if (from.kind === 'literal' && to.kind === 'literal' && ends(from.value) > ends(to.value)) {
        return report(c, t, 'ends-before-start', { from: from.written, to: to.written });
      }
      tests.push({ kind: 'range', from, to, fromOpen: t.fromOpen, toOpen: t.toOpen });
      continue;
    }
    const value = checkNode(t, c);
    if (value.type.kind === 'unknown') return BROKEN;
    if (value.type.kind === 'period' && value.kind === 'literal') {
      if (of.type.kind !== 'number' || of.type.dimension !== 'date') {
        return report(c, s.of, 'types-differ', { left: typeName(of.type), right: '期间' });
      }
      const [from = '', to = ''] = value.value.split('..');
      const end = (v: string): Checked => ({ ...value, type: DATE, value: v });
      tests.push({ kind: 'range', from: end(from), to: end(to), fromOpen: false, toOpen: false });
      continue;
    }
    if (value.type.kind === 'choice' && value.type.many && of.kind === 'literal') {
      const fault = optionFault(value.type, of);
      if (fault) return report(c, s.of, fault.code, fault.facts);
      return { kind: 'has', type: BOOL, of: value, option: of.value };
    }
    const fault = compareFault(of, value, false);
    if (fault) return report(c, t, fault.code, fault.facts);
    tests.push({ kind: 'value', value });
  }
  return { kind: 'within', type: BOOL, of, tests };
}

/** Numerator of a literal's fraction; ends of a range share a denominator in practice. */
function ends(value: string): number {
  const [n = '0', d = '1'] = value.split('/');
  return Number(n) / Number(d);
}
