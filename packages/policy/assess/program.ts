import { closure } from '../check/fact-use.ts';
import {
  type CheckedCondition,
  type CheckedGuide,
  type CheckedLine,
  type CheckedTable,
  type FactSpec,
  PAID,
} from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf, walk } from '../walk.ts';
import { absences } from './absence.ts';
import { settle, whereTold } from './settle.ts';

/** What a round decides for all its applications. */
export interface RoundOptions {
  /** Reading ids that take the other reading. */
  readonly otherReadings: readonly string[];
  /** Ids of call conditions switched on. */
  readonly call: readonly string[];
}

export const NO_OPTIONS: RoundOptions = { otherReadings: [], call: [] };

/** A line made ready for many assessments: readings settled, conditions collected, rows' rules found. */
export interface Program {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly conditions: readonly CheckedCondition[];
  readonly specs: ReadonlyMap<string, FactSpec>;
  /** Facts that count under the round's readings, in the order in which the line first names them. */
  readonly asked: readonly string[];
  /** Facts in an order in which each comes after those it is derived from. */
  readonly order: readonly string[];
  readonly whole: ReadonlySet<string>;
  readonly qualifying: ReadonlyMap<string, readonly Checked[]>;
  /** Facts, and columns as `table.column`, of which being absent is an answer. */
  readonly absent: ReadonlySet<string>;
  readonly tables: ReadonlyMap<string, CheckedTable>;
  readonly other: ReadonlySet<string>;
}

/**
 * Compiles a line for a round. Compile once, assess many.
 * @returns undefined when the guide has no such line
 * @example const program = compile(guide, 'data-product', NO_OPTIONS);
 */
export function compile(
  guide: CheckedGuide,
  lineId: string,
  options: RoundOptions,
): Program | undefined {
  const source = guide.lines.find((l) => l.id === lineId);
  if (!source) return undefined;
  const other = new Set(options.otherReadings);
  const called = guide.call.filter(
    (c) => options.call.includes(c.clause) && !guide.callExcept[c.clause]?.includes(lineId),
  );
  const settleCondition = (c: CheckedCondition): CheckedCondition => ({
    ...c,
    must: c.must && settle(c.must, other),
    applies: c.applies && settle(c.applies, other),
    // Reading G8: 原则上 taken as a hard rule.
    strength: binds(c, other) ? '必须' : c.strength,
  });
  const assessed = source.mode === '申报' || source.mode === '免申即享';
  const conditions = [...source.conditions, ...(assessed ? called : [])].map(settleCondition);
  const settled: CheckedLine = {
    ...source,
    conditions,
    notComputable: other.has(source.computableUnder) ? '' : source.notComputable,
    consistency: source.consistency.map((r) => {
      // What only another reading would look at doesn't keep a rule from holding.
      const must = settle(r.must, other);
      return { ...r, must, facts: factsOf(must) };
    }),
    steps: source.steps.map((s) => ({ ...s, node: settle(s.node, other) })),
    cap: source.cap && settle(source.cap, other),
    premise: source.premise && { ...source.premise, must: settle(source.premise.must, other) },
    stages: source.stages.map((s) => ({ ...s, amount: s.amount && settle(s.amount, other) })),
  };
  const specs = new Map(
    Object.entries(guide.facts).map(([id, spec]): [string, FactSpec] => [
      id,
      settleSpec(spec, other),
    ]),
  );
  const asked = factsAsked(settled, specs);
  const inUse = new Set(asked);
  const line = {
    ...settled,
    consistency: settled.consistency.filter((r) => r.facts.every((f) => inUse.has(f))),
  };
  const order = derivationOrder(asked, specs);
  const absent = absences([
    ...conditions.flatMap((c) => [c.must, c.applies]),
    ...source.consistency.map((r) => settle(r.must, other)),
    ...line.steps.map((s) => s.node),
    ...line.stages.map((s) => s.amount),
    line.cap,
    line.premise?.must,
    ...asked.flatMap((id) => derivationsOf(specs.get(id))),
  ]);
  const qualifying = new Map<string, Checked[]>();
  for (const c of conditions) {
    if (c.each === '' || !c.must || c.strength !== '必须') continue;
    const must: Checked = c.applies
      ? {
          kind: 'or',
          type: c.must.type,
          items: [{ kind: 'not', type: c.must.type, of: c.applies }, c.must],
        }
      : c.must;
    const before = qualifying.get(c.each) ?? [];
    qualifying.set(c.each, [...before, must]);
  }
  const consistency = line.consistency.map((r) => ({ ...r, must: whereTold(r.must) }));
  return {
    guide,
    line: { ...line, consistency },
    conditions,
    specs,
    asked,
    order,
    whole: new Set([...specs.values()].filter(isWhole).map((s) => s.id)),
    qualifying,
    absent,
    tables: new Map(guide.tables.map((t) => [t.id, t])),
    other,
  };
}

function binds(c: CheckedCondition, other: ReadonlySet<string>): boolean {
  return c.strength === '原则上' && (other.has('G8') || other.has(c.hardUnder));
}

/** What is told as a date or a count is whole; what follows from other figures need not be. */
function isWhole(spec: FactSpec): boolean {
  const date = spec.type.kind === 'number' && spec.type.dimension === 'date';
  return (spec.integer || date) && spec.derivations.length === 0;
}

function settleSpec(spec: FactSpec, other: ReadonlySet<string>): FactSpec {
  return {
    ...spec,
    derivations: spec.derivations.map((d) => ({ ...d, node: settle(d.node, other) })),
    columns: columnOrder(spec.columns.map((c) => settleSpec(c, other))),
  };
}

/** Columns in an order in which each comes after those of its row that it is derived from. */
function columnOrder(columns: readonly FactSpec[]): FactSpec[] {
  const byId = new Map(columns.map((c) => [c.id, c]));
  const done = new Set<string>();
  const order: FactSpec[] = [];
  const visit = (column: FactSpec) => {
    if (done.has(column.id)) return;
    done.add(column.id);
    for (const tree of derivationsOf(column)) {
      walk(tree, (n) => {
        const other = n.kind === 'column' ? byId.get(n.column) : undefined;
        if (other) visit(other);
      });
    }
    order.push(column);
  };
  for (const column of columns) visit(column);
  return order;
}

/** The trees a fact and its columns are derived by. */
function derivationsOf(spec: FactSpec | undefined): Checked[] {
  if (!spec) return [];
  return [...spec.derivations.map((d) => d.node), ...spec.columns.flatMap(derivationsOf)];
}

/** Whether a condition applies to anyone under the round's readings. */
function canApply(c: CheckedCondition): boolean {
  return !(c.applies?.kind === 'literal' && c.applies.value === 'false');
}

/**
 * The facts that count under the round's readings, with those from which they can be derived. What only another
 * reading would look at isn't asked.
 */
function factsAsked(line: CheckedLine, specs: ReadonlyMap<string, FactSpec>): string[] {
  const paid = line.stages.some((s) => s.balance) ? [PAID] : [];
  const named = [
    ...line.conditions
      .filter(canApply)
      .flatMap((c) => [
        ...factsOf(c.must),
        ...factsOf(c.applies),
        ...[c.each, c.opinion].filter((id) => id !== ''),
      ]),
    ...line.steps.flatMap((s) => factsOf(s.node)),
    ...factsOf(line.cap),
    ...factsOf(line.premise?.must),
    ...line.stages.flatMap((s) => factsOf(s.amount)),
    ...paid,
    ...(line.source.quota?.groupedBy ? [line.source.quota.groupedBy.text] : []),
  ];
  return closure([...new Set(named)], specs).filter((id) => specs.has(id));
}

function derivationOrder(ids: readonly string[], specs: ReadonlyMap<string, FactSpec>): string[] {
  const done = new Set<string>();
  const order: string[] = [];
  const visit = (id: string) => {
    if (done.has(id)) return;
    done.add(id);
    for (const f of closure([id], specs)) if (f !== id) visit(f);
    order.push(id);
  };
  for (const id of ids) visit(id);
  return order;
}
