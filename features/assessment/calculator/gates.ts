import { readQuestion } from '@fuchi/policy/assess/assess-line';
import { compile, NO_OPTIONS, type Program } from '@fuchi/policy/assess/program';
import { verdictOf } from '@fuchi/policy/assess/verdict';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { type Entry, type FieldEntry, isNone } from '@fuchi/policy/facts/entry';
import { factsOf } from '@fuchi/policy/walk';
import { isAssessed } from '@fuchi/ui/assessment/line-mode';
import type { Regions } from '@fuchi/values/region';
import type { Answers } from '../answers/answers.ts';
import { chosenFacts } from './screening.ts';
import type { Standing } from './standing.ts';

/** A fact that alone rules lines out when it is not so: whoever knows it needn't answer the rest of their questions. */
export interface Gate {
  readonly spec: FactSpec;
  readonly lines: readonly string[];
}

/** With fewer of them open, each is asked in its turn. */
const FEWEST = 4;

/** Who can answer offhand: the applicant itself, and what stands in its registration. */
const OFFHAND = new Set(['申报单位', '登记库', '']);

/**
 * For each line the fact, one that as few others as possible ask for, whose denial settles it. Follows from the
 * guide alone.
 * @example gatesOf(guide, regions).find((g) => g.lines.includes('merger'))?.spec.id // '兼并重组发起方企业'
 */
export function gatesOf(guide: CheckedGuide, regions: Regions): readonly Gate[] {
  const found = new Map<string, string[]>();
  for (const line of guide.lines) {
    const program = isAssessed(line.mode) && compile(guide, line.id, NO_OPTIONS);
    if (!program) continue;
    const fact = candidates(program).find((id) => closes(program, regions, id));
    if (fact !== undefined) found.set(fact, [...(found.get(fact) ?? []), line.id]);
  }
  return [...found].flatMap(([id, lines]) => {
    const spec = guide.facts[id];
    return spec ? [{ spec, lines }] : [];
  });
}

function denial({ type }: FactSpec): FieldEntry {
  return type.kind === 'bool' ? '否' : { none: true };
}

/** Gates to be put on one card: those of lines still open, and those answered on it already. */
export function gatesFor(
  gates: readonly Gate[],
  guide: CheckedGuide,
  answers: Answers,
  open: readonly Standing[],
): readonly Gate[] {
  const lines = new Set(open.map((s) => s.assessment.line));
  const byKind = chosenFacts(guide, answers.facts);
  return gates.filter(
    ({ spec, lines: of }) =>
      !byKind.has(spec.id) &&
      (answers.facts[spec.id] !== undefined || of.some((line) => lines.has(line))),
  );
}

/** Whether so many lines hang on a gate that asking for all of them at once is quicker than one by one. */
export function manyGates(gates: readonly Gate[], answers: Answers): boolean {
  return gates.filter(({ spec }) => answers.facts[spec.id] === undefined).length >= FEWEST;
}

/** The facts with every gate that wasn't ticked denied. */
export function denyUnticked(gates: readonly Gate[], facts: Entry): Entry {
  const untold = gates.filter(({ spec }) => facts[spec.id] === undefined);
  return { ...facts, ...Object.fromEntries(untold.map(({ spec }) => [spec.id, denial(spec)])) };
}

/** A year is ticked before it is known: an empty field, which counts as not told. */
export function tick({ spec }: Gate, ticked: boolean, facts: Entry): Entry {
  const { [spec.id]: _, ...rest } = facts;
  if (!ticked) return rest;
  return { ...rest, [spec.id]: spec.type.kind === 'bool' ? '是' : '' };
}

export function isTicked({ spec }: Gate, facts: Entry): boolean {
  const field = facts[spec.id];
  return field !== undefined && field !== '否' && !isNone(field);
}

function candidates({ conditions, specs, guide }: Program): readonly string[] {
  const ids = conditions.flatMap((c) => [...factsOf(c.must), ...factsOf(c.applies)]);
  const users = (id: string) => guide.lines.filter((l) => l.facts.includes(id)).length;
  const always = alwaysChosen(guide);
  const able = [...new Set(ids)].filter((id) => {
    const spec = specs.get(id);
    if (spec?.supplied !== '' || always.has(id) || !OFFHAND.has(spec.statedBy)) return false;
    return spec.question !== '' && (spec.type.kind === 'bool' || spec.unit === '年度');
  });
  return able.toSorted((a, b) => users(a) - users(b));
}

/** What every choice of a screening question settles is asked there. */
function alwaysChosen({ guide }: CheckedGuide): ReadonlySet<string> {
  const facts = guide.screening.flatMap((q) => {
    if (q.kind !== 'choice') return [];
    const [first, ...rest] = q.choices.map((c) => c.facts.map((f) => f.id.text));
    return (first ?? []).filter((id) => rest.every((other) => other.includes(id)));
  });
  return new Set(facts);
}

function closes(program: Program, regions: Regions, id: string): boolean {
  const spec = program.specs.get(id);
  if (!spec) return false;
  const told = denial(spec);
  const facts = { [id]: told === '否' ? false : told };
  const read = readQuestion(program.guide, regions, { facts, clocks: {}, asOf: null });
  return verdictOf(program, read.facts) === 'ineligible';
}
