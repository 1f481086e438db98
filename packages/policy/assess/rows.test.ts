import { describe, expect, it } from 'vitest';
import { inShort, sampleLine } from './sample-line.fixture.ts';

const school = sampleLine(`
申报事实:
  班次:
    类型: 明细
    单位: 个
    列:
      人数: { 类型: 数量, 单位: 人 }
      地点: { 类型: 地区 }
  总人数: { 类型: 数量, 单位: 人, 得自: sum(班次.人数) }
条件:
  1(1): { 说: 总人数不少于100人, 须: 总人数 >= 100人 }
  1(2): { 说: 班次不少于2个, 须: count(班次) >= 2个 }
  1(3): { 说: 每班不少于30人, 须: every 班 in 班次 satisfies 班.人数 >= 30人 }
  1(4): { 说: 有一个大班, 须: some 班 in 班次 satisfies 班.人数 >= 60人 }
补助: { 条款: "2", 封顶: 10万元, 计算: [补助额: "min(总人数 / 1人 * 100元, 封顶)"] }
`);

const rows = (numbers: readonly (number | null)[], complete = true) => ({
  班次: { complete, rows: numbers.map((人数) => ({ 人数 })) },
});
const outcomes = (facts: Record<string, unknown>) =>
  school.assess(facts).conditions.map((c) => c.outcome);

describe('没有列全的明细', () => {
  it('合计和个数只是下限：够了就符合，不够不能说不符合', () => {
    expect(outcomes(rows([60, 50], false))).toEqual(['met', 'met', 'unknown', 'met']);
    expect(outcomes(rows([40], false))).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(outcomes(rows([40]))).toEqual(['unmet', 'unmet', 'met', 'unmet']);
  });

  it('“每个”可以不成立，还不能成立；“有一个”可以成立，还不能不成立', () => {
    expect(outcomes(rows([29], false))).toEqual(['unknown', 'unknown', 'unmet', 'unknown']);
    expect(outcomes(rows([60], false))[3]).toBe('met');
  });

  it('一行也没有', () => {
    expect(outcomes(rows([]))).toEqual(['unmet', 'unmet', 'met', 'unmet']);
    expect(outcomes({})).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(outcomes({ 班次: { none: true } })[1]).toBe('unmet');
  });

  it('有一格未知：补助在一个区间里', () => {
    const a = school.assess(rows([60, 50, null]));
    expect(inShort(a)).toMatchObject({ 结论: '待定', 待定: ['1(3) missing'], 上限: '1.1..10' });
    expect(a.missing[0]).toMatchObject({ fact: '班次.人数', row: 3 });
  });
});

describe('总数和明细', () => {
  it('手头没有明细，可以只说总数', () => {
    expect(outcomes({ 总人数: 100 })).toEqual(['met', 'unknown', 'unknown', 'unknown']);
  });

  it('总数和明细合计不一样：两个都试，结论不同的条款待定', () => {
    const a = school.assess({ ...rows([60, 50]), 总人数: 99 });
    expect(inShort(a)).toMatchObject({ 结论: '待定', 待定: ['1(1) conflict'] });
    expect(a.conflicts).toMatchObject([
      { fact: '总人数', values: [{ value: '99人' }, { source: 'sum(班次.人数)', value: '110人' }] },
    ]);
    expect(inShort(school.assess({ ...rows([60, 50]), 总人数: 120 }))).toMatchObject({
      结论: '符合',
      上限: '1.1..1.2',
    });
  });

  it('没有列全的明细已经超过总数，也是不一致', () => {
    expect(school.assess({ ...rows([60, 50], false), 总人数: 99 }).conflicts).toHaveLength(1);
    expect(school.assess({ ...rows([60, 30], false), 总人数: 99 }).conflicts).toEqual([]);
  });
});

const deals = sampleLine(`
申报事实:
  并购:
    类型: 明细
    单位: 个
    列:
      成功日期: { 类型: 日期 }
      出资额: { 类型: 金额 }
      现金: { 类型: 金额 }
条件:
  1(1): { 说: 2021年内成功, 逐项: 并购, 须: 成功日期 in 支持期间 }
  1(2): { 说: 出资5000万元以上, 逐项: 并购, 须: 出资额 >= 5000万元 }
补助:
  条款: "2"
  封顶: 2000万元
  计算: [补助额: "min(5% * sum(qualified(并购).现金), 封顶)"]
`);

const deal = (成功日期: string | null, 出资额: string | null, 现金: string | null) => ({
  成功日期,
  出资额,
  现金,
});
const good = deal('2021-06-30', '8000', '8000');
const late = deal('2022-01-01', '9000', '9000');
const small = deal('2021-06-30', '4999', '4999');

describe('逐项判断的明细', () => {
  const of = (并购: unknown, other: readonly string[] = []) =>
    inShort(deals.assess({ 并购 }, other));

  it('有一项全部符合就符合，不符合的项不计入补助', () => {
    expect(of([good])).toMatchObject({ 结论: '符合', 上限: '400' });
    expect(of([good, late])).toMatchObject({ 结论: '符合', 上限: '400' });
    const a = deals.assess({ 并购: [good, late] });
    expect(a.conditions[0]?.rows).toMatchObject([
      { row: 1, outcome: 'met' },
      {
        row: 2,
        outcome: 'unmet',
        gap: { have: '2022-01-01', need: '2021-12-31', short: '1', unit: '天' },
      },
    ]);
  });

  it('没有一项全部符合：挡住了某一项的条件都不符合', () => {
    expect(of([late])).toMatchObject({ 结论: '不符合', 不符合: ['1(1)'] });
    expect(of([late, small])).toMatchObject({ 结论: '不符合', 不符合: ['1(1)', '1(2)'] });
    expect(of([])).toMatchObject({ 结论: '不符合', 不符合: ['1(1)', '1(2)'] });
  });

  it('没有列全：还可能有符合的一项', () => {
    expect(of({ rows: [late], complete: false })).toMatchObject({ 结论: '待定', 不符合: [] });
    expect(of({ rows: [good], complete: false })).toMatchObject({
      结论: '符合',
      上限: '400..2000',
    });
  });

  it('唯一的一项缺日期：若符合，就是它符合，补助是定的', () => {
    expect(of([deal(null, '8000', '8000')])).toMatchObject({
      结论: '待定',
      待定: ['1(1) missing'],
      上限: '400',
    });
  });

  it('两项都缺日期：至少一项计入', () => {
    const unknown = deal(null, '8000', '8000');
    expect(of([unknown, unknown]).上限).toBe('0..800');
  });

  it('另解：一项不符合，整个申报不符合', () => {
    expect(of([good, late], ['A14.9'])).toMatchObject({ 结论: '不符合', 不符合: ['1(1)'] });
    expect(of([good, good], ['A14.9'])).toMatchObject({ 结论: '符合', 上限: '800' });
    expect(of({ rows: [good], complete: false }, ['A14.9'])).toMatchObject({ 结论: '待定' });
    expect(of([], ['A14.9'])).toMatchObject({ 结论: '不符合', 不符合: ['1(1)', '1(2)'] });
  });
});

describe('每一行对其他各行', () => {
  const years = sampleLine(`
申报事实:
  年度经营:
    类型: 明细
    单位: 个
    列:
      年份: { 类型: 数量, 单位: 个 }
      收入: { 类型: 金额 }
条件:
  1(1):
    说: 每年只填1行
    须: every 年 in 年度经营 satisfies count(年度经营[年份 = 年.年份]) <= 1个
补助: { 条款: "2", 不可算: 另行确定 }
`);
  const told = (list: readonly (number | null)[]) =>
    years.assess({ 年度经营: list.map((年份) => ({ 年份, 收入: '1' })) }).conditions[0]?.outcome;
  const twelve = Array.from({ length: 12 }, (_, i) => 2000 + i);

  it('十几行也不漏看：都不同、有重的、有未知的', () => {
    expect(told(twelve)).toBe('met');
    expect(told([...twelve, 2005])).toBe('unmet');
    expect(told([...twelve, null])).toBe('unknown');
    expect(told([...twelve, null, 2005])).toBe('unmet');
  });
});
