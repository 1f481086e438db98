import { loadGuide } from '@fuchi/platform-server/load-guide';
import { assess } from '@fuchi/policy/assess/assess';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { compile, type Program } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import type { Applicant } from './applicant.ts';
import type { OracleRound } from './oracle.ts';
import { type Place, placesOf } from './place.ts';
import { seedsOf } from './seeds.ts';
import { inputOf } from './told-input.ts';

/** The engine under test: from what is handed in to the assessment. */
interface Engine {
  readonly programOf: (line: string, round: OracleRound) => Program;
  readonly assessed: (program: Program, applicant: Applicant) => Assessment;
  readonly given: (applicant: Applicant) => ReturnType<typeof readGivenFacts>['facts'];
}

/** The guide as the oracle reads it, and the engine it is compared with. */
export interface Bench {
  readonly guide: CheckedGuide;
  readonly places: readonly Place[];
  /** The applicants of the worked cases, by line. */
  readonly seeds: ReadonlyMap<string, readonly Applicant[]>;
  readonly engine: Engine;
}

export async function realBench(): Promise<Bench> {
  const loaded = await loadGuide('guides/jiangsu-2022');
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  return benchOf(loaded.checked, loaded.files);
}

/**
 * @param files the guide's files, of which the cases are read
 * @param seen the guide the engine is given: another than the oracle's only where a fault is planted in it
 * @param spoilt what a planted fault makes of an assessment
 */
export function benchOf(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
  seen: CheckedGuide = guide,
  spoilt: (a: Assessment) => Assessment = (a) => a,
): Bench {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const given = (applicant: Applicant) => {
    const { facts, faults } = readGivenFacts(seen, inputOf(applicant, guide.facts), context);
    if (faults.length > 0) throw new Error(`refused: ${JSON.stringify(faults)}`);
    return facts;
  };
  const places = placesOf(guide.guide.regions);
  return {
    guide,
    places,
    seeds: seedsOf(guide, files, places, regions.value),
    engine: {
      given,
      programOf: (line, round) => {
        const readings = [...round.otherReadings];
        const program = compile(seen, line, { otherReadings: readings, call: round.call });
        if (!program) throw new Error(`no line ${line}`);
        return program;
      },
      assessed: (program, applicant) => spoilt(assess(program, given(applicant), { asOf: null })),
    },
  };
}
