import type { Rational } from '@fuchi/values/rational';
import type { Outcome, Verdict } from '../assess/assessment.ts';
import { prepare } from '../assess/prepare.ts';
import type { Program } from '../assess/program.ts';
import { truthOf } from '../bounds/evaluate.ts';
import type { CheckedCondition } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { GivenFacts } from '../facts/given.ts';
import type { ValueType } from '../value-type.ts';
import { factsOf } from '../walk.ts';
import {
  compileExact,
  compileTest,
  NeedsBounds,
  type Run,
  type Slots,
  type Test01,
} from './compile-exact.ts';
import { type ExactValue, exactOf, UNKNOWN } from './exact-value.ts';
import { type KnownFacts, knownFacts } from './known-facts.ts';
import { amountOf, type PlainAmount, plainAmount } from './plain-amount.ts';
import { allHold, type PlainTest, type PlainTests, plainTest, plainTests } from './plain-tests.ts';

/** A line compiled for applicants of whom everything it asks is known. */
export interface ExactProgram {
  readonly facts: readonly string[];
  readonly opinions: ReadonlySet<string>;
  readonly conditions: readonly ExactCondition[];
  /** What decides the verdict: plain conditions in a row, and those that take more. */
  readonly plain: PlainTests;
  readonly others: readonly ExactCondition[];
  readonly steps: readonly Run[];
  readonly amount: PlainAmount | undefined;
}

interface ExactCondition {
  readonly condition: CheckedCondition;
  readonly plain: PlainTest | undefined;
  readonly applies: Test01 | undefined;
  readonly must: Test01;
  readonly opinion: number;
  readonly left: Run | undefined;
  readonly right: Run | undefined;
  /** The types of both sides. */
  readonly haveType: ValueType | undefined;
  readonly needType: ValueType | undefined;
}

/** What was looked at and what came of it, not yet put into words. */
export interface ExactOutcome {
  readonly condition: CheckedCondition;
  readonly outcome: Outcome;
  /** Both sides of the condition's comparison, where it is one. */
  readonly have: ExactValue;
  readonly need: ExactValue;
}

export interface Screened {
  readonly verdict: Verdict;
  readonly conditions: readonly ExactOutcome[];
  readonly ceiling: Rational | undefined;
}

/**
 * Compiles a line to closures over known values.
 * @returns undefined for lines over rows, with contradictable figures or conditions left to another document:
 * those are assessed by the bounds engine
 */
export function compileExactProgram(program: Program): ExactProgram | undefined {
  const facts = namedFacts(program);
  const slots = new Map(facts.map((id, i): [string, number] => [id, i]));
  for (const [i, step] of program.line.steps.entries())
    slots.set(`step:${step.id}`, facts.length + i);
  const scope = { slots, tables: program.tables };
  // Under the other reading of G6 the steps are rounded, which only the bounds engine does.
  if (program.line.premise || program.other.has('G6')) return undefined;
  try {
    const conditions = program.conditions.map((c) => compileCondition(c, scope));
    const steps = program.line.steps.map((s) => compileExact(s.node, scope));
    // An opinion that a condition itself looks at must be known like any other fact.
    const inTrees = new Set(program.conditions.flatMap((c) => factsOf(c.must)));
    const given = program.conditions.map((c) => c.opinion).filter((o) => !inTrees.has(o));
    const opinions = new Set(given);
    return {
      facts,
      opinions,
      conditions,
      plain: plainTests(
        conditions.flatMap((c) => c.plain ?? []),
        facts.length + steps.length,
      ),
      others: conditions.filter((c) => !c.plain && c.condition.strength !== '优先'),
      steps,
      amount: plainAmount(program.line.steps, scope),
    };
  } catch (fault) {
    if (fault instanceof NeedsBounds) return undefined;
    throw fault;
  }
}

function namedFacts(program: Program): string[] {
  const named = [
    ...program.conditions.flatMap((c) => [...factsOf(c.must), ...factsOf(c.applies)]),
    ...program.line.steps.flatMap((s) => factsOf(s.node)),
    ...program.conditions.flatMap((c) => (c.opinion === '' ? [] : [c.opinion])),
  ];
  return [...new Set(named)];
}

function compileCondition(
  c: CheckedCondition,
  scope: Parameters<typeof compileTest>[1],
): ExactCondition {
  if (!c.must || c.each !== '') throw new NeedsBounds(c.clause);
  const sides = sidesOf(c.must);
  return {
    condition: c,
    plain: c.strength === '必须' && !c.applies ? plainTest(c.must, scope) : undefined,
    applies: c.applies && compileTest(c.applies, scope),
    must: compileTest(c.must, scope),
    opinion: c.opinion === '' ? -1 : (scope.slots.get(c.opinion) ?? -1),
    left: sides && compileExact(sides[0], scope),
    right: sides?.[1] && compileExact(sides[1], scope),
    haveType: sides?.[0].type,
    needType: sides?.[1]?.type,
  };
}

function sidesOf(must: Checked): readonly [Checked, Checked | undefined] | undefined {
  if (must.kind === 'compare') return [must.left, must.right];
  if (must.kind === 'within') return [must.of, undefined];
  return must.kind === 'fact' ? [must, undefined] : undefined;
}

/**
 * The known values of an applicant, one per fact the programme names: stated, or derived from what is stated.
 * @returns undefined when one is unknown, sources disagree, or figures contradict each other
 */
export function exactFacts(
  exact: ExactProgram,
  program: Program,
  given: GivenFacts,
): KnownFacts | undefined {
  const { env, disagreements } = prepare(program, given, '申报', new Map());
  if (disagreements.length > 0) return undefined;
  if (program.line.consistency.some((r) => !truthOf(r.must, env).t)) return undefined;
  const values: Slots = new Array<ExactValue>(exact.facts.length + exact.steps.length);
  for (const [i, id] of exact.facts.entries()) {
    const domain = env.facts.get(id);
    const value = domain ? exactOf(domain) : UNKNOWN;
    // An opinion nobody has given leaves its condition open; everything else must be known.
    if (value === UNKNOWN && !exact.opinions.has(id)) return undefined;
    values[i] = value === UNKNOWN ? undefined : value;
  }
  return knownFacts(values);
}

/** Verdict, outcome per condition and ceiling of a fully known applicant. */
export function screen(program: ExactProgram, known: KnownFacts): Screened {
  const { values } = known;
  let verdict: Verdict = 'eligible';
  const conditions = program.conditions.map((c): ExactOutcome => {
    const outcome = outcomeOf(c, values);
    if (c.condition.strength !== '优先') {
      if (outcome === 'unmet') verdict = 'ineligible';
      else if (outcome === 'unknown' && verdict === 'eligible') verdict = 'undetermined';
    }
    return { condition: c.condition, outcome, have: c.left?.(values), need: c.right?.(values) };
  });
  return { verdict, conditions, ceiling: ceilingOf(program, known) };
}

/** Verdict and ceiling alone. */
export function screenVerdict(
  program: ExactProgram,
  known: KnownFacts,
): { verdict: Verdict; ceiling: Rational | undefined } {
  return { verdict: verdictOf(program, known), ceiling: ceilingOf(program, known) };
}

function verdictOf({ plain, others }: ExactProgram, known: KnownFacts): Verdict {
  if (!allHold(plain, known)) return 'ineligible';
  let verdict: Verdict = 'eligible';
  for (let i = 0; i < others.length; i++) {
    const outcome = outcomeOf(others[i] as ExactCondition, known.values);
    if (outcome === 'unmet') return 'ineligible';
    if (outcome === 'unknown') verdict = 'undetermined';
  }
  return verdict;
}

function outcomeOf(c: ExactCondition, values: Slots): Outcome {
  if (c.applies && !c.applies(values)) return 'not-applicable';
  if (c.must(values)) return 'met';
  if (c.condition.strength !== '原则上') return 'unmet';
  const opinion = c.opinion < 0 ? undefined : values[c.opinion];
  if (opinion === '同意') return 'met';
  return opinion === '不同意' ? 'unmet' : 'unknown';
}

function ceilingOf(program: ExactProgram, known: KnownFacts): Rational | undefined {
  const quick = program.amount && amountOf(program.amount, known);
  if (quick !== undefined) return quick;
  const { values } = known;
  const first = program.facts.length;
  let last: ExactValue;
  for (let i = 0; i < program.steps.length; i++) {
    last = (program.steps[i] as Run)(values);
    values[first + i] = last;
  }
  return last as Rational | undefined;
}
