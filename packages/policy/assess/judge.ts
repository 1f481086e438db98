import { all, any, flip } from '../bounds/compare.ts';
import { type Domain, type Item, type Row, type Truth, YES } from '../bounds/domain.ts';
import { type Environment, fork, withFrame } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import { narrowTo } from '../bounds/narrow.ts';
import type { Narrowing } from '../bounds/narrowing.ts';
import type { CheckedCondition } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { BOOL } from '../value-type.ts';
import { factsOf } from '../walk.ts';
import type { Because, Outcome, Verdict } from './assessment.ts';
import { narrowDerived } from './derived.ts';
import type { Program } from './program.ts';
import { hangsTogether } from './tied.ts';
import { Watch } from './watch.ts';

export interface Judged {
  readonly condition: CheckedCondition;
  readonly outcome: Outcome;
  readonly because: Because | undefined;
  readonly rows: readonly { readonly row: number; readonly outcome: Outcome }[];
}

/** One world: every disagreement decided one way. */
export interface World {
  readonly env: Environment;
  /** Narrowed to what keeps the applicant eligible; undefined when nothing does. */
  readonly eligible: Environment | undefined;
  readonly judged: readonly Judged[];
  readonly verdict: Verdict;
}

/**
 * Judges every condition, and narrows the facts to what keeps the applicant eligible.
 * @param contested facts whose figures contradict each other
 * @param quiet rules and derivations known to take nothing from the facts as they are
 */
export function judge(
  program: Program,
  env: Environment,
  contested: ReadonlySet<string>,
  quiet: ReadonlySet<Checked> = NOTHING,
): World {
  let judged = program.conditions.map((c) => judgeCondition(c, program, env, contested));
  let eligible: Environment | undefined;
  if (!judged.some(bars)) {
    eligible = narrowToEligible(judged, program, env, quiet);
    if (!eligible) {
      const together = contradicting(judged, program, env, quiet);
      judged = judged.map((j) =>
        together.has(j.condition.clause) ? { ...j, outcome: 'unmet' } : j,
      );
    } else if (allMet(judged.filter(isOpen), program, env, quiet)) {
      judged = judged.map((j) => (isOpen(j) ? met(j) : j));
    }
  }
  const open = judged.some(isOpen);
  const verdict = judged.some(bars) ? 'ineligible' : open ? 'undetermined' : 'eligible';
  return { env, eligible, judged, verdict };
}

/**
 * What `judge` says in the end, and nothing of single conditions: the first that fails is enough.
 * @param quiet as for `judge`
 */
export function judgeInShort(
  program: Program,
  env: Environment,
  contested: ReadonlySet<string>,
  quiet: ReadonlySet<Checked>,
): Pick<World, 'verdict' | 'eligible'> {
  const refused = { verdict: 'ineligible', eligible: undefined } as const;
  const judged: Judged[] = [];
  for (const c of program.conditions) {
    const j = judgeCondition(c, program, env, contested);
    if (bars(j)) return refused;
    judged.push(j);
  }
  const eligible = narrowToEligible(judged, program, env, quiet);
  // Where nothing holds even without conditions, it isn't they that refuse.
  if (!eligible && !narrowAll([], program, env, quiet)) {
    return judge(program, env, contested, quiet);
  }
  if (!eligible) return refused;
  const settled = allMet(judged.filter(isOpen), program, env, quiet);
  return { verdict: settled ? 'eligible' : 'undetermined', eligible };
}

function bars(j: Judged): boolean {
  return j.condition.strength !== '优先' && j.outcome === 'unmet';
}

/** Narrows the facts to what keeps the applicant eligible; what is met, or doesn't apply, narrows nothing. */
function narrowToEligible(
  judged: readonly Judged[],
  program: Program,
  env: Environment,
  quiet: ReadonlySet<Checked>,
): Environment | undefined {
  const open = judged.filter((j) => j.outcome === 'unknown' || j.outcome === 'unmet');
  const nonEmpty = new Set(program.qualifying.keys());
  return narrowAll(
    open.map((j) => j.condition),
    program,
    { ...env, nonEmpty },
    quiet,
  );
}

function isOpen(j: Judged): boolean {
  return j.condition.strength !== '优先' && j.outcome === 'unknown';
}

/**
 * Whether open conditions are met however the unknown facts turn out: the opposite of each contradicts what is known.
 * Part by part a condition looks open where one fact stands in it twice, or facts are tied to each other. Any other
 * that looks open is, and then nothing is proved of the rest either: the verdict stays open, and proofs cost time.
 */
function allMet(
  open: readonly Judged[],
  program: Program,
  env: Environment,
  quiet: ReadonlySet<Checked>,
): boolean {
  if (!open.every((j) => hangsTogether(j.condition, program))) return false;
  return open.every(({ condition }) => {
    const of = demand(condition);
    return of !== undefined && !narrowWith([{ kind: 'not', type: BOOL, of }], program, env, quiet);
  });
}

function met(j: Judged): Judged {
  return { ...j, outcome: 'met', because: undefined };
}

function judgeCondition(
  c: CheckedCondition,
  program: Program,
  env: Environment,
  contested: ReadonlySet<string>,
): Judged {
  const result = (outcome: Outcome, because?: Because, rows: Judged['rows'] = []): Judged => ({
    condition: c,
    outcome,
    because: outcome === 'unknown' ? (because ?? 'missing') : undefined,
    rows,
  });
  if (!c.must) return result('unknown', 'elsewhere');
  if (c.each !== '') return judgeRows(c, program, env, result);
  const applies = c.applies ? truthOf(c.applies, env) : YES;
  if (!applies.t) return result('not-applicable');
  const must = truthOf(c.must, env);
  if (!must.f) return result('met');
  const doubted = (tree: Checked | undefined) => factsOf(tree).some((f) => contested.has(f));
  const why: Because = doubted(c.must) || doubted(c.applies) ? 'conflict' : 'missing';
  if (c.strength === '原则上') {
    const opinion = env.facts.get(c.opinion);
    if (opinion && isOption(opinion, '同意')) return result('met');
    if (must.t || applies.f) return result('unknown', why);
    const refused = opinion && isOption(opinion, '不同意');
    return refused ? result('unmet') : result('unknown', 'discretion');
  }
  if (!must.t && !applies.f) return result('unmet');
  return result('unknown', why);
}

function isOption(d: Domain, option: string): boolean {
  return d.kind === 'word' && d.values?.length === 1 && !d.none && d.values[0] === option;
}

/** A condition that selects rows: met when some row qualifies, unmet when it keeps out every row. */
function judgeRows(
  c: CheckedCondition,
  program: Program,
  env: Environment,
  result: (outcome: Outcome, because?: Because, rows?: Judged['rows']) => Judged,
): Judged {
  const list = env.facts.get(c.each);
  if (list?.kind !== 'rows' || !c.must) return result('unknown');
  const musts = env.qualifying.get(c.each) ?? [];
  const must = c.must;
  const own = (row: Item<Row>): Truth => {
    const inner = withFrame({ ...env, frames: [] }, row.value);
    const applies = c.applies ? truthOf(c.applies, inner) : YES;
    return any([flip(applies), truthOf(must, inner)]);
  };
  const whole = (row: Item<Row>): Truth =>
    all(musts.map((m) => truthOf(m, withFrame({ ...env, frames: [] }, row.value))));
  const rows = list.items.map((i) => ({ row: i.row, outcome: outcomeOf(own(i)) }));
  const certain = list.items.some((i) => !whole(i).f);
  const possible = list.items.some((i) => whole(i).t) || (list.rest ? whole(list.rest).t : false);
  const everyRow = !list.rest && rows.length > 0 && rows.every((r) => r.outcome === 'met');
  const noneLeft = rows.some((r) => r.outcome === 'unmet') || (!list.rest && rows.length === 0);
  // Reading A14.9: one row that fails takes the whole application with it. What is preferred, is of all rows.
  if (program.other.has('A14.9') || c.strength === '优先') {
    return result(noneLeft ? 'unmet' : everyRow ? 'met' : 'unknown', 'missing', rows);
  }
  if (certain) return result('met', undefined, rows);
  if (!possible && noneLeft) return result('unmet', undefined, rows);
  return result(everyRow ? 'met' : 'unknown', 'missing', rows);
}

function outcomeOf(t: Truth): Outcome {
  if (t.t) return t.f ? 'unknown' : 'met';
  return 'unmet';
}

/** What must hold for the condition not to bar: it doesn't apply, or it is met, or the authority agrees. */
function demand(c: CheckedCondition): Checked | undefined {
  if (!demands.has(c)) demands.set(c, demandOf(c));
  return demands.get(c);
}

const demands = new WeakMap<CheckedCondition, Checked | undefined>();

function demandOf(c: CheckedCondition): Checked | undefined {
  if (!c.must || c.strength === '优先') return undefined;
  if (c.each !== '' || (c.strength === '原则上' && c.opinion === '')) return undefined;
  const items: Checked[] = [c.must];
  if (c.applies) items.unshift({ kind: 'not', type: BOOL, of: c.applies });
  if (c.strength === '原则上') {
    const type = { kind: 'text' } as const;
    const agree: Checked = {
      kind: 'literal',
      type,
      value: '同意',
      clause: c.clause,
      written: '"同意"',
    };
    const opinion: Checked = { kind: 'fact', type, fact: c.opinion };
    items.push({ kind: 'compare', type: BOOL, op: '=', left: opinion, right: agree });
  }
  return items.length === 1 ? c.must : { kind: 'or', type: BOOL, items };
}

const ROUNDS = 12;
const NOTHING: ReadonlySet<Checked> = new Set();

/** Narrows to what meets all given conditions and the consistency rules; undefined when nothing does. */
export function narrowAll(
  conditions: readonly CheckedCondition[],
  program: Program,
  env: Environment,
  quiet: ReadonlySet<Checked>,
): Environment | undefined {
  const demands = conditions.flatMap((c) => demand(c) ?? []);
  return narrowWith(demands, program, env, quiet);
}

export function narrowWith(
  demands: readonly Checked[],
  program: Program,
  env: Environment,
  quiet: ReadonlySet<Checked> = NOTHING,
): Environment | undefined {
  const watch = new Watch(env.facts, program, quiet);
  const narrowed: Environment = { ...env, facts: watch.facts, compounds: true };
  const n: Narrowing = { whole: program.whole, changed: true };
  // A rule the known facts already break is reported as a contradiction, not used to conclude.
  const rules = program.line.consistency
    .map((r) => r.must)
    .filter(
      (r) => quiet.has(r) || narrowTo(r, true, fork(env), { whole: program.whole, changed: false }),
    );
  for (let round = 0; round < ROUNDS && n.changed; round++) {
    n.changed = false;
    for (const d of [...demands, ...rules]) {
      if (watch.due(d) && !narrowTo(d, true, narrowed, n)) return undefined;
    }
    if (narrowDerived(program, narrowed, n, watch).length > 0) return undefined;
  }
  return narrowed;
}

/** A smallest set of conditions that can't all be met, found by leaving out one after the other. */
function contradicting(
  judged: readonly Judged[],
  program: Program,
  env: Environment,
  quiet: ReadonlySet<Checked>,
): Set<string> {
  let rest = judged.map((j) => j.condition).filter((c) => demand(c) !== undefined);
  for (const c of [...rest]) {
    const without = rest.filter((x) => x !== c);
    if (!narrowAll(without, program, env, quiet)) rest = without;
  }
  return new Set(rest.map((c) => c.clause));
}
