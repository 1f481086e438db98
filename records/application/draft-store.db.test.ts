import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import type { Actor } from '@fuchi/record-person/actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applicationForTests } from './application.fixture.ts';
import { applicationFor } from './application-store.ts';
import type { FieldSave, SaveReply } from './contract.ts';
import { draftOf, fieldsSince } from './draft-store.ts';
import { saveDraft } from './save-draft.ts';

const NOW = new Date('2022-04-01T02:00:00Z');
const NO_RULES = { faults: async () => [], wrote: async () => {} };
let database: TestDatabase;
let actor: Actor;
let application: string;

beforeAll(async () => {
  database = await openTestDatabase();
  ({ actor } = await signInForTests(database.db, { role: 'filler', machine: NOW }));
});
afterAll(() => database.close());
beforeEach(async () => {
  const who = { organisation: actor.organisation.id, account: actor.account };
  application = await applicationForTests(database.db, who, NOW);
});

async function save(...saves: FieldSave[]): Promise<SaveReply> {
  const done = await saveDraft(database.db, actor, application, saves, NOW, NO_RULES);
  if (!done.ok) throw new Error(done.refused.code);
  return done.value;
}

describe('草稿按字段保存', () => {
  test('两个人改不同的字段，都留下', async () => {
    await save({ path: 'fact/项目总投入', value: '5000', base: 0 });
    const second = await save({ path: 'fact/项目完工日期', value: '2021-09-30', base: 0 });
    expect(second.conflicts).toEqual([]);
    expect(Object.fromEntries(await draftOf(database.db, application))).toEqual({
      'fact/项目总投入': '5000',
      'fact/项目完工日期': '2021-09-30',
    });
  });

  test('改同一个字段：后到的不覆盖，两个值都看得到；看过之后可以改', async () => {
    const first = await save({ path: 'fact/项目总投入', value: '5000', base: 0 });
    const late = await save(
      { path: 'fact/项目总投入', value: '6000', base: 0 },
      { path: 'fact/项目名称', value: '示例项目', base: 0 },
    );
    expect(late.saved.map((s) => s.path)).toEqual(['fact/项目名称']);
    expect(late.conflicts).toMatchObject([
      { path: 'fact/项目总投入', value: '5000', revision: first.revision, by: actor.name },
    ]);
    const decided = await save({ path: 'fact/项目总投入', value: '6000', base: first.revision });
    expect(decided.conflicts).toEqual([]);
    expect((await draftOf(database.db, application)).get('fact/项目总投入')).toBe('6000');
  });

  test('写成一样的不算冲突；没有收到回答再存一次，不多出什么', async () => {
    const asked: FieldSave = { path: 'fact/项目总投入', value: '5000', base: 0 };
    const first = await save(asked);
    const again = await save(asked);
    expect(again).toMatchObject({ revision: first.revision, conflicts: [] });
    expect(again.saved).toEqual(first.saved);
    const events = await database.db
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'application')
      .where('subject_id', '=', application)
      .execute();
    expect(events.map((e) => e.kind)).toEqual(['application-begun', 'draft-saved']);
  });

  test('同时到的两次保存一前一后，版本号不重', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        save({ path: `fact/甲${i}`, value: String(i + 1), base: 0 }),
      ),
    );
    expect(replies.map((r) => r.revision).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await draftOf(database.db, application)).size).toBe(8);
  });

  test('别人只要看某一版以后的变化，也看得到删去的', async () => {
    const { revision } = await save({ path: 'fact/项目总投入', value: '5000', base: 0 });
    await save({ path: 'fact/项目总投入', value: null, base: revision });
    const news = await fieldsSince(database.db, application, revision);
    expect(news).toMatchObject([{ path: 'fact/项目总投入', value: null }]);
    expect((await draftOf(database.db, application)).size).toBe(0);
  });

  test('联系人的内容不进日志', async () => {
    await save({ path: 'unit/联系人手机', value: '13800000000', base: 0 });
    const { after } = await database.db
      .selectFrom('event')
      .select('after')
      .where('subject_id', '=', application)
      .where('kind', '=', 'draft-saved')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(after)).toContain('不记入日志');
    expect(JSON.stringify(after)).not.toContain('13800000000');
  });
});

describe('写得进哪些草稿', () => {
  test('别的单位的草稿等于没有，定稿以后写不进', async () => {
    const other = await signInForTests(database.db, { role: 'filler', machine: NOW });
    const asked = [{ path: 'fact/项目总投入', value: '1', base: 0 }];
    const foreign = await saveDraft(database.db, other.actor, application, asked, NOW, NO_RULES);
    expect(foreign).toEqual({ ok: false, refused: { code: 'none' } });
    await database.db
      .updateTable('application')
      .set({ state: 'finalised' })
      .where('id', '=', application)
      .execute();
    const frozen = await saveDraft(database.db, actor, application, asked, NOW, NO_RULES);
    expect(frozen).toEqual({ ok: false, refused: { code: 'not-open', state: 'finalised' } });
  });
});

describe('看得到哪些申报', () => {
  test('条线处室只看批次里归它的项目类别，推荐单位只看交给它的', async () => {
    const { db } = database;
    const officer = await signInForTests(db, { role: 'line-officer', machine: NOW });
    const narrow = await signInForTests(db, {
      role: 'line-officer',
      organisation: officer.actor.organisation.id,
      lines: ['merger'],
      machine: NOW,
    });
    const recommender = await signInForTests(db, { role: 'recommender-lead', machine: NOW });
    const lines = [{ line: 'data-product', office: officer.actor.organisation.id }];
    const own = await applicationFor(db, actor, application);
    await db
      .updateTable('round')
      .set({ settings: JSON.stringify({ lines }) })
      .where('id', '=', own?.round ?? '')
      .execute();
    const seen = async () =>
      Promise.all(
        [officer, narrow, recommender].map(
          async (who) => (await applicationFor(db, who.actor, application)) !== undefined,
        ),
      );
    expect(await seen()).toEqual([false, false, false]);
    await db
      .updateTable('application')
      .set({
        number: '2022-示例-1',
        state: 'submitted',
        recommender_id: recommender.actor.organisation.id,
      })
      .where('id', '=', application)
      .execute();
    expect(await seen()).toEqual([true, false, true]);
  });

  test('别的单位和没有收到申报的推荐单位看不到', async () => {
    const own = await applicationFor(database.db, actor, application);
    expect(own?.id).toBe(application);
    for (const role of [
      'filler',
      'recommender-handler',
      'planning',
      'line-officer',
      'expert',
      'system-admin',
    ] as const) {
      const other = await signInForTests(database.db, { role, machine: NOW });
      expect(await applicationFor(database.db, other.actor, application), role).toBeUndefined();
    }
  });
});
