import { cmp, round, toDecimal } from '@fuchi/values/rational';
import { compare } from '../bounds/compare.ts';
import {
  type Domain,
  type Item,
  isEmpty,
  isKnown,
  join,
  meet,
  type Num,
  pointOf,
  type Row,
  type Rows,
} from '../bounds/domain.ts';
import { type Environment, ForkedDomains } from '../bounds/environment.ts';
import { evaluate } from '../bounds/evaluate.ts';
import { wholeWithin } from '../bounds/narrowing.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { GivenFacts, Moment, Statement } from '../facts/given.ts';
import { openDomain } from '../facts/open-domain.ts';
import { orAbsent } from './absence.ts';
import type { Program } from './program.ts';

/** A fact for which several values are stated or follow. */
export interface Disagreement {
  readonly fact: string;
  readonly row: number;
  readonly options: readonly { readonly source: string; readonly domain: Domain }[];
  readonly decidedBy: string | null;
}

export interface Prepared {
  readonly env: Environment;
  readonly disagreements: readonly Disagreement[];
  /** Which statement or derivation each known fact rests on. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Puts together what is known: statements, then what follows from them by derivation.
 * @param choice for a fact whose sources disagree, which of its options to take; without one, any of them may hold
 * @param contested facts whose figures count as not told, because they contradict each other
 */
export function prepare(
  program: Program,
  given: GivenFacts,
  moment: Moment,
  choice: ReadonlyMap<string, number>,
  contested: ReadonlySet<string> = new Set(),
): Prepared {
  const apart = new Set(contested);
  const env: Environment = {
    facts: new ForkedDomains(program.untold),
    steps: new Map(),
    frames: [],
    tables: program.tables,
    qualifying: program.qualifying,
    nonEmpty: new Set(),
    apart,
    compounds: false,
  };
  const disagreements: Disagreement[] = [];
  const sources = new Map<string, string>();
  for (const id of program.order) {
    const spec = program.specs.get(id);
    if (!spec) continue;
    if (contested.has(id)) {
      env.facts.set(id, untold(spec, id, program));
      continue;
    }
    const told = given.get(id);
    // What nobody tells and nothing gives stays as the programme has it.
    if (!told && spec.derivations.length === 0 && spec.type.kind !== 'rows') continue;
    const stated = statedAt(told ?? [], moment);
    const derived = deriveAll(spec, env);
    const taken =
      stated.length === 0
        ? followedFrom(derived, untold(spec, id, program))
        : statedValue(spec, stated, derived, choice.get(id), program);
    let { domain } = taken;
    if (taken.from !== undefined) sources.set(id, taken.from);
    if (taken.disagreement) disagreements.push(taken.disagreement);
    if (taken.apart) apart.add(id);
    if (domain.kind === 'rows')
      domain = withDerivedCells(spec, domain, env, program, disagreements);
    env.facts.set(
      id,
      program.whole.has(id) && domain.kind === 'num' ? wholeWithin(domain) : domain,
    );
  }
  return { env, disagreements, sources };
}

/** What is taken for a fact: its values, which statement or derivation they rest on, and what disagrees. */
interface Taken {
  readonly domain: Domain;
  readonly from: string | undefined;
  readonly disagreement?: Disagreement;
  /** Need it not equal what follows from other figures? */
  readonly apart?: boolean;
}

function statedValue(
  spec: FactSpec,
  stated: readonly Statement[],
  derived: readonly Derived[],
  choice: number | undefined,
  program: Program,
): Taken {
  const differing = derived.filter((d) =>
    stated.every((o) => differs(o.domain, d.domain, o.decimals)),
  );
  const options = stated.map((s) => ({ source: s.source, domain: s.domain }));
  const named = options.find((o) => spec.decidedBy !== '' && o.source === spec.decidedBy);
  const candidates = distinctOptions([
    ...(named ? [named] : []),
    ...options,
    ...differing.map((d) => ({ source: d.written, domain: d.domain })),
  ]);
  const [first] = candidates;
  const chosen = named ?? candidates[choice ?? -1];
  if (candidates.length > 1) {
    const decidedBy = named ? spec.decidedBy : null;
    const disagreement = { fact: spec.id, row: 0, options: candidates, decidedBy };
    const any = () =>
      resolve(
        candidates.map((c) => c.domain),
        spec,
        program,
      );
    const domain = chosen?.domain ?? any();
    return { domain, from: (chosen ?? first)?.source ?? '', disagreement, apart: true };
  }
  // Rows give more digits than the rounded total stated beside them.
  const finer = derived.find((d) => pointOf(d.domain) && !differing.includes(d));
  if (finer && spec.type.kind === 'number') return { domain: finer.domain, from: finer.written };
  return {
    domain: first?.domain ?? openDomain(spec),
    from: first?.source ?? '',
    apart: named !== undefined || stated.some((s) => s.decimals > 0),
  };
}

function statedAt(statements: readonly Statement[], moment: Moment): readonly Statement[] {
  const exact = statements.filter((s) => s.moment === moment);
  if (exact.length > 0) return exact;
  const timeless = statements.filter((s) => s.moment === undefined);
  if (timeless.length > 0 || moment === '申报') return timeless;
  // What isn't audited anew at acceptance holds as it was planned.
  return statements.filter((s) => s.moment === '申报');
}

/** Any value of a fact or cell that isn't told and follows from nothing. */
function untold(spec: FactSpec, path: string, program: Program): Domain {
  return program.absent.has(path) ? orAbsent(openDomain(spec)) : openDomain(spec);
}

interface Derived {
  readonly domain: Domain;
  readonly written: string;
}

function deriveAll(spec: FactSpec, env: Environment): Derived[] {
  return spec.derivations.map((d) => ({ domain: evaluate(d.node, env), written: d.written }));
}

/** The derivation that decides: the first that gives a value. */
function deciding(derived: readonly Derived[]): Derived | undefined {
  return derived.find((d) => isKnown(d.domain) && !isNone(d.domain));
}

/**
 * What follows for a figure nobody states: the first derivation that gives a value decides. One that gives 无
 * (no rows to average, nothing to divide by) gives none, and while none does the figure isn't told;
 * then it lies in each derivation that surely gives a value.
 */
function followedFrom(derived: readonly Derived[], open: Domain): Taken {
  const from = deciding(derived);
  if (from) return { domain: from.domain, from: from.written };
  const sure = derived.flatMap((d) => (d.domain.kind === 'num' && !d.domain.none ? d.domain : []));
  const [first, ...rest] = sure;
  if (!first) return { domain: open, from: undefined };
  const met = rest.reduce(meet, first);
  const follows = isEmpty(met) ? (rest.reduce<Domain>(join, first) as Num) : met;
  // What can't be told of the fact can't be what it turns out to be.
  const range = open.kind === 'num' ? meet(follows, { ...open, none: false }) : follows;
  return { domain: isEmpty(range) ? follows : range, from: undefined };
}

function isNone(d: Domain): boolean {
  return isKnown(d) && ((d.kind === 'num' && !d.some) || (d.kind === 'word' && d.none));
}

/** Whether a stated value can't be what follows from the other facts; rounding in the statement is no difference. */
function differs(stated: Domain, derived: Domain, decimals: number): boolean {
  // Where a derivation gives 无 there is nothing to compare with.
  if (isNone(derived)) return false;
  if (isNone(stated)) return isKnown(derived);
  if (stated.kind === 'num' && derived.kind === 'num') {
    const x = pointOf(stated);
    const y = pointOf(derived);
    if (x && y) {
      if (cmp(x, y) === 0) return false;
      return !roundsTo(y, x, decimals);
    }
    // A derivation that may yet give 无 contradicts nothing.
    return !derived.none && isEmpty(meet(stated, derived));
  }
  if (!isKnown(derived)) return false;
  return !compare('=', stated, derived).t;
}

/** Whether y written with x's decimals, in any of the usual units, is x. */
function roundsTo(y: NonNullable<Num['lo']>, x: NonNullable<Num['lo']>, decimals: number): boolean {
  // Shares are kept as fractions of one and amounts in 元: 2 decimals of 万元 are −2 decimals of 元.
  for (const shift of [0, 2, -4]) {
    const places = decimals + shift;
    if (decimals > 0 && cmp(round(y, places, 'half-up'), x) === 0) return true;
  }
  return false;
}

function distinctOptions(options: readonly { source: string; domain: Domain }[]) {
  const distinct: { source: string; domain: Domain }[] = [];
  for (const option of options) {
    const same = distinct.find((o) => sameValue(o.domain, option.domain));
    if (!same) distinct.push(option);
  }
  return distinct;
}

function sameValue(a: Domain, b: Domain): boolean {
  if (a.kind === 'rows' || b.kind === 'rows') return a === b;
  if (a.kind === 'many' && b.kind === 'many') {
    return a.has?.length === b.has?.length && (a.has ?? []).every((o) => b.has?.includes(o));
  }
  if (a.kind === 'place' && b.kind === 'place') return a.region?.code === b.region?.code;
  return !compare('=', a, b).f;
}

/** Any of the values may hold; under the other reading of G18 the lower or later one does. */
function resolve(domains: readonly Domain[], spec: FactSpec, program: Program): Domain {
  const later = spec.type.kind === 'number' && spec.type.dimension === 'date';
  const [first, ...rest] = domains;
  if (!first) throw new RangeError('a disagreement has at least two values');
  if (program.other.has('G18') && first.kind === 'num') {
    return domains.reduce((a, b) => {
      const [x, y] = [pointOf(a), pointOf(b)];
      return x && y && cmp(y, x) === (later ? 1 : -1) ? b : a;
    });
  }
  return rest.reduce(join, first);
}

/** Fills the cells that follow from others of their row. A stated cell that differs may be either. */
function withDerivedCells(
  spec: FactSpec,
  rows: Rows,
  env: Environment,
  program: Program,
  disagreements: Disagreement[],
  frames: readonly Row[] = [],
): Rows {
  const table = spec.type.kind === 'rows' ? spec.type.table : '';
  const pathOf = (column: FactSpec) => `${table}.${column.id}`;
  const fills = spec.columns.some(
    (c) => c.derivations.length > 0 || c.columns.length > 0 || program.absent.has(pathOf(c)),
  );
  if (!fills) return rows;
  const fill = (item: Item<Row>): Item<Row> => {
    const cells = new Map(item.value.cells);
    const row: Row = { number: item.value.number, cells };
    for (const column of spec.columns) {
      const stated = cells.get(column.id);
      if (stated?.kind === 'rows') {
        const inner = withDerivedCells(column, stated, env, program, disagreements, [
          ...frames,
          row,
        ]);
        cells.set(column.id, inner);
        continue;
      }
      const derived = column.derivations.map((d) => ({
        domain: evaluate(d.node, { ...env, frames: [...frames, row] }),
        written: d.written,
      }));
      if (!stated || !isKnown(stated)) {
        cells.set(column.id, followedFrom(derived, untold(column, pathOf(column), program)).domain);
        continue;
      }
      const decides = deciding(derived);
      const apart = (decides ? [decides] : derived).find(
        (d) => item.row > 0 && differs(stated, d.domain, cellDecimals(stated)),
      );
      if (!apart) continue;
      const decidedBy = column.decidedBy === '' ? null : column.decidedBy;
      const options = [
        { source: decidedBy ?? '填报', domain: stated },
        { source: apart.written, domain: apart.domain },
      ];
      disagreements.push({ fact: `${table}.${column.id}`, row: item.row, options, decidedBy });
      if (decidedBy === null) cells.set(column.id, join(stated, apart.domain));
    }
    return { ...item, value: row };
  };
  return { kind: 'rows', items: rows.items.map(fill), rest: rows.rest && fill(rows.rest) };
}

/** The decimals in which a cell was stated, in 元 or as a plain number. */
function cellDecimals(d: Domain): number {
  const x = pointOf(d);
  if (!x) return 0;
  const text = toDecimal(x);
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}
