import { nearest } from '@fuchi/guide/reader';
import type { Aggregate, Checked, RoundMode } from '../checked-tree.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { BUILTINS, type Builtin } from '../syntax/vocabulary.ts';
import {
  BOOL,
  comparable,
  counted,
  DATE,
  DAYS,
  MONTHS,
  RATIO,
  typeName,
  type ValueType,
} from '../value-type.ts';
import { BROKEN, condition, type ExpressionContext, report } from './expression-context.ts';

type Call = Syntax & { kind: 'call' };

const ROUND_MODES: Readonly<Partial<Record<Builtin, RoundMode>>> = {
  'round half up': 'half-up',
  'round half even': 'half-even',
  'round up': 'up',
  'round down': 'down',
};

/** Checks a call of one of the language's functions. */
export function checkCall(s: Call, c: ExpressionContext): Checked {
  const name = BUILTINS.find((b) => b === s.name);
  if (!name) {
    return report(c, s, 'unknown-function', {
      name: s.name,
      nearest: nearest(s.name, BUILTINS) ?? '',
    });
  }
  if (name === 'not') {
    const [only] = s.args;
    if (!only || s.args.length !== 1) return arity(s, c, '1');
    return { kind: 'not', type: BOOL, of: condition(only, c) };
  }
  if (name === 'lookup') return checkLookup(s, c);
  const args = s.args.map((a) => c.check(a, c));
  if (args.some((a) => a.type.kind === 'unknown')) return BROKEN;
  const [first, second] = args;
  if (!first) return arity(s, c, '1');
  const mode = ROUND_MODES[name];
  if (mode)
    return second && args.length === 2 ? checkRound(mode, first, second, s, c) : arity(s, c, '2');
  switch (name) {
    case 'min':
    case 'max':
      if (args.length === 1) return aggregate(name, first, s, c);
      return extremum(name === 'min' ? 'least' : 'greatest', args, s, c);
    case 'sum':
    case 'mean':
    case 'count':
      return args.length === 1 ? aggregate(name, first, s, c) : arity(s, c, '1');
    case 'distinct values':
      return args.length === 1 ? aggregate('distinct', first, s, c) : arity(s, c, '1');
    case 'qualified':
      if (first.kind !== 'fact' || first.type.kind !== 'rows') {
        return report(c, s, 'not-rows', { given: typeName(first.type) });
      }
      return { kind: 'qualified', type: first.type, list: first };
    case 'days between':
    case 'months between':
    case 'years between': {
      if (!second || args.length !== 2) return arity(s, c, '2');
      if (!isDate(first) || !isDate(second)) return report(c, s, 'not-a-date');
      const unit =
        name === 'days between' ? 'days' : name === 'months between' ? 'months' : 'years';
      const type = unit === 'days' ? DAYS : MONTHS;
      return { kind: 'between-dates', type, unit, from: first, to: second };
    }
    case 'end of month':
      if (args.length !== 1) return arity(s, c, '1');
      return isDate(first)
        ? { kind: 'end-of-month', type: DATE, of: first }
        : report(c, s, 'not-a-date');
    default:
      return report(c, s, 'unknown-function', { name, nearest: '' });
  }
}

function isDate(node: Checked): boolean {
  return node.type.kind === 'number' && node.type.dimension === 'date';
}

function arity(s: Call, c: ExpressionContext, wanted: string): Checked {
  return report(c, s, 'wrong-argument-count', {
    name: s.name,
    wanted,
    given: String(s.args.length),
  });
}

function extremum(
  kind: 'least' | 'greatest',
  items: readonly Checked[],
  s: Call,
  c: ExpressionContext,
): Checked {
  const [first] = items;
  if (!first) return BROKEN;
  for (const [i, item] of items.entries()) {
    const at = s.args[i] ?? s;
    if (item.type.kind !== 'number')
      return report(c, at, 'not-a-number', { given: typeName(item.type) });
    if (!comparable(first.type, item.type)) {
      return report(c, at, 'types-differ', {
        left: typeName(first.type),
        right: typeName(item.type),
      });
    }
  }
  return { kind, type: first.type, items };
}

/** Lists hold the rows' values; `count` and `distinct values` also take rows themselves. */
function aggregate(op: Aggregate, list: Checked, s: Call, c: ExpressionContext): Checked {
  if (op === 'count' && (list.type.kind === 'rows' || list.type.kind === 'list')) {
    return { kind: 'aggregate', type: counted(unitOf(list.type, c)), op, list };
  }
  if (list.type.kind !== 'list') return report(c, s, 'not-values', { given: typeName(list.type) });
  if (op === 'distinct') return { kind: 'aggregate', type: counted('个'), op, list };
  if (list.type.of.kind !== 'number') {
    return report(c, s, 'not-a-number', { given: typeName(list.type.of) });
  }
  if (op === 'sum' && list.type.of.dimension === 'date') {
    return report(c, s, 'not-a-number', { given: typeName(list.type.of) });
  }
  return { kind: 'aggregate', type: list.type.of, op, list };
}

function unitOf(type: ValueType, c: ExpressionContext): string {
  if (type.kind === 'rows') return c.scope.tables.get(type.table)?.unit ?? '个';
  return type.kind === 'list' ? type.unit : '个';
}

function checkRound(
  mode: RoundMode,
  of: Checked,
  quantum: Checked,
  s: Call,
  c: ExpressionContext,
): Checked {
  if (of.type.kind !== 'number') return report(c, s, 'not-a-number', { given: typeName(of.type) });
  if (quantum.kind !== 'literal' || !comparable(of.type, quantum.type)) {
    return report(c, s.args[1] ?? s, 'round-quantum', { given: typeName(of.type) });
  }
  if (quantum.value.startsWith('0/') || quantum.value.startsWith('-')) {
    return report(c, s.args[1] ?? s, 'round-quantum', { given: typeName(of.type) });
  }
  return { kind: 'round', type: of.type, mode, of, quantum: quantum.value };
}

/** `lookup(LPR.一年期, 日期)`: the value in force on a date. */
function checkLookup(s: Call, c: ExpressionContext): Checked {
  const [source, at] = s.args;
  if (!source || !at || s.args.length !== 2) return arity(s, c, '2');
  if (source.kind !== 'path' || source.of.kind !== 'name')
    return report(c, source, 'lookup-column');
  const columns = c.scope.references.get(source.of.name);
  if (!columns) {
    const near = nearest(source.of.name, [...c.scope.references.keys()]) ?? '';
    return report(c, source, 'unknown-table', { name: source.of.name, nearest: near });
  }
  if (!columns.includes(source.name)) {
    return report(c, { start: source.nameStart }, 'unknown-column', {
      name: source.name,
      nearest: nearest(source.name, columns) ?? '',
      table: source.of.name,
    });
  }
  const date = c.check(at, c);
  if (date.type.kind === 'unknown') return BROKEN;
  if (!isDate(date)) return report(c, at, 'not-a-date');
  return { kind: 'lookup', type: RATIO, table: source.of.name, column: source.name, at: date };
}
