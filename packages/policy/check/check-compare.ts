import { nearest } from '@fuchi/guide/reader';
import type { Checked, Test } from '../checked-tree.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { BOOL, comparable, DATE, typeName, type ValueType } from '../value-type.ts';
import { BROKEN, type ExpressionContext, report, unknownReading } from './expression-context.ts';

/** `=`, `!=`, `<`, `<=`, `>`, `>=`, the inclusive ones with a reading. */
export function checkCompare(s: Syntax & { kind: 'compare' }, c: ExpressionContext): Checked {
  const left = c.check(s.left, c);
  const right = c.check(s.right, c);
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

/** `in` and `between`: ranges, periods, values, or an option of a fact that holds several. */
export function checkIn(s: Syntax & { kind: 'in' }, c: ExpressionContext): Checked {
  const of = c.check(s.of, c);
  if (of.type.kind === 'unknown') return BROKEN;
  const tests: Test[] = [];
  for (const t of s.tests) {
    if (t.kind === 'range') {
      const from = c.check(t.from, c);
      const to = c.check(t.to, c);
      if (from.type.kind === 'unknown' || to.type.kind === 'unknown') return BROKEN;
      const fault = compareFault(of, from, true) ?? compareFault(of, to, true);
      if (fault) return report(c, t, fault.code, fault.facts);
      if (from.kind === 'literal' && to.kind === 'literal' && ends(from.value) > ends(to.value)) {
        return report(c, t, 'ends-before-start', { from: from.written, to: to.written });
      }
      tests.push({ kind: 'range', from, to, fromOpen: t.fromOpen, toOpen: t.toOpen });
      continue;
    }
    const value = c.check(t, c);
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
