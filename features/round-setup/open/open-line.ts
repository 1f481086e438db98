import type { ClockKind, RoundSettings } from '@fuchi/record-round/contract';
import { clockOf } from '@fuchi/record-round/round-clock';

/** The clocks of a line for whoever has none of his place's own, and where the line stands by them. */
export function openLine(settings: Pick<RoundSettings, 'clocks'>, line: string, now: Date) {
  const at = (kind: ClockKind) => clockOf(settings, kind, { line, territory: null });
  const text = (moment: Date | undefined) => moment?.toISOString() ?? null;
  const [opening, deadline] = [at('opening'), at('applicant')];
  return {
    line,
    opening: text(opening),
    deadline: text(deadline),
    county: text(at('county')),
    city: text(at('city')),
    phase: phaseOf(opening, deadline, now),
    placesDiffer: settings.clocks.some(
      (clock) => clock.territory !== null && (clock.line === null || clock.line === line),
    ),
  };
}

/** The deadline's own moment is in time, as it is for who submits. */
function phaseOf(
  opening: Date | undefined,
  deadline: Date | undefined,
  now: Date,
): 'not-yet' | 'open' | 'over' {
  if (!opening || !deadline || now < opening) return 'not-yet';
  return now <= deadline ? 'open' : 'over';
}
