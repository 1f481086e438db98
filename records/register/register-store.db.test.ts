import { change } from '@fuchi/record-event/change';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { byActor } from '@fuchi/record-person/by-actor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepVersion, type NewVersion } from './keep-version.ts';
import { FIRM, NOW, OTHER, openRegisters, TODAY, unit } from './register.fixture.ts';
import { searchEntries } from './register-entry-store.ts';
import { knownFacts, papersSettled } from './register-facts.ts';
import {
  currentVersion,
  currentVersions,
  registerVersions,
  rowsOfVersion,
  versionById,
  withdrawVersion,
} from './register-version-store.ts';

let at: Awaited<ReturnType<typeof openRegisters>>;
beforeAll(async () => {
  at = await openRegisters();
});
afterAll(() => at.close());

const ABOVE = '规模以上工业企业';
const factOf = async (fact: string, asked = FIRM, today = TODAY) =>
  (await knownFacts(at.db, at.guide, { ...asked, today })).get(fact);

describe('导入以前', () => {
  test('名单能得出的每个事实都是未核，不是符合也不是不符合', async () => {
    const known = await knownFacts(at.db, at.guide, { ...FIRM, today: TODAY });
    const settled = at.guide.registers.flatMap(({ settles }) => settles.map(({ fact }) => fact));
    expect([...known.keys()].sort()).toEqual([...settled].sort());
    for (const one of known.values()) {
      expect(one).toMatchObject({ state: 'unchecked', because: 'not-imported', hints: [] });
    }
    expect(papersSettled(known)).toEqual([]);
  });
});

describe('规模以上工业企业名单', () => {
  test('在册、不在册、别的年度未核', async () => {
    const kept = await at.list({
      register: 'above-scale',
      year: '2022',
      asOf: '2022-02-28',
      rows: [unit(FIRM), { 单位名称: '没有代码的示例公司' }],
    });
    expect(kept.number).toBe(1);
    expect(await factOf(ABOVE)).toEqual({
      state: 'known',
      fact: ABOVE,
      register: 'above-scale',
      year: '2022',
      told: {
        value: '是',
        source: '规模以上工业企业名单（2022年度，截至2022年2月28日，第1版）',
      },
      source: '规模以上工业企业名单（2022年度，截至2022年2月28日，第1版）第2行',
      asOf: '2022-02-28',
      version: kept.id,
      entry: expect.stringMatching(/^\d+$/),
      papers: [],
    });
    expect(await factOf(ABOVE, OTHER)).toMatchObject({
      state: 'known',
      told: { value: '否' },
      entry: null,
      source: '规模以上工业企业名单（2022年度，截至2022年2月28日，第1版）上没有这个单位',
    });
    expect(await factOf('上年末为规模以上工业企业')).toMatchObject({
      state: 'unchecked',
      because: 'not-imported',
    });
  });

  test('只有名称相同：是线索，不是答案', async () => {
    const asked = { creditCode: OTHER.creditCode, name: '没有代码的示例公司' };
    const fact = await factOf(ABOVE, asked);
    expect(fact).toMatchObject({ state: 'unchecked', because: 'name-only' });
    expect(fact?.state === 'unchecked' && fact.hints.map(({ row }) => row)).toEqual([3]);
  });

  test('新的一版代替旧的；撤回新的一版，旧的又作答', async () => {
    const second = await at.list({
      register: 'above-scale',
      year: '2022',
      asOf: '2022-03-01',
      rows: [unit(OTHER)],
    });
    expect(second.number).toBe(2);
    expect(await factOf(ABOVE)).toMatchObject({ told: { value: '否' }, version: second.id });
    const withdraw = (because: string) =>
      change(at.db, byActor(at.actor), NOW, async (work, record) => {
        const done = await withdrawVersion(work, record, { id: second.id, because }, NOW);
        if (!done) await record({ subject: { kind: 'system', id: '1' }, kind: 'nothing' });
        return done;
      });
    expect(await withdraw('导错了文件')).toBe(true);
    expect(await withdraw('再撤一次')).toBe(false);
    expect(await factOf(ABOVE)).toMatchObject({ told: { value: '是' } });
    expect(await versionById(at.db, second.id)).toMatchObject({
      withdrawn: { at: NOW, because: '导错了文件' },
    });
    const third = await at.list({
      register: 'above-scale',
      year: '2022',
      asOf: '2022-03-02',
      rows: [unit(OTHER)],
    });
    expect(third.number).toBe(3);
    const listed = await registerVersions(at.db, 'above-scale');
    expect(listed.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await currentVersions(at.db)).map(({ id }) => id)).toEqual([third.id]);
  });

  test('每次导入和撤回都有事件，名单的行不能改动', async () => {
    const events = await at.db
      .selectFrom('event')
      .select(['kind', 'after'])
      .where('subject_kind', '=', 'register')
      .where('subject_id', '=', 'above-scale')
      .orderBy('number')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual([
      'register-imported',
      'register-imported',
      'register-withdrawn',
      'register-imported',
    ]);
    expect(events[0]?.after).toMatchObject({ year: '2022', number: 1, entries: 2, leftOut: 0 });
    await expect(
      at.db.updateTable('register_entry').set({ name: '改名' }).execute(),
    ).rejects.toThrow(/only grows/);
  });

  test('看的是旧的一版，就不让导入', async () => {
    const list: NewVersion = {
      register: 'above-scale',
      year: '2022',
      source: '示例',
      asOf: '2022-03-03',
      file: (await currentVersion(at.db, { register: 'above-scale', year: '2022' }))?.file ?? {
        name: '',
        digest: '',
      },
      rows: [],
      leftOut: 0,
      vouched: 0,
      base: null,
    };
    const done = await changeOrRefuse<unknown, string>(
      at.db,
      byActor(at.actor),
      NOW,
      async (work, record, refuse) => {
        const kept = await keepVersion(work, record, list, at.actor.account, NOW);
        if ('refused' in kept) refuse(kept.refused.code);
      },
    );
    expect(done).toEqual({ ok: false, refused: 'other-base' });
  });

  test('查找、逐行读出', async () => {
    const version = await currentVersion(at.db, { register: 'above-scale', year: '2022' });
    const search = (text: string) =>
      searchEntries(at.db, { version: version?.id ?? '', text, from: 0, most: 10 });
    expect(await search('')).toMatchObject({ total: 1, entries: [{ name: OTHER.name }] });
    expect(await search('纺织')).toMatchObject({ total: 1 });
    expect(await search(OTHER.creditCode.slice(0, 12).toLowerCase())).toMatchObject({ total: 1 });
    expect(await search('%')).toMatchObject({ total: 0, entries: [] });
    const rows: unknown[] = [];
    for await (const piece of rowsOfVersion(at.db, version?.id ?? '')) rows.push(...piece);
    expect(rows).toEqual([{ ...OTHER, cells: {} }]);
  });
});

describe('别的名单', () => {
  test('列入名单的，免交名单文件；撤销以后不再免', async () => {
    const recognised = { 认定类别: '智能制造示范工厂', 级别: '省级', 认定年度: '2020' };
    await at.list({
      register: 'recognitions',
      asOf: '2022-03-01',
      rows: [
        { ...unit(FIRM), ...recognised },
        { ...unit(OTHER), ...recognised, 撤销日期: '2021-06-01' },
      ],
    });
    const fact = '列入省级智能制造示范工厂公布名单';
    const known = await knownFacts(at.db, at.guide, { ...FIRM, today: TODAY });
    expect(known.get(fact)).toMatchObject({ told: { value: '是' }, papers: ['省级公布名单文件'] });
    expect(papersSettled(known)).toContain('省级公布名单文件');
    expect(await factOf(fact, OTHER)).toMatchObject({ told: { value: '否' } });
    expect(await factOf('平台认定级别')).toMatchObject({ state: 'unchecked', because: 'open' });
  });

  test('失信名单过了有效期，又是未核', async () => {
    await at.list({
      register: 'dishonest',
      asOf: '2022-01-01',
      rows: [{ ...unit(OTHER), 列入事由: '示例', 列入日期: '2021-12-01' }],
    });
    const fact = '有严重失信行为';
    expect(await factOf(fact)).toMatchObject({ told: { value: '否' } });
    expect(await factOf(fact, OTHER)).toMatchObject({ told: { value: '是' } });
    expect(await factOf(fact, OTHER, '2022-04-01')).toMatchObject({ told: { value: '是' } });
    expect(await factOf(fact, OTHER, '2022-04-02')).toMatchObject({
      state: 'unchecked',
      because: 'out-of-date',
    });
  });

  test('会计师事务所的名单查的是事务所', async () => {
    const firm = { creditCode: '91320583MA1MPA803H', name: '示例会计师事务所' };
    await at.list({
      register: 'audit-firms',
      year: '2022',
      asOf: '2022-01-31',
      rows: [{ 事务所名称: firm.name, 统一社会信用代码: firm.creditCode, 等级: 'AA' }],
    });
    const fact = '审计机构综合评价';
    expect(await factOf(fact)).toMatchObject({ state: 'unchecked', because: 'no-unit' });
    const known = await knownFacts(at.db, at.guide, { ...FIRM, today: TODAY, auditor: firm });
    expect(known.get(fact)).toMatchObject({ told: { value: 'A级或以上' } });
    const other = await knownFacts(at.db, at.guide, { ...FIRM, today: TODAY, auditor: OTHER });
    expect(other.get(fact)).toMatchObject({ state: 'unchecked', because: 'open' });
  });

  test('同一年认定两项，不替人选', async () => {
    const champion = { 称号: '专精特新小巨人企业', 级别: '省级', 方式: '首次认定' };
    await at.list({
      register: 'distinguished-enterprises',
      asOf: '2022-03-01',
      rows: [{ ...unit(FIRM), ...champion, 年度: '2021年度' }],
    });
    expect(await factOf('省级专精特新小巨人认定年度')).toMatchObject({
      told: { value: '2021', unit: '年度' },
      papers: ['省级专精特新小巨人企业认定文件'],
    });
    expect(await factOf('省级专精特新小巨人认定年度', OTHER)).toMatchObject({
      told: { none: true },
      papers: [],
    });
    const award = { 年度: '2021', 等级: '' };
    await at.list({
      register: 'awards',
      asOf: '2022-03-01',
      rows: [
        { ...unit(FIRM), ...award, 事项: '全国质量奖' },
        { ...unit(FIRM), ...award, 事项: '国家制造业单项冠军企业（产品）' },
      ],
    });
    const fact = await factOf('奖励事项');
    expect(fact).toMatchObject({ state: 'unchecked', because: 'several' });
    expect(fact?.state === 'unchecked' && fact.hints).toHaveLength(2);
  });
});
