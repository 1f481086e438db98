import { confirmedCells } from '@fuchi/record-application/contract-confirmed';
import type { Judged } from '@fuchi/record-application/contract-judge';
import { leftOutRemarks } from '@fuchi/ui/facts/left-out-remarks';
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
    const said = new Map(leftOutRemarks(program, given));
    const say = (list: string, says: string) => said.set(list, [...(said.get(list) ?? []), says]);
    const cells = confirmedCells(values, data.guide, data.regions);
    for (const [list, sources] of confirmedSources(cells)) {
      for (const source of sources) say(list, `${source}。`);
    }
    for (const cell of cells) if (!cell.holds) say(cell.list.id, `${differsText(cell)}。`);
    return said;
  }, [program, given, values, data]);
}
