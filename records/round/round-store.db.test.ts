import { randomBytes } from 'node:crypto';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoundSettings } from './contract.ts';
import { roundRecommenders } from './round-recommender-store.ts';
import { allRounds, openRounds, roundById } from './round-store.ts';
import { changeRound, createRound, lockRound, type RoundChange } from './round-write.ts';

const NOW = new Date('2022-03-10T01:00:00Z');
const LATER = new Date('2022-03-11T01:00:00Z');
const SETTINGS: RoundSettings = {
  lines: [{ line: 'merger', open: true, office: null }],
  clocks: [{ kind: 'opening', line: null, territory: null, at: '2022-03-16T09:00:00+08:00' }],
  routes: [],
  limits: [],
  call: ['call-1a'],
  otherReadings: [],
  oneApplication: 'warns',
  sameProject: 'warns',
  publication: { received: false, notice: true, award: true },
  chains: [],
};
let database: TestDatabase;
let guide: string;
beforeAll(async () => {
  database = await openTestDatabase();
  guide = randomBytes(32).toString('hex');
  await database.db
    .insertInto('guide_version')
    .values({
      digest: guide,
      guide: 'g',
      version: '1.0.0',
      title: '示例指南',
      files: '{}',
      published_at: NOW,
    })
    .execute();
});
afterAll(() => database.close());

const create = () =>
  change(database.db, BY_PROGRAM, NOW, (work, record) =>
    createRound(
      work,
      record,
      { year: '2022', name: '示例批次', guide, settings: SETTINGS, recommenders: [] },
      NOW,
    ),
  );
const changed = (id: string, to: RoundChange, event: string, now = LATER) =>
  change(database.db, BY_PROGRAM, now, async (work, record) => {
    const round = await lockRound(work, id);
    if (!round) throw new Error('no round');
    await changeRound(work, record, round, to, { kind: event }, now);
  });
const lastEvent = (id: string) =>
  database.db
    .selectFrom('event')
    .select(['kind', 'before', 'after', 'guide_digest'])
    .where('subject_kind', '=', 'round')
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();

test('从编制到发布、结束、再开放：时刻和修订数都对', async () => {
  const id = await create();
  expect(await roundById(database.db, id)).toMatchObject({
    state: 'draft',
    revision: 1,
    settings: SETTINGS,
    openedAt: null,
  });
  expect((await openRounds(database.db)).map((r) => r.id)).not.toContain(id);
  await changed(id, { state: 'open' }, 'round-published');
  expect((await openRounds(database.db)).map((r) => r.id)).toContain(id);
  await changed(id, { state: 'closed' }, 'round-closed');
  expect(await roundById(database.db, id)).toMatchObject({
    state: 'closed',
    revision: 3,
    openedAt: LATER,
    closedAt: LATER,
  });
  await changed(id, { state: 'open' }, 'round-reopened', new Date('2022-05-01T00:00:00Z'));
  expect(await roundById(database.db, id)).toMatchObject({
    state: 'open',
    openedAt: LATER,
    closedAt: null,
  });
  expect((await allRounds(database.db)).map((r) => r.id)).toContain(id);
});

test('事件记下改了什么、改以前是什么，没有改的不记', async () => {
  const id = await create();
  await changed(id, { settings: { ...SETTINGS, call: [] }, name: '另一个名称' }, 'round-saved');
  expect(await lastEvent(id)).toEqual({
    kind: 'round-saved',
    before: { name: '示例批次', call: ['call-1a'] },
    after: { name: '另一个名称', call: [] },
    guide_digest: guide,
  });
});

test('推荐单位按年度登记，整份换掉，关闭的单位看得出来', async () => {
  const id = await create();
  const unit = async (territory: string, department: '工信' | '财政') =>
    (await signInForTests(database.db, { role: 'recommender-lead', territory, department })).actor
      .organisation.id;
  const [city, county] = [await unit('320500', '工信'), await unit('320583', '工信')];
  const recommenders = [
    { organisation: county, territory: '320583', through: city },
    { organisation: city, territory: '320500', through: null },
  ];
  await changed(id, { recommenders }, 'round-saved');
  expect(await lastEvent(id)).toMatchObject({
    before: { recommenders: [] },
    after: { recommenders: [recommenders[1], recommenders[0]] },
  });
  await changed(id, { recommenders: [...recommenders].reverse() }, 'round-saved');
  expect(await lastEvent(id)).toMatchObject({ before: {}, after: {} });
  await database.db
    .updateTable('organisation')
    .set({ status: 'closed' })
    .where('id', '=', county)
    .execute();
  expect(await roundRecommenders(database.db, id)).toMatchObject([
    { organisation: city, through: null, throughName: null, active: true },
    { organisation: county, through: city, throughName: '推荐单位负责人示例单位', active: false },
  ]);
  await changed(id, { recommenders: [] }, 'round-saved');
  expect(await roundRecommenders(database.db, id)).toEqual([]);
});
