import { describe, expect, it } from 'vitest';
import { inShort, sampleLine } from './sample-line.fixture.ts';

const line = sampleLine(`
申报事实:
  主体: { 类型: 选项, 选项: [甲, 乙, 丙] }
  申请日: { 类型: 日期 }
  完工日: { 类型: 日期 }
  验收日: { 类型: 日期 }
  按期验收: { 类型: 是否, 得自: 验收日 <= 申请日 }
  投入: { 类型: 金额 }
  税额: { 类型: 金额 }
互洽:
  - { 说: 先完工后验收, 须: 完工日 <= 验收日 }
条件:
  1(1): { 说: 甲、乙，或者主管部门同意的丙, 须: '主体 in ("甲", "乙") or (主体 = "丙" and 主管部门意见 = "同意")' }
  1(2): { 说: 按期验收, 须: 按期验收 }
  1(3): { 说: 2021年内完工, 须: 完工日 in 2021-01-01..2021-12-31 }
  1(4): { 说: 含税投入不低于3000万元, 须: 投入 + 税额 >= 3000万元 }
补助: { 条款: "2", 封顶: 2000万元, 计算: [补助额: "min(20% * (投入 + 税额), 封顶)"] }
`);

const told = {
  主体: '甲',
  申请日: '2022-06-30',
  完工日: '2021-05-01',
  验收日: '2021-06-01',
  投入: '3000万元',
  税额: '300万元',
};

describe('怎么补全都一样的，就有结论', () => {
  it('选项不论是哪一个都成立', () => {
    const facts = { ...told, 主体: null, 主管部门意见: '同意' };
    expect(inShort(line.assess(facts))).toMatchObject({ 结论: '符合', 待定: [] });
    expect(inShort(line.assess({ ...facts, 主管部门意见: null })).结论).toBe('待定');
  });

  it('申请日早于2021年，完工和验收怎样也来不及', () => {
    const facts = { ...told, 申请日: '2020-12-31', 完工日: null, 验收日: null };
    expect(inShort(line.assess(facts)).结论).toBe('不符合');
    expect(inShort(line.assess({ ...facts, 申请日: '2021-01-01' })).结论).toBe('待定');
  });

  it('条件限定的是两数之和，补助也按和的下限', () => {
    const facts = { ...told, 投入: null, 税额: null };
    expect(inShort(line.assess(facts))).toMatchObject({ 结论: '待定', 上限: '600..2000' });
  });

  it('还有一条真的未知，其余的不去证', () => {
    const facts = { ...told, 主体: null, 主管部门意见: '同意', 投入: null };
    expect(inShort(line.assess(facts)).待定).toEqual(['1(1) missing', '1(4) missing']);
  });
});
