import type { Regions } from '@fuchi/values/region';
import type { CheckedGuide } from '../checked-guide.ts';
import type { GivenFacts, InputFault } from '../facts/given.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { roundFacts } from '../facts/round-facts.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { compile, type Program, type RoundOptions } from './program.ts';

/** What is asked of the guide about one applicant. */
export interface Question extends RoundOptions {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly asOf: string | null;
}

export interface Answer {
  /** Bad values count as not told. */
  readonly assessment: Assessment;
  readonly faults: readonly InputFault[];
}

/**
 * Assesses what is told on one line. Service, page and command line answer by this one way.
 * @returns no assessment when the guide has no such line
 * @example assessLine(guide, regions, 'data-product', question).assessment?.verdict
 */
export function assessLine(
  guide: CheckedGuide,
  regions: Regions,
  line: string,
  question: Question,
): Answer | { readonly assessment: undefined; readonly faults: readonly InputFault[] } {
  const program = compile(guide, line, question);
  if (!program) return { assessment: undefined, faults: [] };
  return assessProgram(program, regions, question);
}

/** As `assessLine`, on a line compiled for the question's round: compiled once, asked many times. */
export function assessProgram(
  program: Program,
  regions: Regions,
  question: Pick<Question, 'facts' | 'clocks' | 'asOf'>,
): Answer {
  const { facts, faults } = readQuestion(program.guide, regions, question);
  return { assessment: assess(program, facts, { asOf: question.asOf }), faults };
}

/** The facts of a question with those the round supplies. */
export function readQuestion(
  guide: CheckedGuide,
  regions: Regions,
  question: Pick<Question, 'facts' | 'clocks' | 'asOf'>,
): { readonly facts: GivenFacts; readonly faults: readonly InputFault[] } {
  const input = { ...roundFacts(guide, question.clocks, question.asOf), ...question.facts };
  return readGivenFacts(guide, input, { units: new Set(guide.guide.units), regions });
}
