import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';
import { useMemo } from 'react';
import type { Answers } from '../answers/answers.ts';
import { assessAll, compileAll } from '../assess-all.ts';
import { questionOf } from '../round-entry.ts';
import { type Group, type Standing, standings } from './standing.ts';

/** Where every line stands for these answers; compiled anew only when the round's rules change. */
export function useStandings(
  guide: CheckedGuide,
  regions: Regions,
  { facts, round }: Answers,
): {
  readonly groups: ReadonlyMap<Group, readonly Standing[]>;
  readonly faults: readonly InputFault[];
} {
  const { call, otherReadings } = round;
  const programs = useMemo(
    () => compileAll(guide, { call, otherReadings }),
    [guide, call, otherReadings],
  );
  return useMemo(() => {
    const { assessments, faults } = assessAll(guide, programs, regions, questionOf(facts, round));
    return { groups: standings(guide, assessments), faults };
  }, [guide, programs, regions, facts, round]);
}
