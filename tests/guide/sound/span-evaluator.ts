import type { CheckedTable } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import { type Fraction, fromText, order, rounded, whole } from './big-fraction.ts';
import {
  ABSENT,
  ANY,
  either,
  exactly,
  larger,
  lesser,
  minus,
  OPEN,
  over,
  plus,
  type Range,
  type Rows,
  range,
  type Span,
  type SpanRow,
  type Truth,
  times,
} from './span.ts';
import { aggregateOf } from './span-aggregate.ts';
import { allOf, amongst, anyOf, compared, opposite } from './span-compare.ts';
import { dateRange, monthsBetween, movedRange } from './span-date.ts';

/** What expressions look at while not everything is told. */
export interface SpanScope {
  readonly fact: (id: string) => Span;
  readonly step: (id: string) => Span | undefined;
  readonly frames: readonly SpanRow[];
  readonly otherReadings: ReadonlySet<string>;
  readonly tables: readonly CheckedTable[];
  readonly qualifies: (table: string, row: SpanRow) => Truth;
}

/**
 * All values an expression may have, part by part as the tables of docs/language say it: strong Kleene for truth,
 * ranges for figures. Nothing is inferred from a fact that stands in two places, and no condition narrows a fact.
 */
export function spanOf(node: Checked, s: SpanScope): Span {
  const number = (n: Checked) => figures(spanOf(n, s));
  switch (node.kind) {
    case 'literal':
      return literal(node);
    case 'reading':
      return known(!s.otherReadings.has(node.id));
    case 'fact':
      return s.fact(node.fact);
    case 'step':
      return s.step(node.step) ?? ANY;
    case 'column':
      return s.frames[node.frame]?.cell(node.column) ?? ANY;
    case 'compare': {
      const strict = node.reading !== undefined && s.otherReadings.has(node.reading);
      return compared(
        strict ? node.op.replace('=', '') : node.op,
        spanOf(node.left, s),
        spanOf(node.right, s),
      );
    }
    case 'within':
      return amongst(spanOf(node.of, s), node.tests, (n) => spanOf(n, s));
    case 'has': {
      const of = spanOf(node.of, s);
      return of.k === 'many' && of.words ? known(of.words.includes(node.option)) : OPEN;
    }
    case 'and':
      return allOf(node.items.map((i) => truthOf(i, s)));
    case 'or':
      return anyOf(node.items.map((i) => truthOf(i, s)));
    case 'not':
      return opposite(truthOf(node.of, s));
    case 'arithmetic':
      return OPERATIONS[node.op](number(node.left), number(node.right));
    case 'negate':
      return minus(exactly(whole(0)), number(node.of));
    case 'if': {
      const when = truthOf(node.when, s);
      if (!when.f) return spanOf(node.whenTrue, s);
      if (!when.t) return spanOf(node.otherwise, s);
      return either(spanOf(node.whenTrue, s), spanOf(node.otherwise, s));
    }
    case 'least':
    case 'greatest':
      return extreme(node.kind, node.items.map(number));
    case 'round': {
      const of = number(node.of);
      const at = (x: Fraction | undefined) => x && rounded(x, fromText(node.quantum), node.mode);
      return { ...of, lo: at(of.lo), hi: at(of.hi) };
    }
    case 'move':
      return movedRange(node, number(node.date), number(node.by));
    case 'between-dates': {
      const [from, to] = [number(node.from), number(node.to)];
      return node.unit === 'days' ? minus(to, from) : monthsBetween(node.unit, from, to);
    }
    case 'end-of-month':
      return dateRange(number(node.of));
    case 'lookup':
      return inForce(node.table, node.column, number(node.at), s);
    case 'attribute':
      return attribute(spanOf(node.of, s), node.name);
    case 'filter':
      return selected(listOf(node.list, s), (row) => truthOf(node.keep, inRow(s, row)));
    case 'qualified': {
      const table = node.type.kind === 'rows' ? node.type.table : '';
      return selected(listOf(node.list, s), (row) => s.qualifies(table, row));
    }
    case 'project': {
      const list = listOf(node.list, s);
      const of = (row: SpanRow) => spanOf(node.body, inRow(s, row));
      const items = list.rows.map((r) => ({ of: of(r.of), sure: r.sure }));
      return { k: 'list', items, more: list.more && of(list.more) };
    }
    case 'aggregate':
      return aggregated(node.op, spanOf(node.list, s));
    case 'some':
    case 'every':
      return quantified(node.kind, listOf(node.list, s), (r) => truthOf(node.body, inRow(s, r)));
  }
}

/** Whether a condition may hold, and whether it may fail. */
export function truthOf(node: Checked, s: SpanScope): Truth {
  const value = spanOf(node, s);
  return value.k === 'bool' ? value : OPEN;
}

export function inRow(s: SpanScope, row: SpanRow): SpanScope {
  return { ...s, frames: [...s.frames, row] };
}

const OPERATIONS = { '+': plus, '-': minus, '*': times, '/': over };

function known(is: boolean): Truth {
  return { k: 'bool', t: is, f: !is };
}

function literal(node: Checked & { kind: 'literal' }): Span {
  switch (node.type.kind) {
    case 'number':
      return exactly(fromText(node.value));
    case 'bool':
      return known(node.value === 'true');
    case 'none':
      return ABSENT;
    default:
      return { k: 'word', words: [node.value], none: false };
  }
}

/** What is no figure takes part in no reckoning: 无. */
function figures(of: Span): Range {
  return of.k === 'number' ? of : ABSENT;
}

function extreme(kind: 'least' | 'greatest', all: readonly Range[]): Range {
  const ends = (end: 'lo' | 'hi') => all.map((r) => r[end]);
  const told = (end: 'lo' | 'hi') => all.flatMap((r) => r[end] ?? []);
  const both = { none: all.some((r) => r.none), some: all.every((r) => r.some) };
  if (kind === 'least') return { ...range(lesser(ends('lo')), lesser(told('hi'))), ...both };
  return { ...range(larger(told('lo')), larger(ends('hi'))), ...both };
}

function inForce(table: string, column: string, at: Range, s: SpanScope): Span {
  const found = s.tables.find((t) => t.id === table);
  const from = found?.from ?? [];
  const before = from[0] === undefined || !at.lo || order(at.lo, whole(from[0])) < 0;
  let result: Span = before || at.none ? ABSENT : { ...ABSENT, none: false };
  for (const [i, start] of from.entries()) {
    const next = from[i + 1];
    const begun = !at.hi || order(at.hi, whole(start)) >= 0;
    const ended = next !== undefined && at.lo && order(at.lo, whole(next)) >= 0;
    const value = found?.columns[column]?.[i];
    if (at.some && begun && !ended && value !== undefined)
      result = either(result, exactly(fromText(value)));
  }
  return result;
}

function attribute(of: Span, name: string): Span {
  if (of.k !== 'place') return ABSENT;
  const { place } = of;
  if (!place) return { k: 'word', words: undefined, none: name !== '省' };
  const county = place.level === 'county' ? place.name : undefined;
  const all = new Map([
    ['省', place.province],
    ['设区市', place.city],
    ['县级', county],
    ['片区', place.zone],
  ]);
  const word = all.get(name);
  return { k: 'word', words: word === undefined ? [] : [word], none: word === undefined };
}

function listOf(node: Checked, s: SpanScope): Rows {
  const list = spanOf(node, s);
  if (list.k !== 'rows') throw new RangeError(`rows expected, not ${list.k}`);
  return list;
}

function selected(list: Rows, keep: (row: SpanRow) => Truth): Rows {
  const rows = list.rows.flatMap((r) => {
    const kept = keep(r.of);
    return kept.t ? [{ of: r.of, sure: r.sure && !kept.f }] : [];
  });
  return { k: 'rows', rows, more: list.more && keep(list.more).t ? list.more : undefined };
}

function aggregated(op: string, list: Span): Span {
  if (list.k === 'list') return aggregateOf(op, list);
  if (list.k !== 'rows') throw new RangeError(`a list expected, not ${list.k}`);
  const items = list.rows.map((r) => ({ of: OPEN, sure: r.sure }));
  return aggregateOf('count', { k: 'list', items, more: list.more && OPEN });
}

/** A row that may not belong, or may still come, can make `some` true and `every` false, never the reverse. */
function quantified(kind: 'some' | 'every', list: Rows, holds: (row: SpanRow) => Truth): Truth {
  const sure = list.rows.filter((r) => r.sure).map((r) => holds(r.of));
  const maybe = list.rows.filter((r) => !r.sure).map((r) => holds(r.of));
  if (list.more) maybe.push(holds(list.more));
  if (kind === 'some') {
    const may = maybe.map((h): Truth => ({ k: 'bool', t: h.t, f: true }));
    return anyOf([...sure, ...may]);
  }
  const may = maybe.map((h): Truth => ({ k: 'bool', t: true, f: h.f }));
  return allOf([...sure, ...may]);
}
