import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { switchable } from '@fuchi/record-round/new-settings';
import type { Regions } from '@fuchi/values/region';
import { faultText } from '../judge/fault-text.ts';
import type { RoundGround } from '../judge/round-faults.ts';
import { pastFaults, roundFaults } from '../judge/round-faults.ts';
import type { RoundNames } from '../round-names.ts';
import type { RoundContent } from '../sheet/round-sheet.ts';
import { organisationNames, unitsOfRounds } from './units-store.ts';

/** What a round is held against and told in: its guide, the units there are, what ids are called. */
export interface RoundWorld {
  readonly guide: CheckedGuide;
  readonly ground: RoundGround;
  readonly names: RoundNames;
}

/** Reads it for what is set or about to be. */
export async function roundWorld(
  db: Database | Work,
  regions: Regions,
  content: RoundContent,
): Promise<RoundWorld> {
  const guide = await guideOf(db, content.guide);
  const units = await unitsOfRounds(db);
  const organisations = await organisationNames(db, idsOf(content));
  const ids = (kind: 'office' | 'recommender') =>
    new Set(units.filter((unit) => unit.kind === kind).map(({ id }) => id));
  const places = new Map(regions.all.map(({ code, name }) => [code, name]));
  const titles = new Map(guide.lines.map(({ id, title }) => [id, title]));
  return {
    guide,
    ground: {
      lines: guide.lines,
      call: guide.call.map(({ clause }) => clause),
      readings: switchable(guide.guide),
      offices: ids('office'),
      recommenders: ids('recommender'),
      isPlace: (territory) => places.has(territory),
    },
    names: {
      line: (id) => titles.get(id) ?? id,
      place: (code) => places.get(code) ?? code,
      organisation: (id) => organisations.get(id) ?? id,
    },
  };
}

/** @param now where it is about to be published: then some deadline must be to come */
export function toldFaults(
  { settings, recommenders }: RoundContent,
  { ground, names }: RoundWorld,
  now?: Date,
): { path: string; message: string }[] {
  const faults = [
    ...roundFaults(settings, recommenders, ground),
    ...(now ? pastFaults(settings, now) : []),
  ];
  return faults.map((fault) => ({ path: fault.path, message: faultText(fault, names) }));
}

function idsOf({ settings, recommenders }: RoundContent): readonly string[] {
  const ids = [
    ...settings.lines.map(({ office }) => office),
    ...settings.limits.map(({ recommender }) => recommender),
    ...recommenders.flatMap(({ organisation, through }) => [organisation, through]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
