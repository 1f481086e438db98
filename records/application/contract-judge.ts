import { assess } from '@fuchi/policy/assess/assess';
import { assessProgram, readQuestion } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { type NeededPaper, papersFor } from '@fuchi/policy/assess/papers';
import { compile, type Program } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import type { GivenFacts, InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';
import { entryOfFields, type Fields } from './contract-entry.ts';
import { ownFacts } from './contract-statement.ts';

/** What a round gives the assessment of an application. */
export interface RoundTerms {
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly call: readonly string[];
  readonly otherReadings: readonly string[];
}

/** A draft judged: the same on the page while one writes and on the server when it is frozen. */
export interface Judged {
  readonly program: Program;
  readonly entry: Entry;
  /** As an assessment took them: what is told, with what others settled in its place. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The facts as they were read; bad values count as not told. */
  readonly given: GivenFacts;
  readonly assessment: Assessment;
  readonly faults: readonly InputFault[];
  readonly papers: readonly NeededPaper[];
}

/**
 * Compiles a line under a round's terms: once for a page, or once for a submission.
 * @returns undefined when the guide has no such line
 */
export function programUnder(
  guide: CheckedGuide,
  line: string,
  terms: Pick<RoundTerms, 'call' | 'otherReadings'>,
): Program | undefined {
  return compile(guide, line, { call: terms.call, otherReadings: terms.otherReadings });
}

/**
 * Judges what a draft says.
 * @param settled facts that registers or the recommender settled, as an assessment takes them; the applicant's word
 *   doesn't stand beside them
 * @param asOf the day of application, 2022-04-01
 */
export function judgeDraft(
  program: Program,
  regions: Regions,
  fields: Fields,
  settled: Readonly<Record<string, unknown>>,
  terms: Pick<RoundTerms, 'clocks'>,
  asOf: string,
): Judged {
  const { guide } = program;
  const entry = entryOfFields(fields, (fact) => listsOf(guide, fact));
  const facts = { ...ownFacts(guide, entry), ...settled };
  const question = { facts, clocks: terms.clocks, asOf };
  const { facts: given, faults } = readQuestion(guide, regions, question);
  return {
    program,
    entry,
    facts,
    given,
    assessment: assess(program, given, { asOf }),
    faults,
    papers: papersFor(program, given),
  };
}

/** The same draft under the other choice of one reading, for whoever asks what would be then. */
export function assessAlso(
  { program, facts }: Judged,
  regions: Regions,
  { options, asOf }: { readonly options: RoundTerms; readonly asOf: string },
  reading: string,
): Assessment | undefined {
  const { guide, line } = program;
  const otherReadings = options.otherReadings.includes(reading)
    ? options.otherReadings.filter((id) => id !== reading)
    : [...options.otherReadings, reading];
  const other = programUnder(guide, line.id, { call: options.call, otherReadings });
  if (!other) return undefined;
  return assessProgram(other, regions, { facts, clocks: options.clocks, asOf }).assessment;
}

/** The columns of a list that are lists themselves; undefined for a fact that is no list. */
export function listsOf(guide: CheckedGuide, fact: string): readonly string[] | undefined {
  const spec = Object.hasOwn(guide.facts, fact) ? guide.facts[fact] : undefined;
  if (spec?.type.kind !== 'rows') return undefined;
  return spec.columns.filter((c) => c.type.kind === 'rows').map((c) => c.id);
}
