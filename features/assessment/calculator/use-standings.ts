import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import type { InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';
import { useCallback, useMemo } from 'react';
import type { Answers } from '../answers/answers.ts';
import { compileAll } from '../assess-all.ts';
import { assessingChanged } from '../assess-changed.ts';
import { questionOf, type RoundEntry } from '../round-entry.ts';
import { type Group, type Standing, sortingStandings } from './standing.ts';

/** The time all lines took, as the browser's profiler shows it. */
const MEASURE = 'fuchi lines';

/** One value for all answers without a fault, so that fields aren't drawn anew with every keystroke elsewhere. */
const NO_FAULTS: readonly InputFault[] = [];

export interface Standings {
  readonly groups: ReadonlyMap<Group, readonly Standing[]>;
  readonly faults: readonly InputFault[];
}

/**
 * Where every line stands for these answers, and the way to ask it of others; compiled anew only when the round's
 * rules change.
 */
export function useStandings(
  guide: CheckedGuide,
  regions: Regions,
  answers: Answers,
): Standings & { readonly standFor: (answers: Answers) => Standings } {
  const { facts, round } = answers;
  const { call, otherReadings } = round;
  const programs = useMemo(
    () => compileAll(guide, { call, otherReadings }),
    [guide, call, otherReadings],
  );
  const assess = useMemo(
    () => assessingChanged(guide, programs, regions),
    [guide, programs, regions],
  );
  const sort = useMemo(() => sortingStandings(guide), [guide]);
  const stand = useCallback(
    (facts: Entry, round: RoundEntry): Standings => {
      const start = performance.now();
      const { assessments, faults } = assess(questionOf(facts, round));
      // Only the last one is kept: for the bench, and for whoever looks with the browser's tools.
      performance.clearMeasures(MEASURE);
      performance.measure(MEASURE, { start });
      return {
        groups: sort(assessments, facts),
        faults: faults.length === 0 ? NO_FAULTS : faults,
      };
    },
    [assess, sort],
  );
  const now = useMemo(() => stand(facts, round), [stand, facts, round]);
  const standFor = useCallback((of: Answers) => stand(of.facts, of.round), [stand]);
  return { ...now, standFor };
}
