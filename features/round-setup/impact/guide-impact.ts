import { assess } from '@fuchi/policy/assess/assess';
import { readQuestion } from '@fuchi/policy/assess/assess-line';
import type { Amount, Verdict } from '@fuchi/policy/assess/assessment';
import { compile, type Program, type RoundOptions } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Regions, regionsFrom } from '@fuchi/values/region';

/** An application as far as its verdict rests on it. */
export interface ImpactApplication {
  readonly id: string;
  readonly line: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The day it was or would be submitted; null where none is known. */
  readonly asOf: string | null;
  /** What the round supplies, before and after: its clocks by name. */
  readonly clocks: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
}

/** A guide under the options of a round. */
export interface ImpactSide {
  readonly guide: CheckedGuide;
  readonly options: RoundOptions;
}

/** What an application is judged to be. `ceiling` is null where the guide allows nothing or gives no figure. */
export interface ImpactVerdict {
  readonly verdict: Verdict;
  readonly ceiling: Amount | null;
}

export interface Impact {
  readonly id: string;
  readonly before: ImpactVerdict;
  /** null where the corrected guide has no such line any more. */
  readonly after: ImpactVerdict | null;
}

/**
 * What a corrected guide, or other options of a round, changes for applications that are there: each whose verdict or
 * ceiling differs, with both. One application after another, so that a caller may do something else in between.
 * @example for (const impact of guideImpact(before, after, applications)) …
 */
export function* guideImpact(
  before: ImpactSide,
  after: ImpactSide,
  applications: Iterable<ImpactApplication>,
): Generator<Impact> {
  const [was, is] = [judging(before), judging(after)];
  for (const { id, line, facts, asOf, clocks } of applications) {
    const old = was(line, { facts, asOf, clocks: clocks.before });
    // It was filed under the old guide: a line that guide hasn't would be a fault of ours, and changes nothing.
    if (!old) continue;
    const next = is(line, { facts, asOf, clocks: clocks.after });
    if (!next) yield { id, before: old, after: null };
    else if (!isSame(old, next)) yield { id, before: old, after: next };
  }
}

interface Told {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: string | null;
  readonly clocks: Readonly<Record<string, unknown>>;
}

/** Compiles each line once. */
function judging({ guide, options }: ImpactSide) {
  const regions = regionsOf(guide);
  const programs = new Map<string, Program | undefined>();
  return (line: string, told: Told): ImpactVerdict | undefined => {
    if (!programs.has(line)) programs.set(line, compile(guide, line, options));
    const program = programs.get(line);
    if (!program) return undefined;
    // What can't be read under one guide counts as not told there, as on every page.
    const { facts } = readQuestion(guide, regions, told);
    const { verdict, ceiling } = assess(program, facts, { asOf: told.asOf, withoutChanges: true });
    return { verdict, ceiling };
  };
}

function regionsOf({ guide }: CheckedGuide): Regions {
  const regions = regionsFrom(guide.regions);
  if (!regions.ok) throw new Error(`the regions of ${guide.id}: ${regions.code}`);
  return regions.value;
}

function isSame(a: ImpactVerdict, b: ImpactVerdict): boolean {
  return a.verdict === b.verdict && JSON.stringify(a.ceiling) === JSON.stringify(b.ceiling);
}
