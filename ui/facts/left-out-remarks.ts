import { leftOut } from '@fuchi/policy/assess/left-out';
import type { Program } from '@fuchi/policy/assess/program';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { leftOutTexts } from '@fuchi/policy/sentence/left-out';
import { citedClause } from '../clause-words.ts';
import { rowWord } from './row-word.ts';

/**
 * Rows that count for nothing, by their list's id, as one says it below the list.
 * @example leftOutRemarks(program, given).get('设备发票')
 * // ['设备发票第3张不计入“设备发票金额”：付款日期2022-01-05不在支持期间（2021-01-01至2021-12-31），条款2。']
 */
export function leftOutRemarks(
  program: Program,
  given: GivenFacts,
): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, readonly string[]>();
  for (const { list, says, clause } of leftOutTexts(
    leftOut(program, given),
    program.specs,
    rowWord,
  )) {
    const outer = list.replace(/\..*$/, '');
    const cited = clause === '' ? '' : `，${citedClause(clause)}`;
    said.set(outer, [...(said.get(outer) ?? []), `${says}${cited}。`]);
  }
  return said;
}
