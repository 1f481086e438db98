import type { ClockKind, RoundClock, RoundSettings } from './contract.ts';

/** Whom a clock is for. */
export interface ClockOf {
  readonly line: string;
  /** Region code of the applicant's place; null where it is none. */
  readonly territory: string | null;
}

/**
 * When a clock of a round runs out. The most particular one counts: of the line in the place, then of the line, then of
 * the place, then the general one; of places a county before its city.
 * @returns undefined where the round sets none
 * @example clockOf(settings, 'applicant', { line: 'merger', territory: '320583' })
 */
export function clockOf(
  settings: Pick<RoundSettings, 'clocks'>,
  kind: ClockKind,
  of: ClockOf,
): Date | undefined {
  const found = clockFor(settings, kind, of);
  return found && new Date(found.at);
}

/** Of which entry `clockOf` takes the moment. A line or place of null is one that has nothing of its own. */
export function clockFor(
  settings: Pick<RoundSettings, 'clocks'>,
  kind: ClockKind,
  { line, territory }: { readonly line: string | null; readonly territory: string | null },
): RoundClock | undefined {
  const places = territory === null ? [] : [territory, `${territory.slice(0, 4)}00`];
  const lines = line === null ? [null] : [line, null];
  for (const wantedLine of lines) {
    for (const place of [...places, null]) {
      const found = settings.clocks.find(
        (clock) => clock.kind === kind && clock.line === wantedLine && clock.territory === place,
      );
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Whether something may still be done: the deadline's own moment is in time, what comes a moment later isn't. Without
 * a clock nothing has begun, so that a forgotten clock opens nothing.
 */
export function isInTime(settings: Pick<RoundSettings, 'clocks'>, of: ClockOf, now: Date): boolean {
  const opening = clockOf(settings, 'opening', of);
  const deadline = clockOf(settings, 'applicant', of);
  return opening !== undefined && deadline !== undefined && opening <= now && now <= deadline;
}
