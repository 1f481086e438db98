import { assessingChanged } from '@fuchi/assessment/assess-changed';
import { assess } from '@fuchi/policy/assess/assess';
import { compile, NO_OPTIONS } from '@fuchi/policy/assess/program';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import { median } from './compare.ts';

export interface AllLines {
  readonly name: string;
  readonly told: number;
  /** Milliseconds for all lines, median over the rounds. */
  readonly median: number;
  /** The same as the page does it: lines that don't look at the changed fact keep their assessment. */
  readonly changed: number;
}

const WARM = 60;
const ROUNDS = 200;
/** The fact that changes from round to round: many lines turn on it. */
const CHANGED = '项目总投入';
const VALUES = ['1800万元', '5200万元', '900万元'];

/** All lines assessed anew after one fact has changed; programmes are compiled and facts read before. */
export function allLines(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
): readonly AllLines[] {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const programs = guide.lines.flatMap((l) => compile(guide, l.id, NO_OPTIONS) ?? []);
  const all = Object.entries(applicant(guide, files));
  const sets: [string, Record<string, unknown>][] = [
    ['half of the facts told, every other one', every(all, 2, 0)],
    ['the other half', every(all, 2, 1)],
    ['a third told', every(all, 3, 0)],
    ['all told', Object.fromEntries(all)],
    ['nothing else told', {}],
  ];
  return sets.map(([name, facts]) => {
    const variants = VALUES.map((value) => {
      const read = readGivenFacts(guide, { ...facts, [CHANGED]: value }, context);
      if (read.faults.length > 0) throw new Error(`faulty facts: ${read.faults[0]?.path}`);
      return read.facts;
    });
    const asking = assessingChanged(guide, programs, regions.value);
    const questions = VALUES.map((value) => ({
      facts: { ...facts, [CHANGED]: value },
      clocks: {},
      asOf: null,
    }));
    return {
      name,
      told: Object.keys(facts).length,
      median: timed(variants, (given) => {
        for (const program of programs) assess(program, given, { asOf: null });
      }),
      changed: timed(questions, asking),
    };
  });
}

function timed<T>(variants: readonly T[], run: (variant: T) => unknown): number {
  const times: number[] = [];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const variant = variants[(round + WARM) % variants.length] as T;
    const start = performance.now();
    run(variant);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** One applicant that tells everything: of each line's first worked case, what no earlier line's case told. */
function applicant(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const { id } of guide.lines) {
    const [first] = readCases('', files.get(`cases/${id}.yaml`) ?? '[]').cases;
    for (const [fact, value] of Object.entries(first?.facts ?? {})) told[fact] ??= value;
  }
  return told;
}

function every(
  entries: readonly [string, unknown][],
  step: number,
  from: number,
): Record<string, unknown> {
  return Object.fromEntries(entries.filter((_, i) => i % step === from));
}
