import { join } from '../bounds/domain.ts';
import { truthOf } from '../bounds/evaluate.ts';
import type { CheckedPaper } from '../checked-guide.ts';
import type { GivenFacts } from '../facts/given.ts';
import { openDomain } from '../facts/open-domain.ts';
import { factsOf } from '../walk.ts';
import { prepare } from './prepare.ts';
import type { Program } from './program.ts';
import { settle } from './settle.ts';

/** Whether an applicant hands a paper in; unknown while the facts don't say. */
export interface NeededPaper {
  readonly paper: CheckedPaper;
  readonly needed: 'yes' | 'no' | 'unknown';
}

/**
 * The papers of a line, each with whether this applicant needs it.
 * @example papersFor(program, facts).filter((p) => p.needed !== 'no')
 */
export function papersFor(program: Program, given: GivenFacts): readonly NeededPaper[] {
  const { env } = prepare(program, given, '申报', new Map());
  // A fact that only a paper depends on is no fact of the line's conditions or amount: it is laid beside them.
  for (const id of program.line.papers.flatMap((p) => factsOf(p.when))) {
    const spec = program.specs.get(id);
    if (!spec || program.asked.includes(id)) continue;
    const told = (given.get(id) ?? []).map((s) => s.domain);
    env.facts.set(id, told.length > 0 ? told.reduce(join) : openDomain(spec));
  }
  return program.line.papers.map((paper): NeededPaper => {
    if (!paper.when) return { paper, needed: 'yes' };
    const { t, f } = truthOf(settle(paper.when, program.other), env);
    return { paper, needed: t && f ? 'unknown' : t ? 'yes' : 'no' };
  });
}
