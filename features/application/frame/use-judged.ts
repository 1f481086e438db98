import { factUses } from '@fuchi/policy/assess/fact-uses';
import { type Judged, judgeDraft } from '@fuchi/record-application/contract-judge';
import type { SettledFact } from '@fuchi/ui/facts/field-context';
import { useDeferredValue, useMemo } from 'react';
import { useApplication } from './application-world.ts';

/** The draft as the guide judges it now, and what the line asks. */
export function useJudged() {
  const { view, data, program, draft } = useApplication();
  const { regions } = data;
  const { options } = view;
  const uses = useMemo(() => factUses(program), [program]);
  const values = useDeferredValue(draft.values);
  const settled = useMemo(
    () => Object.fromEntries(view.settled.map(({ fact, value }) => [fact, value])),
    [view.settled],
  );
  const judged: Judged = useMemo(
    () => judgeDraft(program, regions, values, settled, options, view.asOf),
    [program, regions, values, settled, options, view.asOf],
  );
  const shown = useMemo(
    (): ReadonlyMap<string, SettledFact> => new Map(view.settled.map((one) => [one.fact, one])),
    [view.settled],
  );
  return { ...judged, uses, settled: shown };
}
