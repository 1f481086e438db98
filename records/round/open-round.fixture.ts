import { join } from 'node:path';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { publishGuideVersion } from '@fuchi/record-guide-version/guide-version-store';
import type { RoundSettings } from './contract.ts';

/**
 * A round over the shipped guide, open from 2022-03-16 to 2022-04-15 17:00 for every line one applies for, with all
 * conditions of the call; for tests. @returns its id
 */
export async function openRoundForTests(
  db: Database,
  now: Date,
  more: Partial<RoundSettings> = {},
): Promise<string> {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const { digest } = loaded.checked.guide;
  const there = await db
    .selectFrom('guide_version')
    .select('digest')
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (!there) {
    await change(db, BY_PROGRAM, now, (work, record) =>
      publishGuideVersion(work, record, loaded, { account: null, now }),
    );
  }
  const settings: RoundSettings = {
    lines: loaded.checked.lines
      .filter((line) => line.mode === '申报')
      .map((line) => ({ line: line.id, open: true, office: null })),
    clocks: [
      { kind: 'opening', line: null, territory: null, at: '2022-03-16T09:00:00+08:00' },
      { kind: 'applicant', line: null, territory: null, at: '2022-04-15T17:00:00+08:00' },
      { kind: 'county', line: null, territory: null, at: '2022-04-22T17:00:00+08:00' },
      { kind: 'city', line: null, territory: null, at: '2022-04-29T17:00:00+08:00' },
    ],
    routes: [],
    limits: [],
    call: loaded.checked.call.map((condition) => condition.clause),
    otherReadings: [],
    oneApplication: 'blocks',
    sameProject: 'warns',
    publication: { received: false, notice: true, award: true },
    chains: [],
    ...more,
  };
  const { id } = await db
    .insertInto('round')
    .values({
      year: '2022',
      name: '2022年度申报批次',
      guide_digest: digest,
      state: 'open',
      settings: JSON.stringify(settings),
      created_at: now,
      opened_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
