import { describe, expect, it } from 'vitest';
import { sampleLine } from './sample-line.fixture.ts';

const line = sampleLine(`
申报事实:
  项目总投入: { 类型: 金额 }
  软件投入: { 类型: 金额 }
  完工日期: { 类型: 日期 }
  研发占比: { 类型: 比例 }
  人数: { 类型: 数量, 单位: 人 }
  机构类型: { 类型: 选项, 选项: [企业, 事业单位, 社会团体] }
  有场地: { 类型: 是否 }
  成立日期: { 类型: 日期 }
  运营年限: { 类型: 年限, 得自: "years between(成立日期, 2021-12-31)" }
条件:
  1(1): { 说: 总投入, 须: 项目总投入 >= 3000万元 }
  1(2): { 说: 完工, 须: 完工日期 in 支持期间 }
  1(3): { 说: 研发, 须: 研发占比 >= 3% }
  1(4): { 说: 人数, 须: 人数 >= 50人 }
  1(5): { 说: 类型, 须: '机构类型 in ("企业", "事业单位")' }
  1(6): { 说: 场地, 须: 有场地 }
  1(7): { 说: 年限, 须: 运营年限 >= 3年 }
  1(8): { 说: 软件占比, 须: 软件投入 / 项目总投入 >= 40% }
互洽:
  - { 说: 软件投入是总投入的一部分, 须: 软件投入 <= 项目总投入 }
补助: { 条款: "2", 封顶: 500万元, 计算: [补助额: "min(10% * 项目总投入, 封顶)"] }
`);

const fits = {
  项目总投入: '4000',
  软件投入: '2000',
  完工日期: '2021-06-30',
  研发占比: '5%',
  人数: 60,
  机构类型: '企业',
  有场地: true,
  成立日期: '2015-01-01',
};
const of = (changes: Record<string, unknown>) => line.assess({ ...fits, ...changes });
const gap = (changes: Record<string, unknown>) =>
  of(changes).conditions.find((c) => c.outcome === 'unmet')?.gap;
const remedies = (changes: Record<string, unknown>) =>
  of(changes).wouldChange.map((w) =>
    w.changes.map((c) => `${c.fact} ${c.from}→${c.to}${c.unit ?? ''}`),
  );

describe('差多少', () => {
  it.each([
    ['金额', { 项目总投入: '2999.5', 软件投入: '2000' }, ['2999.5', '3000', '0.5', '万元']],
    ['比例', { 研发占比: '2.5%' }, ['2.5', '3', '0.5', '%']],
    ['人数', { 人数: 49 }, ['49', '50', '1', '人']],
    ['日期', { 完工日期: '2022-01-31' }, ['2022-01-31', '2021-12-31', '31', '天']],
    ['早于期间', { 完工日期: '2020-12-30' }, ['2020-12-30', '2021-01-01', '2', '天']],
    ['年限', { 成立日期: '2019-06-30' }, ['2', '3', '1', '年']],
    ['两个数的比', { 软件投入: '1200' }, ['30', '40', '10', '%']],
  ] as const)('%s', (_, changes, [have, need, short, unit]) => {
    expect(gap(changes)).toMatchObject({ have, need, short, unit });
  });

  it('不是数的没有差额', () => expect(gap({ 有场地: false })).toBeUndefined());
});

describe('怎样会不同', () => {
  it('一个数改到刚好', () => {
    expect(remedies({ 人数: 49 })).toEqual([['人数 49→50人']]);
    expect(remedies({ 完工日期: '2022-01-31' })).toEqual([['完工日期 2022-01-31→2021-12-31']]);
    expect(remedies({ 有场地: false })).toEqual([['有场地 false→true']]);
    expect(remedies({ 机构类型: '社会团体' })).toEqual([['机构类型 社会团体→企业']]);
  });

  it('由别的事实得出的，说要改的那个事实', () => {
    expect(remedies({ 成立日期: '2019-06-30' })).toEqual([['成立日期 2019-06-30→2018-12-31']]);
  });

  it('两处可改，各给一种', () => {
    expect(remedies({ 软件投入: '1200' })).toEqual([
      ['软件投入 1200→1600万元'],
      ['项目总投入 4000→3000万元'],
    ]);
  });

  it('必须同时改的，一起给', () => {
    expect(remedies({ 人数: 49, 研发占比: '2%' })).toEqual([['研发占比 2→3%', '人数 49→50人']]);
  });

  it('改了会使别的条件不成立的，不建议', () => {
    expect(remedies({ 项目总投入: '3000', 软件投入: '1199' })).toEqual([
      ['软件投入 1199→1200万元'],
    ]);
  });

  it('照着改，真的就符合', () => {
    for (const changes of [{ 人数: 1 }, { 成立日期: '2020-01-01' }, { 软件投入: '0', 人数: 3 }]) {
      const { wouldChange } = of(changes);
      expect(wouldChange.length).toBeGreaterThan(0);
      for (const change of wouldChange) {
        const made = change.changes.map((c) => [
          c.fact,
          c.unit ? { value: c.to, unit: c.unit } : c.to,
        ]);
        expect(of({ ...changes, ...Object.fromEntries(made) }).verdict).toBe('eligible');
      }
    }
  });

  it('符合的，说每个数的余地', () => {
    const limits = of({}).wouldChange.map((w) => [w.clauses[0], w.changes[0]?.to, w.beyond]);
    expect(limits).toContainEqual(['1(1)', '3000', true]);
    expect(limits).toContainEqual(['1(3)', '3', true]);
  });
});

describe('还缺什么', () => {
  it('一问就能定结论的在前，只影响金额的在后', () => {
    const missing = line.assess({ ...fits, 人数: null, 软件投入: null, 项目总投入: null }).missing;
    expect(missing[0]).toMatchObject({ fact: '项目总投入' });
    expect(missing.map((m) => m.fact)).toEqual(['项目总投入', '人数', '软件投入']);
  });

  it('都知道就不缺；不符合就不再问', () => {
    expect(of({}).missing).toEqual([]);
    expect(of({ 人数: 3, 研发占比: null }).missing).toEqual([]);
  });
});
