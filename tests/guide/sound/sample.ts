import type { CheckedGuide, CheckedLine, FactSpec } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import { type Applicant, PAID, type Statement, type Told, type ToldRow } from './applicant.ts';
import { digits, type Fraction, fraction, mul } from './big-fraction.ts';
import type { Chance } from './chance.ts';
import { type Pool, poolOf } from './literal-pool.ts';
import { conditionsOf, type Judgement, judged, type OracleRound } from './oracle.ts';
import type { Place } from './place.ts';
import { inRange, randomRow, randomValue, type Source } from './random-value.ts';
import { factsIn, visited } from './tree-search.ts';

/** A line in a round, with what is needed to make applicants for it. */
export interface Ground {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly round: OracleRound;
  readonly asked: readonly string[];
  readonly pool: Pool;
  readonly absent: ReadonlySet<string>;
  readonly regions: readonly Place[];
}

export function groundOf(
  guide: CheckedGuide,
  line: CheckedLine,
  round: OracleRound,
  regions: readonly Place[],
): Ground {
  const called = conditionsOf(guide, line, round).flatMap((c) => [
    ...factsIn(c.must),
    ...factsIn(c.applies),
    ...(c.opinion === '' ? [] : [c.opinion]),
  ]);
  const asked = closure([...line.facts, ...called], guide.facts);
  const absent = absences(guide, line, asked);
  return { guide, line, round, asked, pool: poolOf(guide, line, asked), absent, regions };
}

export function closure(
  ids: readonly string[],
  specs: Readonly<Record<string, FactSpec>>,
): string[] {
  const seen = new Set<string>();
  const derivations = (spec: FactSpec): FactSpec['derivations'] => [
    ...spec.derivations,
    ...spec.columns.flatMap(derivations),
  ];
  const visit = (id: string) => {
    const spec = specs[id];
    if (!spec || seen.has(id)) return;
    seen.add(id);
    for (const d of derivations(spec)) for (const f of factsIn(d.node)) visit(f);
  };
  for (const id of ids) visit(id);
  return [...seen];
}

/** Facts and columns compared with 无: only there is being absent an answer of its own. */
function absences(guide: CheckedGuide, line: CheckedLine, asked: readonly string[]): Set<string> {
  const found = new Set<string>();
  const look = (tree: Checked | undefined) => {
    if (!tree) return;
    visited(tree, (n) => {
      if (
        n.kind === 'within' &&
        n.tests.some((t) => t.kind === 'value' && t.value.type.kind === 'none')
      ) {
        if (n.of.kind === 'fact') found.add(n.of.fact);
        if (n.of.kind === 'column') found.add(`${n.of.table}.${n.of.column}`);
      }
      if (n.kind !== 'compare') return;
      const [value, none] = n.left.type.kind === 'none' ? [n.right, n.left] : [n.left, n.right];
      if (none.type.kind !== 'none') return;
      if (value.kind === 'fact') found.add(value.fact);
      if (value.kind === 'column') found.add(`${value.table}.${value.column}`);
    });
  };
  const spec = (s: FactSpec | undefined) => {
    for (const d of s?.derivations ?? []) look(d.node);
    for (const c of s?.columns ?? []) spec(c);
  };
  for (const c of [...line.conditions, ...guide.call]) {
    look(c.must);
    look(c.applies);
  }
  for (const r of line.consistency) look(r.must);
  for (const s of line.steps) look(s.node);
  for (const s of line.stages) look(s.amount);
  look(line.premise?.must);
  for (const id of asked) spec(guide.facts[id]);
  return found;
}

export function judgeOn(g: Ground, applicant: Applicant): Judgement {
  return judged(g.guide, g.line, g.round, applicant);
}

export function stated(told: Told, source = ''): readonly Statement[] {
  return [{ source, told }];
}

export function sourceFor(g: Ground, applicant: Applicant, chance: Chance): Source {
  const near = new Map<string, Fraction[]>();
  for (const [id, statements] of applicant) {
    const type = g.guide.facts[id]?.type;
    const told = statements[0]?.told;
    if (type?.kind !== 'number' || told?.k !== 'number') continue;
    near.set(type.dimension, [...(near.get(type.dimension) ?? []), told.x]);
  }
  return { chance, pool: g.pool, regions: g.regions, near, absent: g.absent };
}

/** A whole applicant. Some figures that could follow from rows are told as totals instead, and the rows are not. */
export function wholeApplicant(g: Ground, chance: Chance): Applicant {
  const applicant = new Map<string, readonly Statement[]>();
  const direct = new Set<string>();
  for (const id of g.asked) {
    const spec = g.guide.facts[id];
    if (!spec || (spec.derivations.length > 0 && !chance.happens(0.4))) continue;
    if (spec.derivations.length > 0) direct.add(id);
    const source = sourceFor(g, applicant, chance);
    const told = randomValue(spec, source);
    const other = { source: '企业申报', told: randomValue(spec, source) };
    const disputed = spec.decidedBy !== '' && chance.happens(0.3);
    applicant.set(id, disputed ? [other, ...stated(told, spec.decidedBy)] : stated(told));
  }
  for (const id of onlyFor(g, direct)) applicant.delete(id);
  return applicant;
}

/** The applicant with some totals told beside what they follow from. */
export function withTotals(g: Ground, applicant: Applicant, chance: Chance): Applicant {
  const { valueOf: value } = judgeOn(g, applicant);
  const totals = g.asked.flatMap((id): [string, readonly Statement[]][] => {
    const spec = g.guide.facts[id];
    const derives = (spec?.derivations.length ?? 0) > 0;
    if (!spec || !derives || applicant.has(id) || !chance.happens(0.5)) return [];
    const told = value(id);
    if (!told || told.k === 'rows' || told.k === 'list' || told.k === 'none') return [];
    const scale = fraction(100n);
    if (told.k === 'number' && digits(mul(told.x, scale)) === undefined) return [];
    if (told.k === 'number' && !inRange(spec, told.x)) return [];
    return [[id, stated(told)]];
  });
  return new Map([...applicant, ...totals]);
}

/** The applicant with some figures audited at acceptance, mostly near what was planned. */
export function withAudit(g: Ground, applicant: Applicant, chance: Chance): Applicant {
  const result = new Map(applicant);
  const source = sourceFor(g, applicant, chance);
  for (const [id, statements] of applicant) {
    const spec = g.guide.facts[id];
    const [only, more] = statements;
    if (!spec || !only || more || only.source !== '' || id === PAID) continue;
    if (!chance.happens(0.3)) continue;
    const now = only.told;
    const told =
      now.k === 'table' ? changedRows(spec, now, source, spec.id) : randomValue(spec, source);
    const later = chance.happens(0.3) ? now : told;
    result.set(id, [
      { source: '', moment: '申报', told: now },
      { source: '', moment: '验收', told: later },
    ]);
  }
  return result;
}

/** Facts that nothing needs but the derivations of figures told as totals. */
function onlyFor(g: Ground, direct: ReadonlySet<string>): string[] {
  const roots = [
    ...conditionsOf(g.guide, g.line, g.round).flatMap((c) => [
      ...factsIn(c.must),
      ...factsIn(c.applies),
      c.opinion,
      c.each,
    ]),
    ...g.line.steps.flatMap((s) => factsIn(s.node)),
    ...g.line.stages.flatMap((s) => factsIn(s.amount)),
    ...factsIn(g.line.premise?.must),
  ];
  const specs = Object.fromEntries(
    g.asked.flatMap((id) => {
      const spec = g.guide.facts[id];
      if (!spec) return [];
      return [[id, direct.has(id) ? { ...spec, derivations: [] } : spec]];
    }),
  );
  const needed = new Set(closure(roots, specs));
  return g.asked.filter((id) => !needed.has(id));
}

/** The applicant with one fact, or one cell, told otherwise. */
export function changed(g: Ground, applicant: Applicant, id: string, chance: Chance): Applicant {
  const spec = g.guide.facts[id];
  if (!spec) return applicant;
  const source = sourceFor(g, applicant, chance);
  const now = applicant.get(id)?.[0]?.told;
  const told =
    now?.k === 'table' && chance.happens(0.85)
      ? changedRows(spec, now, source, spec.id)
      : randomValue(spec, source);
  return new Map([...applicant, [id, stated(told)]]);
}

const MOST_ROWS = 9;

function changedRows(spec: FactSpec, now: Told & { k: 'table' }, s: Source, path: string): Told {
  const { chance } = s;
  const rows: ToldRow[] = [...now.rows];
  const at = chance.below(rows.length);
  const row = rows[at];
  if (!row || (rows.length < MOST_ROWS && chance.happens(0.2)))
    rows.push(row && chance.happens(0.5) ? new Map(row) : randomRow(spec, s, path));
  else if (chance.happens(0.1)) rows.splice(at, 1);
  else {
    for (let i = chance.below(3); i >= 0; i--) {
      const column = chance.of(spec.columns.filter((c) => c.derivations.length === 0));
      if (!column) break;
      const cell = rows[at]?.get(column.id);
      const inner = `${path}.${column.id}`;
      const next =
        cell?.k === 'table' && chance.happens(0.8)
          ? changedRows(column, cell, s, inner)
          : randomValue(column, s, inner);
      rows[at] = new Map([...(rows[at] ?? row), [column.id, next]]);
    }
  }
  return { k: 'table', rows, complete: true };
}

/**
 * Changes facts at what stands in the way until the applicant contradicts itself no more and, if wanted, fails nothing.
 * @param free which facts may be changed
 */
export function mended(
  g: Ground,
  start: Applicant,
  free: ReadonlySet<string>,
  wanted: 'consistent' | 'eligible',
  tries: number,
  chance: Chance,
): { applicant: Applicant; judgement: Judgement } {
  let best = { applicant: start, judgement: judgeOn(g, start) };
  const worth = (j: Judgement) =>
    j.contradictions.length * 100 +
    (j.fallbacks.length > 0 ? 10 : 0) +
    (wanted === 'eligible'
      ? [...j.outcomes.values()].filter((o) => o === 'unmet' || o === 'not-told').length
      : 0);
  const conditions = conditionsOf(g.guide, g.line, g.round);
  for (let i = 0; i < tries && worth(best.judgement) > 0; i++) {
    const { contradictions, fallbacks, outcomes } = best.judgement;
    const trouble = chance.of([
      ...contradictions,
      ...(chance.happens(0.3) ? fallbacks : []),
    ])?.facts;
    const failing = conditions.filter((c) =>
      ['unmet', 'not-told'].includes(outcomes.get(c.clause) ?? ''),
    );
    const condition = chance.of(failing);
    const named =
      trouble ??
      (condition
        ? [
            ...factsIn(condition.must),
            ...factsIn(condition.applies),
            condition.opinion,
            condition.each,
          ]
        : []);
    const candidates = closure(named, g.guide.facts).filter((id) => {
      const spec = g.guide.facts[id];
      return free.has(id) && (best.applicant.has(id) || spec?.derivations.length === 0);
    });
    const id = chance.of(candidates);
    if (id === undefined) continue;
    const applicant = changed(g, best.applicant, id, chance);
    const judgement = judgeOn(g, applicant);
    if (worth(judgement) <= worth(best.judgement)) best = { applicant, judgement };
  }
  return best;
}
