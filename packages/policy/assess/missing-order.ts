import type { Environment } from '../bounds/environment.ts';
import type { Computed } from './amount.ts';
import type { MissingFact } from './assessment.ts';
import type { Judged, World } from './judge.ts';
import { type Need, needs, qualifyingNeeds } from './missing.ts';
import type { Program } from './program.ts';
import { shownAmount } from './show.ts';

interface Wanted {
  readonly need: Need;
  readonly clauses: Set<string>;
  /** Conditions this answer settles by itself. */
  alone: number;
  /** Smallest number of answers any of its conditions still needs. */
  least: number;
  verdict: boolean;
}

/**
 * What is still missing, in the order in which asking settles soonest: first what decides a condition by itself
 * (one answer may end the matter), then what needs fewest other answers, at the end what only the amount needs.
 */
export function missingFacts(
  program: Program,
  env: Environment,
  world: World,
  computed: Computed,
  judged: readonly Judged[],
): MissingFact[] {
  if (world.verdict === 'ineligible') return [];
  const wanted = new Map<string, Wanted>();
  const want = (list: readonly Need[], clause: string, verdict: boolean) => {
    for (const need of list) {
      const key = keyOf(need);
      const entry = wanted.get(key) ?? {
        need,
        clauses: new Set(),
        alone: 0,
        least: Number.MAX_SAFE_INTEGER,
        verdict: false,
      };
      entry.clauses.add(clause);
      if (verdict) {
        entry.verdict = true;
        entry.least = Math.min(entry.least, list.length);
        if (list.length === 1) entry.alone++;
      }
      wanted.set(key, entry);
    }
  };
  for (const j of judged) {
    const c = j.condition;
    if (j.outcome !== 'unknown' || c.strength === '优先' || !c.must) continue;
    want(conditionNeeds(j, program, env), c.clause, true);
  }
  if (amountIsOpen(program, computed)) {
    const clause = program.line.amountClause;
    const list = program.line.steps.flatMap((s) => needs(s.node, computed.env, program.specs));
    const premise = program.line.premise
      ? needs(program.line.premise.must, env, program.specs)
      : [];
    const stages = program.line.stages.flatMap((s) =>
      s.amount ? needs(s.amount, computed.env, program.specs) : [],
    );
    want([...list, ...premise, ...stages], clause, false);
  }
  dropFollowing(wanted, program, env);
  const fileOrder = new Map(program.order.map((id, i) => [id, i]));
  const position = (w: Wanted) => fileOrder.get(w.need.fact.split('.')[0] ?? '') ?? 0;
  return [...wanted.values()]
    .sort(
      (a, b) =>
        Number(b.verdict) - Number(a.verdict) ||
        a.least - b.least ||
        b.alone - a.alone ||
        b.clauses.size - a.clauses.size ||
        position(a) - position(b) ||
        a.need.row - b.need.row,
    )
    .flatMap((w) => shown(w, program));
}

/** A figure that follows from others which are asked anyway isn't asked itself: they take over its clauses. */
function dropFollowing(wanted: Map<string, Wanted>, program: Program, env: Environment): void {
  for (const [key, entry] of wanted) {
    for (const d of program.specs.get(entry.need.fact)?.derivations ?? []) {
      const from = needs(d.node, env, program.specs).map((n) => wanted.get(keyOf(n)));
      if (from.length === 0 || from.some((f) => f === undefined || f === entry)) continue;
      for (const f of from) {
        for (const clause of entry.clauses) f?.clauses.add(clause);
        if (f && entry.verdict) {
          f.verdict = true;
          f.alone += entry.alone;
          f.least = Math.min(f.least, entry.least);
        }
      }
      wanted.delete(key);
      break;
    }
  }
}

function keyOf(need: Need): string {
  return `${need.fact}\u0000${need.row}`;
}

function conditionNeeds(j: Judged, program: Program, env: Environment): Need[] {
  const c = j.condition;
  if (!c.must) return [];
  if (c.each !== '') {
    const list = env.facts.get(c.each);
    const found = new Map<string, Need>();
    if (list?.kind !== 'rows') return [];
    for (const item of list.items) qualifyingNeeds(c.each, item, env, program.specs, found);
    if (list.rest) found.set(c.each, { fact: c.each, row: 0 });
    return [...found.values()];
  }
  if (j.because === 'discretion') return [{ fact: c.opinion, row: 0 }];
  const list = [
    ...needs(c.must, env, program.specs),
    ...(c.applies ? needs(c.applies, env, program.specs) : []),
  ];
  const keys = new Set<string>();
  return list.filter((n) => {
    const key = keyOf(n);
    return keys.has(key) ? false : keys.add(key);
  });
}

function amountIsOpen(program: Program, computed: Computed): boolean {
  const amount = shownAmount(computed.ceiling);
  if (computed.premise === 'open') return true;
  if (program.line.notComputable !== '')
    return program.line.stages.some((s) => s.amount !== undefined);
  return amount === null ? computed.premise === 'holds' : !('amount' in amount);
}

function shown(w: Wanted, program: Program): MissingFact[] {
  const [id = '', ...columns] = w.need.fact.split('.');
  let spec = program.specs.get(id);
  if (!spec) return [];
  for (const column of columns) spec = spec?.columns.find((c) => c.id === column);
  const row = w.need.row > 0 ? { row: w.need.row } : {};
  return [
    { fact: w.need.fact, label: spec?.label ?? w.need.fact, clauses: [...w.clauses], ...row },
  ];
}
