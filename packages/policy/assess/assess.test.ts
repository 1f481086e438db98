import { describe, expect, it } from 'vitest';
import { amountText } from '../case/run-case.ts';
import { inShort, sampleLine } from './sample-line.fixture.ts';

const plant = sampleLine(`
申报事实:
  项目总投入: { 类型: 金额 }
  软件投入: { 类型: 金额 }
  完工日期: { 类型: 日期 }
  研发占比: { 类型: 比例, 得自: 研发投入 / 营业收入 }
  研发投入: { 类型: 金额 }
  营业收入: { 类型: 金额 }
  审定利润: { 类型: 金额, 为准: 会计师事务所 }
  人数: { 类型: 数量, 单位: 人 }
  是企业: { 类型: 是否 }
  获奖: { 类型: 是否 }
条件:
  1(1): { 说: 总投入不低于3000万元, 须: "项目总投入 >=[G1] 3000万元" }
  1(2): { 说: 2021年内完工, 须: 完工日期 in 支持期间 }
  1(3): { 说: 研发占比不低于3%, 须: 研发占比 >= 3% }
  1(4): { 说: 利润, 须: 审定利润 >= 100万元 }
  1(5): { 说: 企业的人数, 适用: 是企业, 须: 人数 >= 50人 }
  1(6): { 说: 获奖的优先, 强度: 优先, 须: 获奖 }
  1(7): { 说: 软件投入多的优先, 强度: 优先, 须: 软件投入 >= 800万元 }
互洽:
  - { 说: 软件投入是总投入的一部分, 须: 软件投入 <= 项目总投入 }
补助: { 条款: "2", 封顶: 2000万元, 计算: [补助额: "min(10% * 项目总投入, 封顶)"] }
`);

const fits = {
  项目总投入: '5000',
  软件投入: '1000',
  完工日期: '2021-06-30',
  研发投入: '300',
  营业收入: '10000',
  审定利润: '100',
  人数: 50,
  是企业: true,
  获奖: false,
};
const told = (changes: Record<string, unknown>) => ({ ...fits, ...changes });
const short = (changes: Record<string, unknown>, other: readonly string[] = []) =>
  inShort(plant.assess(told(changes), other));

describe('结论和上限', () => {
  it('都符合：5000万元的10%', () => {
    expect(short({})).toEqual({ 结论: '符合', 不符合: [], 待定: [], 上限: '500' });
  });

  it('总投入未知：符合的话至少3000万元，上限在300到2000万元之间', () => {
    expect(short({ 项目总投入: null })).toEqual({
      结论: '待定',
      不符合: [],
      待定: ['1(1) missing'],
      上限: '300..2000',
    });
  });

  it('软件投入6000万元，总投入就不少于6000万元：门槛已到，上限至少600万元', () => {
    expect(short({ 项目总投入: null, 软件投入: '6000' })).toMatchObject({
      结论: '符合',
      待定: [],
      上限: '600..2000',
    });
  });

  it('一条不符合，不论别的还有什么未知', () => {
    const a = plant.assess({ 完工日期: '2022-01-01' });
    expect(inShort(a)).toEqual({
      结论: '不符合',
      不符合: ['1(2)'],
      待定: expect.anything(),
      上限: '无',
    });
    expect(plant.assess(told({ 完工日期: '2022-01-01' })).ifEligible).toEqual({ amount: '500' });
  });

  it('“以上”另解不含本数', () => {
    expect(short({ 项目总投入: '3000', 软件投入: '0' }).结论).toBe('符合');
    expect(short({ 项目总投入: '3000', 软件投入: '0' }, ['G1'])).toMatchObject({
      不符合: ['1(1)'],
    });
    expect(short({ 项目总投入: null, 软件投入: '0' }, ['G1']).上限).toBe('300..2000');
  });

  it('不适用的条件不算符合，也不影响结论', () => {
    const a = plant.assess(told({ 是企业: false, 人数: 3 }));
    expect(a.conditions.find((c) => c.clause === '1(5)')?.outcome).toBe('not-applicable');
    expect(a.verdict).toBe('eligible');
    expect(short({ 是企业: null, 人数: 3 })).toMatchObject({
      结论: '待定',
      待定: ['1(5) missing'],
    });
    expect(short({ 是企业: null, 人数: 50 }).结论).toBe('符合');
  });

  it('优先的条件不挡人', () => {
    const a = plant.assess(told({ 获奖: false }));
    expect(a.conditions.find((c) => c.clause === '1(6)')).toMatchObject({
      outcome: 'unmet',
      strength: 'priority',
    });
    expect(inShort(a)).toMatchObject({ 结论: '符合', 不符合: [] });
    expect(short({ 获奖: null })).toMatchObject({ 结论: '符合', 待定: [] });
  });
});

describe('得自别的数', () => {
  it('研发占比由研发投入和营业收入算出', () => {
    expect(short({ 研发投入: '299.99' })).toMatchObject({ 不符合: ['1(3)'] });
    expect(short({ 研发投入: null })).toMatchObject({ 待定: ['1(3) missing'] });
  });

  it('除数可能是零，算不出的数不与说的数矛盾', () => {
    const line = sampleLine(`
申报事实:
  占比: { 类型: 比例, 得自: 研发投入 / 营业收入 }
  研发投入: { 类型: 金额 }
  营业收入: { 类型: 金额, 范围: "0元..100万元" }
条件:
  1(1): { 说: 占比不低于3%, 须: 占比 >= 3% }
补助: { 条款: "2", 计算: [补助额: "占比 * 100万元"] }
`);
    const a = line.assess({ 占比: '4%', 研发投入: '50' });
    expect(a).toMatchObject({ verdict: 'eligible', conflicts: [], ceiling: { amount: '4' } });
    const b = line.assess({ 占比: '4%', 研发投入: '50', 营业收入: '100' });
    expect(b.conflicts).toHaveLength(1);
  });

  it('说的比例和算的不一样：两个都试，结论不同就待定', () => {
    const a = plant.assess(told({ 研发占比: '2%' }));
    expect(inShort(a)).toMatchObject({ 结论: '待定', 待定: ['1(3) conflict'] });
    expect(a.conflicts).toMatchObject([{ fact: '研发占比', decidedBy: null }]);
    expect(short({ 研发占比: '4%' }).结论).toBe('符合');
  });

  it('按所写的位数四舍五入相同，不是不一致', () => {
    const a = plant.assess(told({ 研发投入: '1', 营业收入: '30', 研发占比: '3.33%' }));
    expect(a.conflicts).toEqual([]);
    expect(a.verdict).toBe('eligible');
  });

  it('除以0得不出比例，就还是未知', () => {
    expect(short({ 营业收入: '0' })).toMatchObject({ 结论: '待定', 待定: ['1(3) missing'] });
    expect(short({ 营业收入: '0', 研发占比: '5%' }).结论).toBe('符合');
  });
});

describe('几个来源', () => {
  const sources = (a: string, b: string) => ({ sources: { 企业申报: a, 会计师事务所: b } });

  it('指南指定了来源的，以它为准，不一致照样报告', () => {
    const a = plant.assess(told({ 审定利润: sources('90', '100') }));
    expect(a.verdict).toBe('eligible');
    expect(a.conflicts).toMatchObject([
      {
        fact: '审定利润',
        decidedBy: '会计师事务所',
        values: [{ value: '100万元' }, { value: '90万元' }],
      },
    ]);
    expect(short({ 审定利润: sources('100', '90') })).toMatchObject({ 不符合: ['1(4)'] });
  });

  it('没有指定的，两个都试：结论相同就作结论，不同就待定', () => {
    expect(short({ 项目总投入: sources('5000', '6000') })).toMatchObject({
      结论: '符合',
      上限: '500..600',
    });
    const open = short({ 项目总投入: sources('5000', '2999') });
    expect(open).toMatchObject({ 结论: '待定', 待定: ['1(1) conflict'], 上限: '500' });
    expect(short({ 项目总投入: sources('5000', '2999') }, ['G18'])).toMatchObject({
      不符合: ['1(1)'],
    });
  });
});

describe('互相矛盾的数', () => {
  it('部分大于整体：用到它们的条款待定，不下结论', () => {
    const a = plant.assess(told({ 软件投入: '6000' }));
    expect(inShort(a)).toMatchObject({ 结论: '待定', 待定: ['1(1) conflict'], 上限: '300..2000' });
    expect(a.notes.map((n) => n.code)).toContain('contradiction');
  });

  it('各条关系单看都行、合起来不行：有关的数都不作数', () => {
    const chain = sampleLine(`
申报事实:
  甲: { 类型: 金额 }
  乙: { 类型: 金额 }
  丙: { 类型: 金额 }
条件:
  1(1): { 说: 甲, 须: 甲 >= 8万元 }
  1(2): { 说: 乙, 须: 乙 >= 1万元 }
  1(3): { 说: 丙, 须: 丙 >= 5万元 }
互洽:
  - { 说: 甲不超过乙, 须: 甲 <= 乙 }
  - { 说: 乙不超过丙, 须: 乙 <= 丙 }
补助: { 条款: "2", 不可算: 另行确定 }
`);
    expect(inShort(chain.assess({ 甲: '10', 丙: '5' }))).toMatchObject({
      结论: '待定',
      待定: ['1(1) conflict', '1(2) conflict', '1(3) conflict'],
    });
    expect(inShort(chain.assess({ 甲: '10', 丙: '12' })).结论).toBe('符合');
    expect(inShort(chain.assess({ 甲: '10', 丙: '5' }, ['G18'])).结论).not.toBe('不符合');
  });

  it('关系里只有另解才看的事实，取默认时不问，也不妨碍这条关系', () => {
    const wide = sampleLine(`
申报事实:
  部分: { 类型: 金额 }
  另加: { 类型: 金额 }
  整体: { 类型: 金额 }
条件:
  1(1): { 说: 部分, 须: "(if default(G1) then 部分 else 部分 + 另加) >= 8万元" }
  1(2): { 说: 整体, 须: 整体 >= 1万元 }
互洽:
  - { 说: 部分不超过整体, 须: (if default(G1) then 部分 else 部分 + 另加) <= 整体 }
补助: { 条款: "2", 不可算: 另行确定 }
`);
    expect(inShort(wide.assess({ 部分: '10', 整体: '5' }))).toMatchObject({
      待定: ['1(1) conflict', '1(2) conflict'],
    });
  });

  it('合乎关系的话就到不了门槛：不符合', () => {
    const part = sampleLine(`
申报事实:
  整体: { 类型: 金额 }
  部分: { 类型: 金额 }
条件:
  1(1): { 说: 整体, 须: 整体 <= 10万元 }
  1(2): { 说: 部分, 须: 部分 >= 12万元 }
互洽:
  - { 说: 部分不超过整体, 须: 部分 <= 整体 }
补助: { 条款: "2", 不可算: 另行确定 }
`);
    expect(inShort(part.assess({ 部分: '12' }))).toMatchObject({ 不符合: ['1(1)'] });
    expect(inShort(part.assess({}))).toMatchObject({ 不符合: ['1(1)', '1(2)'] });
  });

  it('另解：按所说的数计', () => {
    expect(short({ 软件投入: '6000' }, ['G18'])).toMatchObject({ 结论: '符合', 上限: '500' });
  });
});

describe('各自可能、合起来不可能', () => {
  const line = sampleLine(
    `
申报事实:
  甲: { 类型: 金额 }
  乙: { 类型: 金额 }
  丙: { 类型: 金额 }
条件:
  1(1): { 说: 甲乙合计不超过丙, 须: 甲 + 乙 <= 丙 }
  1(2): { 说: 甲, 须: 甲 >= 6万元 }
  1(3): { 说: 乙, 须: 乙 >= 6万元 }
  1(4): { 说: 丙, 须: 丙 >= 1万元 }
补助: { 条款: "2", 不可算: 另行确定 }
`.replace('甲 + 乙 <= 10万元', '甲 + 乙 <= 丙'),
  );

  it('不符合的恰是合不起来的几条', () => {
    const a = line.assess({ 丙: '10' });
    expect(inShort(a)).toMatchObject({ 结论: '不符合', 不符合: ['1(1)', '1(2)', '1(3)'] });
  });

  it('还合得起来就待定', () => {
    expect(inShort(line.assess({ 丙: '12' })).结论).toBe('待定');
    expect(amountText(line.assess({ 丙: '12' }).ceiling)).toBe('无');
  });
});

describe('原则上', () => {
  const line = sampleLine(`
申报事实:
  总投资: { 类型: 金额 }
条件:
  1(1): { 说: 总投资原则上不低于3000万元, 须: 总投资 >= 3000万元, 强度: 原则上, 意见: 主管部门意见 }
补助: { 条款: "2", 封顶: 500万元, 计算: [补助额: "min(10% * 总投资, 封顶)"] }
`);
  const outcome = (facts: Record<string, unknown>, other: readonly string[] = []) =>
    inShort(line.assess(facts, other));

  it('达到了就符合，主管部门意见不必有', () => {
    expect(outcome({ 总投资: '3000' })).toMatchObject({ 结论: '符合', 上限: '300' });
    expect(outcome({ 总投资: '3000', 主管部门意见: '不同意' }).结论).toBe('符合');
  });

  it('没达到：同意则符合，不同意则不符合，没有意见则由主管部门定', () => {
    expect(outcome({ 总投资: '2999', 主管部门意见: '同意' })).toMatchObject({
      结论: '符合',
      上限: '299.9',
    });
    expect(outcome({ 总投资: '2999', 主管部门意见: '不同意' })).toMatchObject({ 不符合: ['1(1)'] });
    expect(outcome({ 总投资: '2999' })).toMatchObject({ 结论: '待定', 待定: ['1(1) discretion'] });
    expect(line.assess({ 总投资: '2999' }).missing).toMatchObject([{ fact: '主管部门意见' }]);
  });

  it('总投资未知：缺的是它', () => {
    expect(outcome({})).toMatchObject({ 待定: ['1(1) missing'], 上限: '0..500' });
  });

  it('另解：硬要求', () => {
    expect(outcome({ 总投资: '2999', 主管部门意见: '同意' }, ['G8'])).toMatchObject({
      不符合: ['1(1)'],
    });
  });
});
