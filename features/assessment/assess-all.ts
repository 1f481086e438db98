import { assess } from '@fuchi/policy/assess/assess';
import { type Question, readQuestion } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { compile, type Program, type RoundOptions } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';

/** Every line of the guide, compiled for a round, in the guide's order. */
export function compileAll(guide: CheckedGuide, options: RoundOptions): readonly Program[] {
  return guide.lines.flatMap((line) => compile(guide, line.id, options) ?? []);
}

/**
 * Assesses what is told on every line; the facts are read once for all of them.
 * @example assessAll(guide, compileAll(guide, round), regions, question).assessments[0]?.verdict
 */
export function assessAll(
  guide: CheckedGuide,
  programs: readonly Program[],
  regions: Regions,
  question: Pick<Question, 'facts' | 'clocks' | 'asOf'>,
): { readonly assessments: readonly Assessment[]; readonly faults: readonly InputFault[] } {
  const { facts, faults } = readQuestion(guide, regions, question);
  const { asOf } = question;
  return { assessments: programs.map((p) => assess(p, facts, { asOf })), faults };
}
