import { type FactSpec, PAID } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import { factsOf } from '@fuchi/policy/walk';
import type { Applicant, Told } from '../sound/applicant.ts';
import { conditionsOf } from '../sound/oracle.ts';
import { closure, type Ground } from '../sound/sample.ts';

/** Unknown facts that hang together by a rule; facts of different parts never meet in one. */
export interface Part {
  readonly facts: readonly string[];
  /** The conditions in which they stand. */
  readonly clauses: readonly string[];
  /** All facts, known and unknown, that stand in the same rules. */
  readonly named: readonly string[];
  /** Everything that is said of them. */
  readonly trees: readonly Checked[];
}

/**
 * The facts a completion has to fill: what follows from nothing and isn't told, and tables told in part. A figure that
 * follows from rows and stands in the origin as a total is filled as a total, and the rows it alone needs are left out.
 */
export function unknownFacts(g: Ground, given: Applicant, origin: Applicant): string[] {
  const specs = g.guide.facts;
  const asTotal = (id: string) => {
    const tables = closure([id], specs).filter((f) => specs[f]?.type.kind === 'rows');
    const follows = (specs[id]?.derivations.length ?? 0) > 0 && tables.length > 0;
    return follows && (given.has(id) || (origin.has(id) && !tables.some((f) => origin.has(f))));
  };
  const totals = Object.fromEntries(
    Object.entries(specs).map(([id, s]): [string, FactSpec] => [
      id,
      asTotal(id) ? { ...s, derivations: [] } : s,
    ]),
  );
  const rules = [
    ...conditionsOf(g.guide, g.line, g.round).flatMap((c) => [
      ...factsOf(c.must),
      ...factsOf(c.applies),
      c.opinion,
      c.each,
    ]),
    ...amountTrees(g).flatMap((t) => factsOf(t)),
    ...g.line.stages.flatMap((s) => factsOf(s.amount)),
  ];
  const needed = closure(rules, totals).filter((id) => g.asked.includes(id) && id !== PAID);
  return needed.filter((id) => {
    const told = given.get(id)?.[0]?.told;
    const spec = totals[id];
    if (!spec || (told && isWhole(spec, told))) return false;
    return told !== undefined || spec.derivations.length === 0;
  });
}

/** The trees of which a line's amount is made. */
export function amountTrees(g: Ground): Checked[] {
  const { steps, cap, premise } = g.line;
  return [...steps.map((s) => s.node), cap, premise?.must].flatMap((t) => t ?? []);
}

/** Whether a table lacks neither rows nor cells. */
function isWhole(spec: FactSpec, told: Told): boolean {
  if (told.k !== 'table') return true;
  return (
    told.complete &&
    told.rows.every((row) =>
      spec.columns.every((c) => {
        const cell = row.get(c.id);
        return cell ? isWhole(c, cell) : c.derivations.length > 0;
      }),
    )
  );
}

interface Rule {
  readonly facts: readonly string[];
  readonly clause: string | undefined;
  readonly trees: readonly Checked[];
}

/**
 * The unknown facts by parts: a completion is eligible when it is so in every part, and parts are filled independently.
 * @param together trees whose facts belong to one part whatever joins them: those of the amount
 */
export function partsOf(
  g: Ground,
  unknown: readonly string[],
  together: readonly Checked[] = [],
): Part[] {
  let parts: Part[] = unknown.map((id) => ({ facts: [id], clauses: [], named: [id], trees: [] }));
  for (const rule of rulesOf(g, together)) {
    const joined = parts.filter((p) => p.facts.some((f) => rule.facts.includes(f)));
    if (joined.length === 0) continue;
    const one: Part = {
      facts: joined.flatMap((p) => p.facts),
      clauses: [...joined.flatMap((p) => p.clauses), ...(rule.clause ? [rule.clause] : [])],
      named: [...new Set([...joined.flatMap((p) => p.named), ...rule.facts])],
      trees: [...new Set([...joined.flatMap((p) => p.trees), ...rule.trees])],
    };
    parts = [...parts.filter((p) => !joined.includes(p)), one];
  }
  return parts;
}

function rulesOf(g: Ground, together: readonly Checked[]): Rule[] {
  const rule = (trees: readonly (Checked | undefined)[], more: readonly string[] = []): Rule => {
    const facts = closure([...trees.flatMap((t) => factsOf(t)), ...more], g.guide.facts);
    const derived = facts.flatMap((f) => derivations(g.guide.facts[f]));
    return { facts, clause: undefined, trees: [...trees.flatMap((t) => t ?? []), ...derived] };
  };
  return [
    ...conditionsOf(g.guide, g.line, g.round).map((c) => ({
      ...rule(
        [c.must, c.applies],
        [c.opinion, c.each].filter((f) => f !== ''),
      ),
      clause: c.clause,
    })),
    ...g.line.consistency
      .filter((r) => r.facts.every((f) => g.asked.includes(f)))
      .map((r) => rule([r.must])),
    ...g.asked.flatMap((id) => {
      const spec = g.guide.facts[id];
      return spec && spec.derivations.length > 0 ? [rule(derivations(spec), [id])] : [];
    }),
    ...(together.length > 0 ? [rule(together)] : []),
  ];
}

function derivations(spec: FactSpec | undefined): Checked[] {
  if (!spec) return [];
  return [...spec.derivations.map((d) => d.node), ...spec.columns.flatMap(derivations)];
}
