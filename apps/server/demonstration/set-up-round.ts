import type { GuideSource } from '@fuchi/assessment/http';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { publishGuideVersion } from '@fuchi/record-guide-version/guide-version-store';
import type { ClockKind, RoundClock } from '@fuchi/record-round/contract';
import { newSettings } from '@fuchi/record-round/new-settings';
import { changeRound, createRound, lockRound } from '@fuchi/record-round/round-write';
import { officeOfLine } from './offices.ts';
import type { DemonstrationRecommender } from './recommenders.ts';

/** When the round of the demonstration opens, and its clock begins. */
export const OPENING = '2022-03-16T09:00:00+08:00';

/** The guide leaves its deadlines to the yearly call; these are the demonstration's own. */
const CLOCKS: Readonly<Record<ClockKind, string>> = {
  opening: OPENING,
  applicant: '2022-04-29T17:00:00+08:00',
  county: '2022-05-10T17:00:00+08:00',
  city: '2022-05-20T17:00:00+08:00',
};

export interface RoundSetUp {
  readonly source: GuideSource;
  /** Id of the organisation by its key. */
  readonly units: ReadonlyMap<string, string>;
  readonly recommenders: readonly DemonstrationRecommender[];
  /** In whose name the guide is published. */
  readonly account: string;
  readonly now: Date;
}

/** Publishes the guide and opens its round with every line that is applied for, all clocks, and who recommends. */
export async function setUpRound(
  work: Work,
  record: Recorder,
  { source, units, recommenders, account, now }: RoundSetUp,
): Promise<void> {
  const { guide, files } = source;
  const loaded = { checked: guide, files, faults: [], lookAlikes: [] };
  const published = await publishGuideVersion(work, record, loaded, { account, now });
  if ('refused' in published) throw new Error('another guide of this version is published');
  const unit = (key: string) => idOf(units, key);
  const settings = newSettings(guide);
  const { year, title } = guide.guide;
  const register = recommenders
    .filter(({ department }) => department === '工信')
    .map(({ key, territory, parent }) => ({
      organisation: unit(key),
      territory,
      through: parent === undefined ? null : unit(parent),
    }));
  const id = await createRound(
    work,
    record,
    {
      year,
      name: `${title.replace(/指南$/u, '')}申报（示例）`,
      guide: published.digest,
      settings: {
        ...settings,
        lines: settings.lines.map((line) => ({ ...line, office: unit(officeOfLine(line.line)) })),
        clocks: Object.entries(CLOCKS).map(
          ([kind, at]): RoundClock => ({
            kind: kind as ClockKind,
            line: null,
            territory: null,
            at,
          }),
        ),
      },
      recommenders: register,
    },
    now,
  );
  const round = await lockRound(work, id);
  if (!round) throw new Error('the round is gone');
  await changeRound(work, record, round, { state: 'open' }, { kind: 'round-published' }, now);
}

function idOf(units: ReadonlyMap<string, string>, key: string): string {
  const id = units.get(key);
  if (id === undefined) throw new Error(`the demonstration has no unit ${key}`);
  return id;
}
