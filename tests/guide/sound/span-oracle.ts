import type { CheckedCondition, CheckedLine } from '@fuchi/policy/checked-guide';
import type { Applicant } from './applicant.ts';
import { PAID } from './applicant.ts';
import { fraction, fromText, NOTHING, order, rounded } from './big-fraction.ts';
import { lowerOrLater, waysOf } from './dispute.ts';
import { audited, toldAt } from './moment.ts';
import { conditionsOf, isComputable, strengthIn } from './oracle.ts';
import type { Ground } from './sample.ts';
import {
  ABSENT,
  either,
  exactly,
  minus,
  NO,
  type Range,
  type Span,
  type SpanRow,
  type Truth,
  times,
  YES,
} from './span.ts';
import { allOf, anyOf, opposite } from './span-compare.ts';
import { inRow, spanOf, truthOf } from './span-evaluator.ts';
import { SpanFacts } from './span-facts.ts';

type SpanOutcome = 'met' | 'unmet' | 'not-applicable' | 'open';

/** What the guide says of an applicant of whom not everything is told: never more than the tables of the docs give. */
export interface Spanned {
  readonly verdict: 'eligible' | 'ineligible' | 'undetermined';
  readonly outcomes: ReadonlyMap<string, SpanOutcome>;
  /** In 元; null where there is no figure. */
  readonly amount: Range | null;
  readonly stages: readonly (Range | null)[];
}

/** Judges with what is told alone, every way of deciding between sources that disagree tried by itself. */
export function spanned(g: Ground, applicant: Applicant): Spanned {
  const told = g.round.otherReadings.has('G18')
    ? lowerOrLater(applicant, g.guide.facts)
    : applicant;
  const later = audited(told)
    ? laterOf(g, spannedOnce(g, toldAt(told, '验收'), undefined))
    : undefined;
  const ways = waysOf(toldAt(told, '申报'), g.guide.facts).map((way) => spannedOnce(g, way, later));
  const [first, ...rest] = ways;
  if (!first || rest.length === 0) return first ?? spannedOnce(g, told, later);
  const live = ways.filter((w) => w.verdict !== 'ineligible');
  const counting = live.length > 0 ? live : ways;
  const agreed = <T>(of: (w: Spanned) => T, otherwise: T): T =>
    rest.every((w) => of(w) === of(first)) ? of(first) : otherwise;
  return {
    verdict: agreed((w) => w.verdict, 'undetermined'),
    outcomes: new Map(
      [...first.outcomes.keys()].map((clause) => [
        clause,
        agreed((w) => w.outcomes.get(clause) ?? 'open', 'open'),
      ]),
    ),
    amount: counting.map((w) => w.amount).reduce(merged),
    stages: first.stages.map((_, i) => counting.map((w) => w.stages[i] ?? null).reduce(merged)),
  };
}

/** What the line comes to on the audited figures, and whether all of it may be lost (reading G19). */
interface Later {
  readonly total: Range | null;
  readonly lost: Truth;
}

function laterOf(g: Ground, accepted: Spanned): Later {
  const { verdict, amount } = accepted;
  if (!g.round.otherReadings.has('G19')) return { total: amount, lost: NO };
  // What is at the authority's discretion loses nothing, as long as it isn't refused.
  return {
    total: amount,
    lost: { k: 'bool', t: verdict !== 'eligible', f: verdict !== 'ineligible' },
  };
}

function merged(a: Range | null, b: Range | null): Range | null {
  const both = either(a ?? ABSENT, b ?? ABSENT);
  return both.k === 'number' && both.some ? both : null;
}

function spannedOnce(g: Ground, applicant: Applicant, later: Later | undefined): Spanned {
  const { guide, line, round } = g;
  const conditions = conditionsOf(guide, line, round);
  const selecting = (table: string) =>
    conditions.filter((c) => c.each === table && strengthIn(round, c) === '必须');
  const meets = (c: CheckedCondition, row: SpanRow): Truth => {
    const scope = inRow(facts.scope(), row);
    const applies = c.applies ? [opposite(truthOf(c.applies, scope))] : [];
    return c.must ? anyOf([...applies, truthOf(c.must, scope)]) : { k: 'bool', t: true, f: true };
  };
  const qualifies = (table: string, row: SpanRow) =>
    allOf(selecting(table).map((c) => meets(c, row)));
  const facts = new SpanFacts(applicant, guide.facts, g.absent, {
    otherReadings: round.otherReadings,
    tables: guide.tables,
    qualifies,
  });
  const outcomes = new Map(
    conditions.map((c): [string, SpanOutcome] => {
      const strength = strengthIn(round, c);
      if (c.each === '') return [c.clause, outcomeOf(c, strength, facts)];
      const all = strength === '优先' || round.otherReadings.has('A14.9');
      return [c.clause, rowsOutcome(c, all, facts, meets, qualifies)];
    }),
  );
  const counted = conditions
    .filter((c) => c.strength !== '优先')
    .map((c) => outcomes.get(c.clause) ?? 'open');
  const verdict = counted.includes('unmet')
    ? 'ineligible'
    : counted.includes('open')
      ? 'undetermined'
      : 'eligible';
  return { verdict, outcomes, ...amounts(line, g, facts, later) };
}

function outcomeOf(c: CheckedCondition, strength: string, facts: SpanFacts): SpanOutcome {
  if (!c.must) return 'open';
  const scope = facts.scope();
  const applies = c.applies ? truthOf(c.applies, scope) : { t: true, f: false };
  if (!applies.t) return 'not-applicable';
  const must = truthOf(c.must, scope);
  if (!must.f) return 'met';
  const opinion = c.opinion === '' ? undefined : facts.fact(c.opinion);
  const said = opinion?.k === 'word' && !opinion.none && opinion.words?.length === 1;
  if (strength === '原则上' && said && opinion.words?.[0] === '同意') return 'met';
  if (must.t || applies.f) return 'open';
  return strength !== '原则上' || said ? 'unmet' : 'open';
}

/** @param all whether every row must meet the condition, not just some row all of them */
function rowsOutcome(
  c: CheckedCondition,
  all: boolean,
  facts: SpanFacts,
  meets: (c: CheckedCondition, row: SpanRow) => Truth,
  qualifies: (table: string, row: SpanRow) => Truth,
): SpanOutcome {
  const list = facts.fact(c.each);
  if (list.k !== 'rows') return 'open';
  const own = list.rows.map((r) => meets(c, r.of));
  const whole = list.rows.map((r) => qualifies(c.each, r.of));
  const every = !list.more && own.length > 0 && own.every((o) => !o.f);
  const broken = own.some((o) => !o.t) || (!list.more && own.length === 0);
  if (every) return 'met';
  if (all) return broken ? 'unmet' : 'open';
  if (whole.some((w) => !w.f)) return 'met';
  const possible = whole.some((w) => w.t) || (list.more && qualifies(c.each, list.more).t);
  return !possible && broken ? 'unmet' : 'open';
}

function amounts(
  line: CheckedLine,
  g: Ground,
  facts: SpanFacts,
  later: Later | undefined,
): Pick<Spanned, 'amount' | 'stages'> {
  const { otherReadings } = g.round;
  const steps = new Map<string, Span>();
  const scope = facts.scope(steps);
  for (const step of line.steps) {
    const value = spanOf(step.node, scope);
    steps.set(step.id, otherReadings.has('G6') && value.k === 'number' ? cents(value) : value);
  }
  const last = line.steps.at(-1);
  const value = last && steps.get(last.id);
  // Before the premise of any amount is told to hold there may be none (reading G20).
  const premise = line.premise ? truthOf(line.premise.must, scope) : YES;
  const figure = value?.k === 'number' && value.some ? value : null;
  const held = figure && { ...figure, none: figure.none || premise.f };
  const amount = isComputable(g.round, line) && premise.t ? held : null;
  const stages: (Range | null)[] = [];
  for (const stage of line.stages) {
    if (stage.atMost !== '') stages.push(null);
    else if (stage.balance) {
      const kept = later === undefined || otherReadings.has('G5') ? amount : later.total;
      const total = later?.lost.t ? merged(later.lost.f ? kept : null, exactly(NOTHING)) : kept;
      const told = facts.isTold(PAID) ? facts.fact(PAID) : undefined;
      const paid = told?.k === 'number' ? (told.some ? told : exactly(NOTHING)) : sum(stages);
      stages.push(total && paid && notBelowZero(minus(total, paid)));
    } else if (stage.share !== '') {
      stages.push(amount && times(amount, exactly(fromText(stage.share))));
    } else {
      const own = stage.amount && spanOf(stage.amount, scope);
      stages.push(own?.k === 'number' && own.some ? own : null);
    }
  }
  return { amount, stages };
}

function sum(stages: readonly (Range | null)[]): Range | null {
  let total: Range | null = exactly(NOTHING);
  for (const stage of stages)
    total = total && stage && minus(total, minus(exactly(NOTHING), stage));
  return total;
}

function notBelowZero(of: Range): Range {
  const lo = of.lo && order(of.lo, NOTHING) > 0 ? of.lo : NOTHING;
  return { ...of, lo, hi: of.hi && order(of.hi, NOTHING) < 0 ? NOTHING : of.hi };
}

/** Reading G6: under its other choice amounts are rounded to 0.01 万元. */
function cents(of: Range): Range {
  const at = (x: Range['lo']) => x && rounded(x, fraction(100n), 'half-up');
  return { ...of, lo: at(of.lo), hi: at(of.hi) };
}
