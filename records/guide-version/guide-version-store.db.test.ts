import { join } from 'node:path';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { checkGuideFiles, type LoadedGuide, loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideOf } from './guide-of.ts';
import { guideFiles, guideVersions, publishGuideVersion } from './guide-version-store.ts';

const NOW = new Date('2022-03-01T01:00:00Z');
let database: TestDatabase;
let shipped: LoadedGuide;
beforeAll(async () => {
  database = await openTestDatabase();
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  shipped = loaded;
});
afterAll(() => database.close());

const publish = (loaded: LoadedGuide) =>
  changeOrRefuse<boolean, string>(database.db, BY_PROGRAM, NOW, async (work, record, refuse) => {
    const done = await publishGuideVersion(work, record, loaded, { account: null, now: NOW });
    if ('refused' in done) return refuse(done.refused.digest);
    // Nothing is written where it is there already; a change says something happened.
    return done.fresh || refuse('there');
  });
const edited = (path: string, from: string, to: string) =>
  checkGuideFiles(
    new Map(
      [...shipped.files].map(([name, text]) => [
        name,
        name === path ? text.replace(from, to) : text,
      ]),
    ),
  );

test('发布以后读回来，一字不差，摘要与命令行定版的一样', async () => {
  expect(await publish(shipped)).toEqual({ ok: true, value: true });
  const { id, version, title, digest } = shipped.checked.guide;
  expect(await guideVersions(database.db)).toEqual([
    { digest, guide: id, version, title, publishedAt: NOW },
  ]);
  expect(new Map([...((await guideFiles(database.db, digest)) ?? [])].sort())).toEqual(
    new Map([...shipped.files].sort()),
  );
  const read = await guideOf(database.db, digest);
  expect(read).toEqual(shipped.checked);
  expect(await guideOf(database.db, digest)).toBe(read);
  const events = await database.db.selectFrom('event').selectAll().execute();
  expect(events).toMatchObject([
    { kind: 'guide-published', subject_kind: 'guide', subject_id: digest, guide_digest: digest },
  ]);
});

test('同一版本再发一次还是它；内容不同就不收，换了版本号才收', async () => {
  const { digest, version } = shipped.checked.guide;
  expect(await publish(shipped)).toEqual({ ok: false, refused: 'there' });
  const other = edited('calendars.yaml', '全书只写这一处', '全书只写在这一处');
  expect(other.faults).toEqual([]);
  expect(other.checked.guide.digest).not.toBe(digest);
  expect(await publish(other)).toEqual({ ok: false, refused: digest });
  const next = edited('guide.yaml', `版本: ${version}`, '版本: 1.0.1');
  expect(await publish(next)).toEqual({ ok: true, value: true });
});

test('同时发布同一版本的两种内容，只有一种成', async () => {
  const one = edited('guide.yaml', '版本: 1.0.0', '版本: 2.0.0');
  const two = checkGuideFiles(new Map([...one.files, ['reference/notes.yaml', '备注: 另一种\n']]));
  const done = await Promise.all([publish(one), publish(two)]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
});

test('有错的指南不发布，也不留下什么', async () => {
  const broken = edited('call.yaml', '1个', '1');
  expect(broken.faults).not.toEqual([]);
  const before = (await guideVersions(database.db)).length;
  await expect(publish(broken)).rejects.toThrow('with faults');
  expect(await guideVersions(database.db)).toHaveLength(before);
});

test('没有发布过的摘要是故障', async () => {
  await expect(guideOf(database.db, 'f'.repeat(64))).rejects.toThrow('no guide was published');
});
