import {
  CLOCKS,
  type ClockKind,
  type RoundClock,
  type RoundSettings,
} from '@fuchi/record-round/contract';
import { clockFor } from '@fuchi/record-round/round-clock';
import type { RoundFault } from './round-fault.ts';

/** What the clocks are held against. */
export interface ClockGround {
  /** Whether a line is open; undefined for one the guide hasn't. */
  readonly isOpen: (line: string) => boolean | undefined;
  readonly isPlace: (territory: string) => boolean;
  /** Whether anybody reports to the province, and whether anybody does so through a city. */
  readonly recommended: { readonly direct: boolean; readonly throughCity: boolean };
}

type Clocks = Pick<RoundSettings, 'clocks'>;

/** Which follows which, and whether it must come later or may come at the same moment. */
const ORDER: readonly (readonly [ClockKind, ClockKind, 'later' | 'not-earlier'])[] = [
  ['opening', 'applicant', 'later'],
  ['applicant', 'county', 'later'],
  ['applicant', 'city', 'later'],
  ['county', 'city', 'not-earlier'],
];

/**
 * All faults of a round's clocks at once: the general ones that are missing, two for one thing, whom they are for, and
 * for every line and place with a clock of its own whether what counts there follows in order.
 */
export function clockFaults(settings: Clocks, ground: ClockGround): readonly RoundFault[] {
  return [
    ...missing(settings, ground),
    ...settings.clocks.flatMap((clock, index) => ofClock(settings, clock, index, ground)),
    ...outOfOrder(settings),
  ];
}

function missing({ clocks }: Clocks, { recommended }: ClockGround): RoundFault[] {
  const needed: readonly (readonly [ClockKind, boolean])[] = [
    ['opening', true],
    ['applicant', true],
    ['county', recommended.throughCity],
    ['city', recommended.direct],
  ];
  return needed.flatMap(([kind, isNeeded]) => {
    const there = clocks.some((c) => c.kind === kind && c.line === null && c.territory === null);
    if (there || !isNeeded) return [];
    return [
      { path: `clocks.general.${kind}`, code: 'clock-missing', facts: { clock: CLOCKS[kind] } },
    ];
  });
}

function ofClock(
  { clocks }: Clocks,
  clock: RoundClock,
  index: number,
  { isOpen, isPlace }: ClockGround,
): RoundFault[] {
  const { kind, line, territory } = clock;
  const facts = { clock: CLOCKS[kind], line: line ?? '', territory: territory ?? '' };
  const fault = (code: RoundFault['code']): RoundFault => ({
    path: `clocks.${index}`,
    code,
    facts,
  });
  const first = clocks.findIndex(
    (other) => other.kind === kind && other.line === line && other.territory === territory,
  );
  const open = line === null ? true : isOpen(line);
  return [
    ...(first < index ? [fault('clock-twice')] : []),
    ...(open === undefined ? [fault('clock-unknown-line')] : []),
    ...(open === false ? [fault('clock-closed-line')] : []),
    ...(territory === null || isPlace(territory) ? [] : [fault('clock-unknown-place')]),
  ];
}

/** Looks at every line and place that has a clock of its own; what is wrong with the same two clocks is told once. */
function outOfOrder(settings: Clocks): RoundFault[] {
  const { clocks } = settings;
  const lines = [...new Set([null, ...clocks.map(({ line }) => line)])];
  const places = [...new Set([null, ...clocks.map(({ territory }) => territory)])];
  const told = new Set<string>();
  const faults: RoundFault[] = [];
  for (const line of lines) {
    for (const territory of places) {
      const at = (kind: ClockKind) => clockFor(settings, kind, { line, territory });
      for (const [earlier, later, how] of ORDER) {
        const [first, second] = [at(earlier), at(later)];
        if (!first || !second || follows(first, second, how)) continue;
        const [i, j] = [clocks.indexOf(first), clocks.indexOf(second)];
        if (told.has(`${i} ${j}`)) continue;
        told.add(`${i} ${j}`);
        const facts = {
          how,
          clock: CLOCKS[later],
          at: second.at,
          than: CLOCKS[earlier],
          thanAt: first.at,
          line: line ?? '',
          territory: territory ?? '',
        };
        faults.push({ path: `clocks.${j}`, code: 'clock-order', facts });
      }
    }
  }
  return faults;
}

function follows(first: RoundClock, second: RoundClock, how: 'later' | 'not-earlier'): boolean {
  const between = Date.parse(second.at) - Date.parse(first.at);
  return how === 'later' ? between > 0 : between >= 0;
}
