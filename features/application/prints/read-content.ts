import type { Line } from '@fuchi/guide/guide';
import { readQuestion } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { type FactUses, factUses } from '@fuchi/policy/assess/fact-uses';
import { type NeededPaper, papersFor } from '@fuchi/policy/assess/papers';
import { prepare } from '@fuchi/policy/assess/prepare';
import type { Program } from '@fuchi/policy/assess/program';
import type { Domain } from '@fuchi/policy/bounds/domain';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { confirmedCells } from '@fuchi/record-application/contract-confirmed';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { entryOfFields } from '@fuchi/record-application/contract-entry';
import { listsOf, programUnder } from '@fuchi/record-application/contract-judge';
import { ownFacts } from '@fuchi/record-application/contract-statement';
import { type Regions, regionsFrom } from '@fuchi/values/region';
import { confirmedSources } from '../annexes/confirmed-words.ts';

/** What an application says before it is frozen: what the third parties' lists and the report's outline are made of. */
export type SaidContent = Omit<ApplicationContent, 'version' | 'frozenAt'>;

/** What was frozen, read by its guide: facts with their values and sources, papers, the assessment as it was then. */
export interface ReadContent<C extends SaidContent = SaidContent> {
  readonly content: C;
  readonly guide: CheckedGuide;
  readonly line: Line;
  readonly regions: Regions;
  readonly program: Program;
  readonly uses: FactUses;
  readonly entry: Entry;
  /** What is told, with its sources. */
  readonly given: GivenFacts;
  /** Whose word figures of lists are, beside the applicant's, by the list's id. */
  readonly confirmed: ReadonlyMap<string, readonly string[]>;
  /** What is told and what follows from it. */
  readonly known: ReadonlyMap<string, Domain>;
  readonly papers: readonly NeededPaper[];
  readonly assessment: Assessment;
}

/**
 * @throws where the guide isn't the one the content was frozen under, or has no such line: whoever asks has mixed up
 *   two versions
 */
export function readContent<C extends SaidContent>(
  content: C,
  guide: CheckedGuide,
): ReadContent<C> {
  const { line: id, terms } = content;
  const program = programUnder(guide, id, terms);
  const regions = regionsFrom(guide.guide.regions);
  if (guide.guide.digest !== content.guide.digest || !program || !regions.ok) {
    throw new Error(`application ${content.application}: not the guide it was filled in under`);
  }
  const fields = new Map(Object.entries(content.fields));
  const entry = entryOfFields(fields, (fact) => listsOf(guide, fact));
  const { facts: given } = readQuestion(guide, regions.value, {
    facts: { ...ownFacts(guide, entry), ...content.settled },
    clocks: terms.clocks,
    asOf: content.asOf,
  });
  const { env } = prepare(program, given, '申报', new Map());
  return {
    content,
    guide,
    line: program.line.source,
    regions: regions.value,
    program,
    uses: factUses(program),
    entry,
    given,
    confirmed: confirmedSources(confirmedCells(fields, guide, regions.value)),
    known: new Map(
      Object.keys(guide.facts).flatMap((id): [string, Domain][] => {
        const domain = env.facts.get(id) ?? given.get(id)?.[0]?.domain;
        return domain ? [[id, domain]] : [];
      }),
    ),
    papers: papersFor(program, given),
    // Written by `assess` when the content was frozen, and never changed since.
    assessment: content.assessment as unknown as Assessment,
  };
}
