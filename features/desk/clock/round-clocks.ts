import type { ClockKind, RoundSettings } from '@fuchi/record-round/contract';
import { clockOf } from '@fuchi/record-round/round-clock';

/** Whose clocks: what a desk looks at. */
export interface ClockView {
  readonly kinds: readonly ClockKind[];
  /** The lines a duty is limited to; empty for all. */
  readonly lines: readonly string[];
  /** Region code of the organisation; null for the province's. */
  readonly territory: string | null;
}

/** One clock of a round, with the lines it runs for. */
export interface ShownClock {
  readonly kind: ClockKind;
  readonly at: Date;
  /** Lines that have this moment to themselves; null for all that have no other. */
  readonly lines: readonly string[] | null;
}

export interface RoundClocks {
  readonly clocks: readonly ShownClock[];
  /** Kinds of which places within sight have clocks of their own. */
  readonly elsewhere: readonly ClockKind[];
}

/**
 * The clocks of a round that concern a desk, by time. Lines with the same moment stand together; the moment of most
 * lines stands for all that have no other. A round with no line of the desk's open has none.
 */
export function roundClocks(
  settings: Pick<RoundSettings, 'clocks' | 'lines'>,
  { kinds, lines, territory }: ClockView,
): RoundClocks {
  const open = settings.lines
    .filter(({ line, open }) => open && (lines.length === 0 || lines.includes(line)))
    .map(({ line }) => line);
  const clocks = kinds.flatMap((kind) => clocksOfKind(settings, kind, open, territory));
  clocks.sort((a, b) => a.at.getTime() - b.at.getTime());
  const elsewhere = kinds.filter((kind) =>
    settings.clocks.some(
      (clock) =>
        clock.kind === kind &&
        clock.territory !== null &&
        liesWithin(clock.territory, territory) &&
        (clock.line === null || open.includes(clock.line)),
    ),
  );
  return { clocks, elsewhere: open.length === 0 ? [] : elsewhere };
}

function clocksOfKind(
  settings: Pick<RoundSettings, 'clocks'>,
  kind: ClockKind,
  open: readonly string[],
  territory: string | null,
): ShownClock[] {
  const byMoment = new Map<number, string[]>();
  for (const line of open) {
    const at = clockOf(settings, kind, { line, territory })?.getTime();
    if (at === undefined) continue;
    const same = byMoment.get(at);
    if (same) same.push(line);
    else byMoment.set(at, [line]);
  }
  const most = Math.max(...[...byMoment.values()].map((same) => same.length));
  const general = [...byMoment].find(([, same]) => same.length === most)?.[0];
  return [...byMoment].map(([at, same]) => ({
    kind,
    at: new Date(at),
    lines: at === general ? null : same,
  }));
}

/** Whether a place lies in a territory and isn't the territory itself. The province's desks see all. */
function liesWithin(place: string, territory: string | null): boolean {
  if (territory === null) return true;
  return territory.endsWith('00') && place !== territory && place.startsWith(territory.slice(0, 4));
}
