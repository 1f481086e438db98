import type { GivenFacts } from '../facts/given.ts';
import type { Verdict } from './assessment.ts';
import { settleConsistency } from './contradiction.ts';
import { judge } from './judge.ts';
import { prepare } from './prepare.ts';
import type { Program } from './program.ts';

/**
 * The verdict alone, without gaps, amount and advice: for whoever asks of many suppositions. Of sources that
 * disagree the first counts.
 * @example verdictOf(program, readGivenFacts(guide, { 兼并重组发起方企业: false }, context).facts) // 'ineligible'
 */
export function verdictOf(program: Program, given: GivenFacts): Verdict {
  const prepared = prepare(program, given, '申报', new Map());
  const settled = settleConsistency(
    program,
    prepared.env,
    (contested) => prepare(program, given, '申报', new Map(), contested).env,
  );
  return judge(program, settled.env, settled.contested).verdict;
}
