import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Regions } from '@fuchi/values/region';
import { useMemo } from 'react';
import { type Gate, gatesOf } from './gates.ts';

/** The guide's gates, found when they are first asked for: the page's first sight shouldn't wait for them. */
export function useGates(guide: CheckedGuide, regions: Regions): () => readonly Gate[] {
  return useMemo(() => {
    let found: readonly Gate[] | undefined;
    return () => {
      found ??= gatesOf(guide, regions);
      return found;
    };
  }, [guide, regions]);
}
