import { leftOut } from '@fuchi/policy/assess/left-out';
import { leftOutTexts } from '@fuchi/policy/sentence/left-out';
import { confirmedCells } from '@fuchi/record-application/contract-confirmed';
import type { Judged } from '@fuchi/record-application/contract-judge';
import { citedClause } from '@fuchi/ui/clause-words';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { useDeferredValue, useMemo } from 'react';
import { confirmedSources, differsText } from '../annexes/confirmed-words.ts';
import { useApplication } from './application-world.ts';

/** What is worth knowing of lists, by the list's id: rows that count for nothing, and whose word figures are. */
export function useRemarks({
  program,
  given,
}: Pick<Judged, 'program' | 'given'>): ReadonlyMap<string, readonly string[]> {
  const { data, draft } = useApplication();
  const values = useDeferredValue(draft.values);
  return useMemo(() => {
    const said = new Map<string, readonly string[]>();
    const say = (list: string, says: string) => said.set(list, [...(said.get(list) ?? []), says]);
    const out = leftOutTexts(leftOut(program, given), program.specs, rowWord);
    for (const { list, says, clause } of out) {
      const cited = clause === '' ? '' : `，${citedClause(clause)}`;
      say(list.replace(/\..*$/, ''), `${says}${cited}。`);
    }
    const cells = confirmedCells(values, data.guide, data.regions);
    for (const [list, sources] of confirmedSources(cells)) {
      for (const source of sources) say(list, `${source}。`);
    }
    for (const cell of cells) if (!cell.holds) say(cell.list.id, `${differsText(cell)}。`);
    return said;
  }, [program, given, values, data]);
}
