import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { type Applicant, type Contradiction, Facts, PAID } from './applicant.ts';
import { add, type Fraction, fromText, mul, NOTHING, order, rounded, sub } from './big-fraction.ts';
import { lowerOrLater } from './dispute.ts';
import { audited, toldAt } from './moment.ts';
import { computed, holds, within } from './point-evaluator.ts';
import type { TableRow, Value } from './point-value.ts';

type Outcome = 'met' | 'unmet' | 'unknown' | 'not-applicable' | 'not-told';

/** What the guide says of a fully known applicant. */
export interface Judgement {
  readonly contradictions: readonly Contradiction[];
  /** Figures nobody states that follow in several ways with different results: no hole may stand in one of those. */
  readonly fallbacks: readonly Contradiction[];
  readonly verdict: 'eligible' | 'ineligible' | 'undetermined';
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Whether everything was told that the verdict needs. */
  readonly told: boolean;
  /** Whether some stated figure could not be held against what it follows from. */
  readonly halfTold: boolean;
  /** In 元; null where the guide gives none, undefined where something isn't told. */
  readonly amount: Fraction | null | undefined;
  readonly steps: ReadonlyMap<string, Value | undefined>;
  readonly stages: readonly (Fraction | null | undefined)[];
  /** Conditions that fail on the figures at acceptance; undefined while nothing is audited. */
  readonly failingLater: readonly string[] | undefined;
  readonly valueOf: (fact: string) => Value | undefined;
}

export interface OracleRound {
  readonly otherReadings: ReadonlySet<string>;
  readonly call: readonly string[];
}

/** The conditions that hold for a line in a round. */
export function conditionsOf(guide: CheckedGuide, line: CheckedLine, round: OracleRound) {
  const assessed = line.mode === '申报' || line.mode === '免申即享';
  const called = guide.call.filter(
    (c) => round.call.includes(c.clause) && !guide.callExcept[c.clause]?.includes(line.id),
  );
  return [...line.conditions, ...(assessed ? called : [])];
}

/** Reading G8, or the condition's own: under the other choice 原则上 binds. */
export function strengthIn(round: OracleRound, c: CheckedCondition): CheckedCondition['strength'] {
  const binds = round.otherReadings.has('G8') || round.otherReadings.has(c.hardUnder);
  return c.strength === '原则上' && binds ? '必须' : c.strength;
}

/**
 * Judges by the guide's words alone: each condition as it stands, then the amount step by step. Conditions and
 * ceiling go by the plan; once figures are audited, the balance goes by them.
 */
export function judged(
  guide: CheckedGuide,
  line: CheckedLine,
  round: OracleRound,
  applicant: Applicant,
): Judgement {
  const told = round.otherReadings.has('G18') ? lowerOrLater(applicant, guide.facts) : applicant;
  if (!audited(told)) return judgedOnce(guide, line, round, told, undefined);
  const later = judgedOnce(guide, line, round, toldAt(told, '验收'), undefined);
  const barred = new Set(
    conditionsOf(guide, line, round).flatMap((c) => (c.strength === '优先' ? [] : [c.clause])),
  );
  const failingLater = [...later.outcomes].flatMap(([clause, o]) =>
    o === 'unmet' && barred.has(clause) ? [clause] : [],
  );
  // Reading G19: under its other choice what falls below at acceptance loses the whole subsidy.
  const lost = round.otherReadings.has('G19') && failingLater.length > 0;
  const plan = judgedOnce(guide, line, round, toldAt(told, '申报'), {
    amount: lost ? NOTHING : later.amount,
    lost,
  });
  return {
    ...plan,
    contradictions: [...plan.contradictions, ...later.contradictions],
    fallbacks: [...plan.fallbacks, ...later.fallbacks],
    told: plan.told && later.told,
    halfTold: plan.halfTold || later.halfTold,
    failingLater,
  };
}

/** What the line comes to on the audited figures. */
interface Audited extends Pick<Judgement, 'amount'> {
  readonly lost: boolean;
}

function judgedOnce(
  guide: CheckedGuide,
  line: CheckedLine,
  round: OracleRound,
  applicant: Applicant,
  later: Audited | undefined,
): Judgement {
  const conditions = conditionsOf(guide, line, round);
  const strengthOf = (c: CheckedCondition) => strengthIn(round, c);
  const selecting = (table: string) =>
    conditions.filter((c) => c.each === table && strengthOf(c) === '必须');
  const known = new Map<TableRow, boolean | undefined>();
  const qualifies = (table: string, row: TableRow): boolean | undefined => {
    if (known.has(row)) return known.get(row);
    const each = selecting(table).map((c) => rowMeets(c, row));
    const all = each.includes(false) ? false : each.includes(undefined) ? undefined : true;
    known.set(row, all);
    return all;
  };
  const facts = new Facts(applicant, guide.facts, {
    otherReadings: round.otherReadings,
    tables: guide.tables,
    qualifies,
  });
  const rowMeets = (c: CheckedCondition, row: TableRow): boolean | undefined => {
    const scope = within(facts.scope(), row);
    const applies = c.applies ? holds(c.applies, scope) : true;
    const must = c.must && holds(c.must, scope);
    if (applies === false || must === true) return true;
    return applies === true && must === false ? false : undefined;
  };
  const outcomes = new Map<string, Outcome>();
  for (const c of conditions) {
    outcomes.set(
      c.clause,
      c.each === ''
        ? outcomeOf(c, strengthOf(c), facts)
        : rowsOutcome(c, strengthOf(c), facts, round, rowMeets, qualifies),
    );
  }
  for (const id of line.facts) facts.fact(id);
  const contradictions = [
    ...facts.contradictions,
    ...line.consistency
      .filter((r) => holds(r.must, { ...facts.scope(), rule: true }) === false)
      .map((r) => ({ says: r.says, facts: r.facts })),
  ];
  const counted = conditions
    .filter((c) => c.strength !== '优先')
    .map((c) => outcomes.get(c.clause) ?? 'unknown');
  const failed = counted.includes('unmet');
  const open = counted.includes('unknown');
  return {
    contradictions,
    fallbacks: facts.fallbacks,
    verdict: failed ? 'ineligible' : open ? 'undetermined' : 'eligible',
    outcomes,
    told: !counted.includes('not-told'),
    ...amounts(line, round, facts, later),
    halfTold: facts.halfTold,
    failingLater: undefined,
    valueOf: (fact) => facts.fact(fact),
  };
}

function outcomeOf(c: CheckedCondition, strength: string, facts: Facts): Outcome {
  if (!c.must) return 'unknown';
  const scope = facts.scope();
  const applies = c.applies ? holds(c.applies, scope) : true;
  if (applies === undefined) return 'not-told';
  if (!applies) return 'not-applicable';
  const must = holds(c.must, scope);
  if (must === undefined) return 'not-told';
  if (must) return 'met';
  if (strength !== '原则上') return 'unmet';
  const opinion = c.opinion === '' ? undefined : facts.fact(c.opinion);
  if (opinion?.k !== 'word') return 'unknown';
  return opinion.word === '同意' ? 'met' : 'unmet';
}

/** A condition that selects rows is met when some row meets all of them, unmet when it keeps rows out till none is left. */
function rowsOutcome(
  c: CheckedCondition,
  strength: string,
  facts: Facts,
  round: OracleRound,
  meets: (c: CheckedCondition, row: TableRow) => boolean | undefined,
  qualifies: (table: string, row: TableRow) => boolean | undefined,
): Outcome {
  const list = facts.fact(c.each);
  if (list?.k !== 'rows') return 'not-told';
  const own = list.rows.map((row) => meets(c, row));
  const whole = list.rows.map((row) => qualifies(c.each, row));
  if (own.includes(undefined) || whole.includes(undefined)) return 'not-told';
  const all = own.length > 0 && !own.includes(false);
  if (strength === '优先' || round.otherReadings.has('A14.9')) return all ? 'met' : 'unmet';
  return whole.includes(true) || all ? 'met' : 'unmet';
}

/** Whether the guide gives a formula, or a reading taken otherwise supplies one. */
export function isComputable(round: OracleRound, line: CheckedLine): boolean {
  return line.notComputable === '' || round.otherReadings.has(line.computableUnder);
}

function amounts(
  line: CheckedLine,
  round: OracleRound,
  facts: Facts,
  later: Audited | undefined,
): Pick<Judgement, 'amount' | 'steps' | 'stages'> {
  const steps = new Map<string, Value | undefined>();
  const scope = facts.scope(steps);
  for (const step of line.steps) steps.set(step.id, cents(computed(step.node, scope), round));
  const last = line.steps.at(-1);
  const value = last && steps.get(last.id);
  const premise = line.premise ? holds(line.premise.must, scope) : true;
  const none = !isComputable(round, line) || !last || premise === false;
  const amount = none ? null : premise === undefined ? undefined : figure(value);
  const before: (Fraction | null | undefined)[] = [];
  for (const stage of line.stages) {
    if (stage.atMost !== '') {
      before.push(null);
    } else if (stage.balance) {
      const told = facts.fact(PAID);
      const earlier = before.reduce((a, b) => (a && b ? add(a, b) : a && b), NOTHING);
      // Told that nothing was paid (无) is told that 0 was.
      const paid = told ? (figure(told) ?? NOTHING) : earlier;
      // Reading G5: under its other choice the total stays as planned.
      const recomputed = later && (later.lost || !round.otherReadings.has('G5'));
      const total = recomputed ? later.amount : amount;
      const rest = total && paid ? sub(total, paid) : total === null ? null : undefined;
      before.push(rest && (order(rest, NOTHING) < 0 ? NOTHING : rest));
    } else if (stage.share !== '') {
      before.push(amount && mul(amount, fromText(stage.share)));
    } else before.push(stage.amount && figure(computed(stage.amount, scope)));
  }
  return { amount, steps, stages: before };
}

function figure(value: Value | undefined): Fraction | null | undefined {
  return value?.k === 'number' ? value.x : value && null;
}

/** Reading G6: under its other choice amounts are rounded to 0.01 万元. */
function cents(value: Value | undefined, round: OracleRound): Value | undefined {
  if (!round.otherReadings.has('G6') || value?.k !== 'number') return value;
  return { k: 'number', x: rounded(value.x, fromText('100/1'), 'half-up') };
}
