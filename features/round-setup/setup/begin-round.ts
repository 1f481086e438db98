import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { guideVersion } from '@fuchi/record-guide-version/guide-version-store';
import { carriedOver, newSettings } from '@fuchi/record-round/new-settings';
import { roundById } from '@fuchi/record-round/round-store';
import { createRound } from '@fuchi/record-round/round-write';
import { badPart, type RoundRefusal } from '../refusal.ts';
import { registerLike, registerOfUnits } from './register-of-units.ts';
import { contentOf } from './round-in-reach.ts';
import { unitsOfRounds } from './units-store.ts';

interface Asked {
  readonly year: string;
  readonly name: string;
  readonly guide: string;
  /** An earlier round to take over from; null for a fresh start. */
  readonly like: string | null;
}

/**
 * Begins a round: as the guide prefills it with every recommender there is, or like an earlier one as far as it still
 * fits. @returns its id
 */
export async function beginRound(
  work: Work,
  record: Recorder,
  { year, name, guide: digest, like }: Asked,
  refuse: (why: RoundRefusal) => never,
  now: Date,
): Promise<string> {
  if (!(await guideVersion(work, digest))) {
    const fault = badPart(
      'guide',
      'no-such-guide',
      '没有发布过这个指南版本',
      'No such guide version',
    );
    return refuse({ code: 'faults', faults: [fault] });
  }
  const guide = await guideOf(work, digest);
  const earlier = like === null ? undefined : await roundById(work, like);
  if (like !== null && !earlier) {
    const fault = badPart('like', 'no-such-round', '没有这个批次', 'No such round');
    return refuse({ code: 'faults', faults: [fault] });
  }
  const settings = earlier ? carriedOver(earlier.settings, guide) : newSettings(guide);
  const units = (await unitsOfRounds(work)).filter(({ kind }) => kind === 'recommender');
  const recommenders = earlier
    ? registerLike((await contentOf(work, earlier)).recommenders, units)
    : registerOfUnits(
        units.map((unit) => ({
          id: unit.id,
          territory: unit.territory ?? null,
          through: unit.parent ?? null,
        })),
        [],
      );
  return createRound(work, record, { year, name, guide: digest, settings, recommenders }, now);
}
