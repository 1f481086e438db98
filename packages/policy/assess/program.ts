import type { Domain } from '../bounds/domain.ts';
import { wholeWithin } from '../bounds/narrowing.ts';
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
import { openDomain } from '../facts/open-domain.ts';
import { factsOf, readingsOf, walk } from '../walk.ts';
import { absences, orAbsent } from './absence.ts';
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
  /** Those of `order` that can be derived. */
  readonly derived: readonly string[];
  /** For each fact in use, itself and all it can be derived from. */
  readonly reach: ReadonlyMap<string, readonly string[]>;
  /** What is known of each fact in use while nothing is told. */
  readonly untold: ReadonlyMap<string, Domain>;
  /** Facts, and columns as `table.column`, of which being absent is an answer. */
  readonly absent: ReadonlySet<string>;
  readonly tables: ReadonlyMap<string, CheckedTable>;
  readonly other: ReadonlySet<string>;
  /** Readings that the amount and its stages rest on. */
  readonly amountReadings: readonly string[];
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
  const specs = specsUnder(guide, other);
  const asked = factsAsked(settled, specs);
  const inUse = new Set(asked);
  const line = {
    ...settled,
    consistency: settled.consistency.filter((r) => r.facts.every((f) => inUse.has(f))),
  };
  const reach = new Map(asked.map((id) => [id, closure([id], specs)]));
  const order = derivationOrder(asked, reach);
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
  const whole = wholeFacts(specs);
  const untold = new Map(
    asked.flatMap((id): [string, Domain][] => {
      const spec = specs.get(id);
      if (!spec) return [];
      const open = absent.has(id) ? orAbsent(openDomain(spec)) : openDomain(spec);
      return [[id, whole.has(id) && open.kind === 'num' ? wholeWithin(open) : open]];
    }),
  );
  return {
    guide,
    line: { ...line, consistency },
    conditions,
    specs,
    asked,
    order,
    derived: order.filter((id) => (specs.get(id)?.derivations.length ?? 0) > 0),
    reach,
    untold,
    whole,
    qualifying,
    absent,
    tables: new Map(guide.tables.map((t) => [t.id, t])),
    other,
    amountReadings: amountReadings(source),
  };
}

/** The readings a line's steps, cap and stages name, whether or not the round takes the other one. */
function amountReadings(line: CheckedLine): string[] {
  return [
    ...line.steps.flatMap((s) => readingsOf(s.node)),
    ...readingsOf(line.cap),
    ...readingsOf(line.premise?.must),
    ...line.stages.flatMap((s) => [...readingsOf(s.amount), ...(s.balance ? ['G5'] : [])]),
  ];
}

interface SettledSpecs {
  readonly readings: string;
  readonly specs: ReadonlyMap<string, FactSpec>;
}

/** A round compiles many lines under the same readings: the last settled facts of a guide are kept. */
const lastSettled = new WeakMap<CheckedGuide, SettledSpecs>();

function specsUnder(
  guide: CheckedGuide,
  other: ReadonlySet<string>,
): ReadonlyMap<string, FactSpec> {
  const readings = JSON.stringify([...other].sort());
  const last = lastSettled.get(guide);
  if (last?.readings === readings) return last.specs;
  const specs = new Map(
    Object.entries(guide.facts).map(([id, spec]): [string, FactSpec] => [
      id,
      settleSpec(spec, other),
    ]),
  );
  lastSettled.set(guide, { readings, specs });
  return specs;
}

const wholes = new WeakMap<ReadonlyMap<string, FactSpec>, ReadonlySet<string>>();

function wholeFacts(specs: ReadonlyMap<string, FactSpec>): ReadonlySet<string> {
  let whole = wholes.get(specs);
  if (!whole) {
    whole = new Set([...specs.values()].filter(isWhole).map((s) => s.id));
    wholes.set(specs, whole);
  }
  return whole;
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

function derivationOrder(
  ids: readonly string[],
  reach: ReadonlyMap<string, readonly string[]>,
): string[] {
  const done = new Set<string>();
  const order: string[] = [];
  const visit = (id: string) => {
    if (done.has(id)) return;
    done.add(id);
    for (const f of reach.get(id) ?? []) if (f !== id) visit(f);
    order.push(id);
  };
  for (const id of ids) visit(id);
  return order;
}
