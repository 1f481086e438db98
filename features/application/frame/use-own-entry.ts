import type { Entry } from '@fuchi/policy/facts/entry';
import { entryOfFields } from '@fuchi/record-application/contract-entry';
import { listsOf } from '@fuchi/record-application/contract-judge';
import { useMemo } from 'react';
import { useApplication } from './application-world.ts';

/** What the applicant has told, as it stands at this moment: what is typed isn't deferred. */
export function useOwnEntry(): Entry {
  const { draft, data } = useApplication();
  const { values } = draft;
  return useMemo(
    () => entryOfFields(values, (fact) => listsOf(data.guide, fact)),
    [values, data.guide],
  );
}
