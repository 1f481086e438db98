import type { RoundRecommender, RoundSettings } from '@fuchi/record-round/contract';
import { CHAIN_COMMANDS, CHAINS, chainFaults } from '@fuchi/record-round/contract-chains';
import { isAppliedFor } from '@fuchi/record-round/new-settings';
import { readSealRoots } from '@fuchi/record-round/seal-roots';
import { clockFaults } from './clock-faults.ts';
import { recommenderFaults } from './recommender-faults.ts';
import type { RoundFault, RoundFaultCode } from './round-fault.ts';

/** What a round is held against: its guide, the units there are, the places. */
export interface RoundGround {
  readonly lines: readonly { readonly id: string; readonly mode: string }[];
  readonly call: readonly string[];
  readonly readings: readonly string[];
  /** Ids of offices and of recommenders that exist today. */
  readonly offices: ReadonlySet<string>;
  readonly recommenders: ReadonlySet<string>;
  readonly isPlace: (territory: string) => boolean;
}

/** Everything that keeps a round from being published, all at once. */
export function roundFaults(
  settings: RoundSettings,
  recommenders: readonly RoundRecommender[],
  ground: RoundGround,
): readonly RoundFault[] {
  const open = new Map(settings.lines.map(({ line, open: isOpen }) => [line, isOpen]));
  const known = new Set(ground.lines.map(({ id }) => id));
  return [
    ...lineFaults(settings, ground),
    ...clockFaults(settings, {
      isOpen: (line) => (known.has(line) ? (open.get(line) ?? false) : undefined),
      isPlace: ground.isPlace,
      recommended: {
        direct: recommenders.some(({ through }) => through === null),
        throughCity: recommenders.some(({ through }) => through !== null),
      },
    }),
    ...recommenderFaults(settings, recommenders, ground),
    ...ruleFaults(settings, recommenders, ground, known),
    ...sealFaults(settings),
    ...chainsFaults(settings),
  ];
}

/**
 * A round all of whose deadlines for applicants have passed opens nothing.
 * @param now what is published or opened anew is held against it
 */
export function pastFaults({ clocks }: Pick<RoundSettings, 'clocks'>, now: Date): RoundFault[] {
  const deadlines = clocks.filter(({ kind }) => kind === 'applicant');
  const past = deadlines.length > 0 && deadlines.every(({ at }) => new Date(at) <= now);
  return past ? [fault('clocks.general.applicant', 'deadline-past')] : [];
}

function lineFaults({ lines }: RoundSettings, ground: RoundGround): RoundFault[] {
  const modes = new Map(ground.lines.map(({ id, mode }) => [id, mode]));
  const faults = lines.flatMap(({ line, open, office }, index) => {
    const facts = { line, mode: modes.get(line) ?? '' };
    const of = (part: string, code: RoundFaultCode) => fault(`lines.${line}${part}`, code, facts);
    if (lines.findIndex((other) => other.line === line) < index) return [of('', 'line-twice')];
    const mode = modes.get(line);
    if (mode === undefined) return [of('', 'line-unknown')];
    if (!open) return [];
    return [
      ...(isAppliedFor(mode) ? [] : [of('', 'line-not-applied-for')]),
      ...(office === null ? [of('.office', 'office-missing')] : []),
      ...(office !== null && !ground.offices.has(office) ? [of('.office', 'office-gone')] : []),
    ];
  });
  return lines.some(({ open }) => open) ? faults : [fault('lines', 'no-line-open'), ...faults];
}

function ruleFaults(
  { routes, limits, call, otherReadings }: RoundSettings,
  recommenders: readonly RoundRecommender[],
  { isPlace, ...ground }: RoundGround,
  known: ReadonlySet<string>,
): RoundFault[] {
  const own = new Set(recommenders.map(({ organisation }) => organisation));
  const ofRoutes = routes.flatMap(({ line, territory }, index) => {
    const of = (code: RoundFaultCode) =>
      fault(`routes.${index}`, code, { line: line ?? '', territory: territory ?? '' });
    const first = routes.findIndex((r) => r.line === line && r.territory === territory);
    return [
      ...(first < index ? [of('route-twice')] : []),
      ...(line === null || known.has(line) ? [] : [of('route-unknown-line')]),
      ...(territory === null || isPlace(territory) ? [] : [of('route-unknown-place')]),
    ];
  });
  const ofLimits = limits.flatMap(({ line, recommender }, index) => {
    const of = (code: RoundFaultCode) => fault(`limits.${index}`, code, { line: line ?? '' });
    const first = limits.findIndex((l) => l.line === line && l.recommender === recommender);
    return [
      ...(first < index ? [of('limit-twice')] : []),
      ...(line === null || known.has(line) ? [] : [of('limit-unknown-line')]),
      ...(recommender === null || own.has(recommender) ? [] : [of('limit-unknown-recommender')]),
    ];
  });
  const unknown = (ids: readonly string[], from: readonly string[]) =>
    ids.filter((id) => !from.includes(id));
  return [
    ...ofRoutes,
    ...ofLimits,
    ...unknown(call, ground.call).map((id) => fault(`call.${id}`, 'call-unknown', { id })),
    ...unknown(otherReadings, ground.readings).map((id) =>
      fault(`otherReadings.${id}`, 'reading-unknown', { id }),
    ),
  ];
}

function sealFaults({ electronicSeal }: RoundSettings): RoundFault[] {
  if (!electronicSeal) return [];
  return readSealRoots(electronicSeal.roots).faults.map(({ code, line, name }) =>
    fault('electronicSeal.roots', code, { line: String(line), name, what: name }),
  );
}

function chainsFaults({ chains }: RoundSettings): RoundFault[] {
  return chains.flatMap(({ command, steps }, index) => {
    const spec = CHAIN_COMMANDS.find((each) => each === command);
    const of = (code: RoundFaultCode) =>
      fault(`chains.${command}`, code, { chain: spec ? CHAINS[spec].name : command });
    if (spec === undefined) return [of('chain-unknown')];
    if (chains.findIndex((other) => other.command === command) < index) return [of('chain-twice')];
    return chainFaults(steps).map(({ code }) => of(`chain-${code}`));
  });
}

function fault(
  path: string,
  code: RoundFaultCode,
  facts: Readonly<Record<string, string>> = {},
): RoundFault {
  return { path, code, facts };
}
