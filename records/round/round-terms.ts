import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { RoundSettings } from './contract.ts';
import { type ClockOf, clockOf } from './round-clock.ts';

/** What a round gives the assessment of an application, as `fuchi assess --round` reads it. */
export interface RoundTerms {
  /** The guide's clocks by name: 申报截止日期 … */
  readonly clocks: Readonly<Record<string, string>>;
  readonly call: readonly string[];
  readonly otherReadings: readonly string[];
}

/**
 * The terms of a round for one line and place. The guide's facts that a round supplies are its deadlines: each is the
 * day of the applicant's deadline.
 */
export function roundTerms(settings: RoundSettings, guide: CheckedGuide, of: ClockOf): RoundTerms {
  const deadline = clockOf(settings, 'applicant', of);
  const supplied = Object.values(guide.facts).filter((fact) => fact.supplied === '批次');
  // A deadline at 24:00 is the next day's first moment: the day it ends is the one before.
  const day = deadline && localDay(new Date(deadline.getTime() - 1));
  return {
    clocks: day === undefined ? {} : Object.fromEntries(supplied.map(({ id }) => [id, day])),
    call: settings.call,
    otherReadings: settings.otherReadings,
  };
}
