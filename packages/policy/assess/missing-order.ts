import type { Environment } from '../bounds/environment.ts';
import type { CheckedCondition, FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { BOOL } from '../value-type.ts';
import type { Computed } from './amount.ts';
import type { MissingFact } from './assessment.ts';
import { holdingShare, ROWS, rowsFail } from './holding-share.ts';
import type { Judged, World } from './judge.ts';
import { type Need, needs, qualifyingNeeds } from './missing.ts';
import type { Program } from './program.ts';
import { shownAmount } from './show.ts';

interface Wanted {
  readonly need: Need;
  readonly clauses: Set<string>;
  /** The part in which the answer leaves all conditions standing that it decides by itself. */
  stands: number;
  /** Conditions that take other answers as well: the part in which each bars, and how many answers. */
  readonly together: { readonly fails: number; readonly answers: number }[];
  verdict: boolean;
}

/**
 * What is still missing, in the order in which asking settles soonest. First comes the answer that most likely ends the
 * matter: one that decides a condition by itself and leaves it little room to hold (one of many options, a date between
 * two others; then yes or no, or a single limit). Where a condition takes several answers, they share its chance to end
 * the matter, and those come first that may spare the others: whether it applies at all, the likelier of two ways to
 * meet it. A table not yet begun counts as many answers as it has cells, so what is answered in a word mostly precedes it.
 * Of equals the file's order decides, so that what belongs together is asked together. What only the amount needs comes
 * last. How likely is estimated from the form of the conditions alone (holding-share.ts).
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
  const want = (list: readonly Need[], clause: string, fails: number | undefined) => {
    const answers = list.reduce((sum, need) => sum + answersTo(need, program), 0);
    for (const [i, need] of list.entries()) {
      const key = keyOf(need);
      const entry = wanted.get(key) ?? {
        need,
        clauses: new Set(),
        stands: 1,
        together: [],
        verdict: false,
      };
      entry.clauses.add(clause);
      if (fails !== undefined) {
        entry.verdict = true;
        if (list.length === 1) entry.stands = Math.min(entry.stands, 1 - fails);
        else entry.together.push({ fails: fails * LATER ** i, answers });
      }
      wanted.set(key, entry);
    }
  };
  for (const j of judged) {
    const c = j.condition;
    if (j.outcome !== 'unknown' || c.strength === '优先' || !c.must) continue;
    want(conditionNeeds(j, program, env), c.clause, failingShare(c, program));
  }
  if (amountIsOpen(program, computed)) {
    const clause = program.line.amountClause;
    const list = program.line.steps.flatMap((s) => needs(s.node, computed.env, program));
    const premise = program.line.premise ? needs(program.line.premise.must, env, program) : [];
    const stages = program.line.stages.flatMap((s) =>
      s.amount ? needs(s.amount, computed.env, program) : [],
    );
    want([...list, ...premise, ...stages], clause, undefined);
  }
  dropFollowing(wanted, program, env);
  const fileOrder = new Map(program.order.map((id, i) => [id, i]));
  const position = (w: Wanted) => fileOrder.get(w.need.fact.split('.')[0] ?? '') ?? 0;
  return [...wanted.values()]
    .map((w) => ({ w, ends: w.verdict ? likelihood(w, program) : -1, at: position(w) }))
    .sort((a, b) => b.ends - a.ends || a.at - b.at || a.w.need.row - b.w.need.row)
    .flatMap(({ w }) => shown(w, program));
}

/** An answer that may be spared by the one before it, counts for less. */
const LATER = 0.9;

/** How likely an answer ends the matter, for each answer that takes; what is closer than a hundredth is alike. */
function likelihood(w: Wanted, program: Program): number {
  const alone = (1 - w.stands) / answersTo(w.need, program);
  const ends = w.together.map((c) => (1 - w.stands * (1 - c.fails)) / c.answers);
  return Math.round(100 * Math.max(alone, ...ends));
}

/** A table that isn't begun takes an answer for each cell. */
function answersTo(need: Need, program: Program): number {
  const table = need.row === 0 ? program.specs.get(need.fact) : undefined;
  return table?.type.kind === 'rows' ? ROWS * cellsOf(table) : 1;
}

function cellsOf(table: FactSpec): number {
  return table.columns.reduce((sum, c) => {
    if (c.type.kind === 'rows') return sum + ROWS * cellsOf(c);
    return c.derivations.length > 0 ? sum : sum + 1;
  }, 0);
}

/** The part of what may be told under which a condition bars. */
function failingShare(c: CheckedCondition, program: Program): number {
  const holds = (node: Checked) => holdingShare(node, program);
  if (c.each !== '') return rowsFail((program.qualifying.get(c.each) ?? []).map(holds));
  const fails = (c.applies ? holds(c.applies) : 1) * (1 - (c.must ? holds(c.must) : 0));
  // The authority may still agree.
  return c.strength === '原则上' ? fails / 2 : fails;
}

/** A figure that follows from others which are asked anyway isn't asked itself: they take over its clauses. */
function dropFollowing(wanted: Map<string, Wanted>, program: Program, env: Environment): void {
  for (const [key, entry] of wanted) {
    for (const d of program.specs.get(entry.need.fact)?.derivations ?? []) {
      const from = needs(d.node, env, program).map((n) => wanted.get(keyOf(n)));
      if (from.length === 0 || from.some((f) => f === undefined || f === entry)) continue;
      for (const f of from) {
        for (const clause of entry.clauses) f?.clauses.add(clause);
        if (f && entry.verdict) {
          f.verdict = true;
          f.stands = Math.min(f.stands, entry.stands);
          f.together.push(...entry.together);
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
    for (const item of list.items) qualifyingNeeds(c.each, item, env, program, found);
    if (list.rest) found.set(c.each, { fact: c.each, row: 0 });
    return [...found.values()];
  }
  if (j.because === 'discretion') return [{ fact: c.opinion, row: 0 }];
  return needs(demandOf(c, c.must), env, program);
}

const demands = new WeakMap<CheckedCondition, Checked>();

/** Either the condition doesn't apply, or it is met: asked for as any other choice of two. */
function demandOf(c: CheckedCondition, must: Checked): Checked {
  if (!c.applies) return must;
  let demand = demands.get(c);
  if (!demand) {
    demand = { kind: 'or', type: BOOL, items: [{ kind: 'not', type: BOOL, of: c.applies }, must] };
    demands.set(c, demand);
  }
  return demand;
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
