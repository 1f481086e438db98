import type { Guide } from '@fuchi/guide/guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { formatDate, parseDate } from '@fuchi/values/date';
import { CLOCKS, type ClockKind, type RoundClock, type RoundSettings } from './contract.ts';
import { CHAIN_COMMANDS, CHAINS } from './contract-chains.ts';

/** Modes of which enterprises hand something in. */
const APPLIED_FOR: readonly string[] = ['申报', '免申即享'];

/** Whether a line of such a mode can be opened in a round: the others the guide settles elsewhere. */
export function isAppliedFor(mode: string): boolean {
  return APPLIED_FOR.includes(mode);
}

/** What a round begins with: every line that is applied for, the conditions of the yearly call, the usual chains. */
export function newSettings({ guide }: CheckedGuide): RoundSettings {
  return {
    lines: guide.lines.map(({ id, mode }) => ({
      line: id,
      open: isAppliedFor(mode),
      office: null,
    })),
    clocks: clocksOfGuide(guide),
    routes: [],
    limits: [],
    call: guide.call.map(({ clause }) => clause),
    otherReadings: [],
    oneApplication: 'warns',
    sameProject: 'warns',
    publication: { received: false, notice: true, award: true },
    chains: CHAIN_COMMANDS.map((command) => ({
      command,
      steps: CHAINS[command].steps.map((step) => ({ ...step })),
    })),
  };
}

/**
 * What a round takes over from an earlier one: whatever the guide still knows. Deadlines are new each year; limits of
 * single recommenders stand with them.
 */
export function carriedOver(earlier: RoundSettings, guide: CheckedGuide): RoundSettings {
  const fresh = newSettings(guide);
  const lines = new Set(fresh.lines.map(({ line }) => line));
  const known = (line: string | null) => line === null || lines.has(line);
  const call = new Set(fresh.call);
  const readings = new Set(switchable(guide.guide));
  const before = new Map(earlier.lines.map((line) => [line.line, line]));
  return {
    ...earlier,
    lines: fresh.lines.map((line) => {
      const old = before.get(line.line);
      return old ? { ...line, open: line.open && old.open, office: old.office } : line;
    }),
    clocks: fresh.clocks,
    routes: earlier.routes.filter(({ line }) => known(line)),
    limits: earlier.limits.filter(({ line }) => known(line)),
    call: earlier.call.filter((id) => call.has(id)),
    otherReadings: earlier.otherReadings.filter((id) => readings.has(id)),
  };
}

/** Readings a round may take the other way: those whose other reading is in the data. */
export function switchable({ readings }: Pick<Guide, 'readings'>): readonly string[] {
  return readings.filter(({ form, other }) => form === '数据' && other !== '').map(({ id }) => id);
}

const OF_DAY: Readonly<Record<ClockKind, string>> = {
  opening: 'T09:00:00+08:00',
  applicant: 'T17:00:00+08:00',
  county: 'T17:00:00+08:00',
  city: 'T17:00:00+08:00',
};

/** Days the guide's calendars name as a clock is named; a guide that leaves them to the call has none. */
function clocksOfGuide({ calendars }: Guide): RoundClock[] {
  const kinds = Object.keys(CLOCKS) as ClockKind[];
  return kinds.flatMap((kind) => {
    const day = calendars.find(({ id }) => id === CLOCKS[kind])?.value.text;
    const date = day === undefined ? undefined : parseDate(day);
    if (!date?.ok) return [];
    return [{ kind, line: null, territory: null, at: formatDate(date.value) + OF_DAY[kind] }];
  });
}
