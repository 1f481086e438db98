import { ZERO } from '@fuchi/values/rational';
import { isKnown, type Num, point } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { PAID } from '../checked-guide.ts';
import type { GivenFacts, Moment } from '../facts/given.ts';
import type { Acceptance } from './acceptance.ts';
import {
  type Computed,
  computeAmount,
  computeStages,
  mergeAmounts,
  shownStages,
} from './amount.ts';
import {
  type AssessedCondition,
  type AssessedStep,
  type Assessment,
  type Because,
  STRENGTHS,
  type Verdict,
} from './assessment.ts';
import { type Settled, settleConsistency } from './contradiction.ts';
import { gapOf } from './gap.ts';
import { type Judged, judge, judgeInShort, type World } from './judge.ts';
import { missingFacts } from './missing-order.ts';
import { notesOf } from './note.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Program } from './program.ts';
import { dimensionOf, shownAmount, shownNumber, shownValue } from './show.ts';
import { usedFacts } from './used-fact.ts';
import { worldsOf } from './worlds.ts';
import { changes } from './would-change.ts';

export interface AssessOptions {
  /** ISO date of the assessment as the caller states it; never taken from a clock. */
  readonly asOf: string | null;
  /** A third of the work, which a list of verdicts has no place for: then `wouldChange` stays empty. */
  readonly withoutChanges?: true;
}

interface Tried {
  readonly prepared: Prepared;
  readonly settled: Settled;
  readonly world: World;
  readonly computed: Computed;
}

/**
 * Assesses one applicant on one line: a pure function of programme, facts and options.
 * @example assess(program, readGivenFacts(guide, facts, context).facts, { asOf: null }).verdict
 */
export function assess(program: Program, given: GivenFacts, options: AssessOptions): Assessment {
  const scout = prepare(program, given, '申报', new Map());
  const tries = worldsOf(scout.disagreements, program.other).map((choice) =>
    attempt(program, given, '申报', choice, choice.size === 0 ? scout : undefined),
  );
  const [first] = tries;
  if (!first) throw new RangeError('there is at least one world');
  const conditions = first.world.judged.map((j, i) =>
    merged(tries.map((t) => t.world.judged[i] ?? j)),
  );
  const verdict = sameVerdict(tries.map((t) => t.world.verdict));
  // Of values that disagree, only those under which the applicant is or may be eligible count for the amount.
  const live = tries.filter((t) => t.world.verdict !== 'ineligible');
  const counting = live.length > 0 ? live : tries;
  const ceiling = counting.map((t) => t.computed.ceiling).reduce(mergeAmounts);
  const amount = shownAmount(ceiling);
  const failing = conditions
    .filter((j) => j.outcome === 'unmet' && bars(j))
    .map((j) => j.condition.clause);
  const open = conditions
    .filter((j) => j.outcome === 'unknown' && bars(j))
    .map((j) => ({ clause: j.condition.clause, because: j.because ?? ('missing' as Because) }));
  if (first.computed.premise !== 'holds' && verdict !== 'ineligible') {
    open.push({ clause: program.line.amountClause, because: 'missing' });
  }
  const later = acceptance(program, given, scout.env);
  const again = (told: GivenFacts) => {
    const { prepared, settled } = settle(program, told, '申报', new Map());
    const world = judgeInShort(program, settled.env, settled.contested, settled.quiet);
    const agrees = settled.broken.length === 0 && prepared.disagreements.length === 0;
    return { world, agrees };
  };
  const assessedConditions = conditions.map((j) => shownCondition(j, program, first));
  return {
    guide: {
      id: program.guide.guide.id,
      version: program.guide.guide.version,
      digest: program.guide.guide.digest,
    },
    line: program.line.id,
    title: program.line.title,
    mode: program.line.mode,
    asOf: options.asOf,
    verdict,
    conditions: assessedConditions,
    failing,
    open,
    ceiling: verdict === 'ineligible' ? null : amount,
    cap: capText(first.computed.cap),
    ifEligible: amount,
    steps: shownSteps(program, counting),
    stages:
      verdict === 'ineligible'
        ? []
        : shownStages(
            program,
            counting.map((t) => computeStages(program, t.computed, later)),
          ),
    missing: missingFacts(program, first.settled.env, first.world, first.computed, conditions),
    conflicts: scout.disagreements.map((d) => {
      const spec = program.specs.get(d.fact);
      const column = d.row > 0 ? columnSpec(program, d.fact) : spec;
      return {
        fact: d.fact,
        label: column?.label ?? d.fact,
        values: d.options.map((o) => ({
          source: o.source,
          value: String(column ? valueText(o.domain, column.type) : ''),
        })),
        decidedBy: d.decidedBy,
        ...(d.row > 0 ? { row: d.row } : {}),
      };
    }),
    wouldChange:
      tries.length === 1 && !options.withoutChanges
        ? changes(program, { prepared: first.prepared.env, world: first.world }, given, again)
        : [],
    readings: restedOn(program, conditions, {
      // Reading G18 says what becomes of figures that contradict each other, G19 of a threshold missed at acceptance.
      G18: scout.disagreements.length > 0 || first.settled.broken.length > 0,
      G19: later !== undefined && later.failing.length > 0,
    }),
    notes: notesOf(program, first.settled.broken, first.computed, verdict, later),
  };
}

function attempt(
  program: Program,
  given: GivenFacts,
  moment: Moment,
  choice: ReadonlyMap<string, number>,
  before?: Prepared,
): Tried {
  const { prepared, settled } = settle(program, given, moment, choice, before);
  const world = judge(program, settled.env, settled.contested, settled.quiet);
  const computed = computeAmount(program, world.eligible ?? withRowsThatWouldCount(world, settled));
  return { prepared, settled, world, computed };
}

/** What is known before anything is judged. @param before what `prepare` gave for the same choice already */
function settle(
  program: Program,
  given: GivenFacts,
  moment: Moment,
  choice: ReadonlyMap<string, number>,
  before?: Prepared,
): Pick<Tried, 'prepared' | 'settled'> {
  const prepared = before ?? prepare(program, given, moment, choice);
  const settled = settleConsistency(
    program,
    prepared.env,
    (contested) => prepare(program, given, moment, choice, contested).env,
  );
  return { prepared, settled };
}

/**
 * What would be paid is shown with a refusal: were the applicant eligible, its rows would count. Where rows aren't
 * what it fails on, only those that qualify do.
 */
function withRowsThatWouldCount(world: World, settled: Settled): Environment {
  const barred = world.judged.filter((j) => j.condition.each !== '' && j.outcome === 'unmet');
  const tables = new Set(barred.map((j) => j.condition.each));
  const kept = [...settled.env.qualifying].filter(([table]) => !tables.has(table));
  return { ...settled.env, qualifying: new Map(kept) };
}

/** What is known once figures are audited at acceptance; undefined while none is. */
function acceptance(
  program: Program,
  given: GivenFacts,
  planned: Environment,
): Acceptance | undefined {
  const audited = [...given.values()].some((s) => s.some((x) => x.moment === '验收'));
  // Of sources that disagree on what was paid, any may be right.
  const paidIn = (env: Environment) => {
    const told = given.has(PAID) ? env.facts.get(PAID) : undefined;
    // Told that nothing was paid is told that 0 was.
    return told?.kind === 'num' ? (told.some ? told : point(ZERO)) : undefined;
  };
  if (!audited) {
    const paid = paidIn(planned);
    return paid ? { total: undefined, paid, failing: [], lost: 'no' } : undefined;
  }
  const tried = attempt(program, given, '验收', new Map());
  const failing = tried.world.judged
    .filter((j) => j.outcome === 'unmet' && bars(j))
    .map((j) => j.condition.clause);
  const total = computeAmount(program, tried.settled.env).ceiling;
  const paid = paidIn(tried.prepared.env);
  return {
    total,
    paid,
    failing,
    lost: program.other.has('G19') ? LOST[tried.world.verdict] : 'no',
  };
}

const LOST = { eligible: 'no', undetermined: 'open', ineligible: 'yes' } as const;

function bars(j: Judged): boolean {
  return j.condition.strength !== '优先';
}

/** One outcome where all worlds agree; otherwise open as a conflict. */
function merged(judged: readonly Judged[]): Judged {
  const [first] = judged;
  if (!first) throw new RangeError('a condition is judged in every world');
  if (judged.every((j) => j.outcome === first.outcome)) return first;
  return { ...first, outcome: 'unknown', because: 'conflict' };
}

function sameVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return first !== undefined && verdicts.every((v) => v === first) ? first : 'undetermined';
}

function capText(cap: Num | undefined): string | null {
  const shown = cap && shownAmount(cap);
  return shown && 'amount' in shown ? shown.amount : null;
}

function columnSpec(program: Program, path: string) {
  const [table = '', ...columns] = path.split('.');
  let spec = program.specs.get(table);
  for (const column of columns) spec = spec?.columns.find((c) => c.id === column);
  return spec;
}

function valueText(
  domain: Parameters<typeof shownValue>[0],
  type: Parameters<typeof shownValue>[1],
) {
  const { value, unit } = shownValue(domain, type);
  return value === null
    ? '未知'
    : `${typeof value === 'boolean' ? (value ? '是' : '否') : value}${unit}`;
}

function shownCondition(j: Judged, program: Program, tried: Tried): AssessedCondition {
  const c = j.condition;
  const env = tried.settled.env;
  const gap = j.outcome === 'unmet' && c.must && c.each === '' ? gapOf(c.must, env) : undefined;
  const list = c.each === '' ? undefined : env.facts.get(c.each);
  const items = new Map(list?.kind === 'rows' ? list.items.map((i) => [i.row, i]) : []);
  const rows = j.rows.map((r) => {
    const item = items.get(r.row);
    const rowGap =
      r.outcome === 'unmet' && c.must && item
        ? gapOf(c.must, withFrame({ ...env, frames: [] }, item.value))
        : undefined;
    return { row: r.row, outcome: r.outcome, ...(rowGap ? { gap: rowGap } : {}) };
  });
  return {
    clause: c.clause,
    says: c.says,
    outcome: j.outcome,
    strength: STRENGTHS[c.strength],
    ...(j.because ? { because: j.because } : {}),
    facts: usedFacts(c, program, tried.prepared, env),
    ...(gap ? { gap } : {}),
    ...(rows.length > 0 ? { rows } : {}),
    readings: c.readings,
    ...(c.certifier === '' ? {} : { certifier: c.certifier }),
  };
}

function shownSteps(program: Program, tries: readonly Tried[]): AssessedStep[] {
  return program.line.steps.map((step, i) => {
    const domains = tries.flatMap((t) => t.computed.steps[i]?.domain ?? []);
    const numbers = domains.filter((d): d is Num => d.kind === 'num');
    const dimension = dimensionOf(step.node.type);
    const unit = step.node.type.kind === 'number' ? shownNumber(ZERO, dimension).unit : '';
    const value =
      numbers.length === domains.length
        ? shownStep(numbers, dimension)
        : shownOther(domains[0], step.node.type);
    return { label: step.id, value, unit, clause: step.clause };
  });
}

function shownStep(
  numbers: readonly Num[],
  dimension: ReturnType<typeof dimensionOf>,
): AssessedStep['value'] {
  const [first, ...rest] = numbers;
  if (!first) return null;
  const d = rest.reduce(mergeAmounts, first);
  if (!d.some || d.none) return null;
  const lo = d.lo && shownNumber(d.lo, dimension).value;
  const hi = d.hi && shownNumber(d.hi, dimension).value;
  if (lo !== undefined && lo === hi) return lo;
  return { atLeast: lo ?? '0', atMost: hi ?? null };
}

function shownOther(
  domain: Computed['steps'][number]['domain'] | undefined,
  type: Parameters<typeof shownValue>[1],
): string | null {
  if (!domain || !isKnown(domain)) return null;
  const { value } = shownValue(domain, type);
  return typeof value === 'boolean' ? (value ? '是' : '否') : value === null ? null : String(value);
}

/** The readings on which the verdict and the amount rest, each once. */
function restedOn(
  program: Program,
  judged: readonly Judged[],
  happened: Readonly<Record<string, boolean>>,
): string[] {
  const rested = new Set<string>();
  for (const j of judged) {
    if (j.outcome === 'not-applicable') continue;
    for (const id of j.condition.readings) rested.add(id);
  }
  for (const id of program.line.readings) rested.add(id);
  for (const id of program.amountReadings) rested.add(id);
  if (Object.values(happened).includes(true)) {
    for (const { id } of program.guide.guide.readings) if (happened[id] === true) rested.add(id);
  }
  return [...rested];
}
