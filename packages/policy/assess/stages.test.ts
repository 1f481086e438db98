import { describe, expect, it } from 'vitest';
import { sampleLine } from './sample-line.fixture.ts';

const line = sampleLine(`
申报事实:
  项目总投入: { 类型: 金额 }
  已拨付金额: { 类型: 金额 }
条件:
  1(1): { 说: 总投入不低于1000万元, 须: 项目总投入 >= 1000万元 }
补助: { 条款: "2", 封顶: 500万元, 计算: [补助额: "min(20% * 项目总投入, 封顶)"] }
拨付:
  - { 批次: 首次, 条款: "2", 比例: 50%, 触发: 立项后 }
  - { 批次: 剩余, 条款: "2", 余额: 是, 触发: 验收后 }
`);

const stages = (facts: Record<string, unknown>, other: readonly string[] = []) =>
  line.assess(facts, other).stages.map((s) => s.amount ?? `${s.atLeast}..${s.atMost ?? ''}`);
const planned = (plan: string, audited: string) => ({
  项目总投入: { moments: { 申报: plan, 验收: audited } },
});

describe('分批拨付', () => {
  it('首次一半，余下是余额', () => {
    expect(stages({ 项目总投入: '2000' })).toEqual(['200', '200']);
    expect(stages({})).toEqual(['100..250', '100..250']);
  });

  it('验收认定的投入少了：重算总额，减去首次', () => {
    expect(stages(planned('2000', '1500'))).toEqual(['200', '100']);
    expect(stages({ ...planned('2000', '1500'), 已拨付金额: '200' })).toEqual(['200', '100']);
  });

  it('验收认定的投入多了：不超过封顶', () => {
    expect(stages(planned('2000', '9000'))).toEqual(['200', '300']);
  });

  it('余额不低于0', () => {
    expect(stages(planned('4000', '1000'))).toEqual(
      ['250', '0'].map((x, i) => (i === 0 ? '250' : x)),
    );
    expect(stages({ 项目总投入: '2000', 已拨付金额: '450' })).toEqual(['200', '0']);
  });

  it('余额按已拨付的算；说没有拨付过就是0', () => {
    expect(stages({ 项目总投入: '2000', 已拨付金额: '150' })).toEqual(['200', '250']);
    expect(stages({ 项目总投入: '2000', 已拨付金额: { none: true } })).toEqual(['200', '400']);
  });

  it('另解：总额不变，余下仍是另一半', () => {
    expect(stages(planned('2000', '1500'), ['G5'])).toEqual(['200', '200']);
  });

  it('验收认定的投入低于门槛：由主管部门决定', () => {
    const codes = (other: readonly string[]) =>
      line.assess(planned('2000', '900'), other).notes.map((n) => n.code);
    expect(codes([])).toContain('accepted-below-open');
    expect(codes(['G19'])).toContain('accepted-below-lost');
    expect(line.assess(planned('2000', '900')).verdict).toBe('eligible');
    expect(line.assess(planned('2000', '900')).readings).toContain('G19');
    expect(line.assess(planned('2000', '1000')).readings).not.toContain('G19');
    expect(stages(planned('2000', '900'))).toEqual(['200', '0']);
    expect(stages({ ...planned('2000', '900'), 已拨付金额: '100' })).toEqual(['200', '80']);
  });

  it('另解：低于门槛的补助全部取消，总额不变（G5）也一样', () => {
    const low = { ...planned('2000', '900'), 已拨付金额: '100' };
    expect(stages(low, ['G19'])).toEqual(['200', '0']);
    expect(stages(low, ['G5', 'G19'])).toEqual(['200', '0']);
    expect(stages({ ...planned('2000', '1000'), 已拨付金额: '100' }, ['G19'])).toEqual([
      '200',
      '100',
    ]);
  });

  it('另解：验收时是否低于门槛未知，余额可能是零', () => {
    const disputed = {
      moments: { 申报: '2000', 验收: { sources: { 企业: '900', 审计: '2000' } } },
    };
    const open = { 项目总投入: disputed, 已拨付金额: '100' };
    expect(stages(open)).toEqual(['200', '80..300']);
    expect(stages(open, ['G19'])).toEqual(['200', '0..300']);
  });

  it('几个来源说的已拨付金额不一致：每个都可能', () => {
    const paid = { sources: { 企业申报: '150', 主管部门: '100' } };
    expect(stages({ 项目总投入: '2000', 已拨付金额: paid })).toEqual(['200', '250..300']);
  });

  it('只有验收数，申报时的数未知', () => {
    const a = line.assess({ 项目总投入: { moments: { 验收: '2000' } } });
    expect(a.verdict).toBe('undetermined');
  });

  it('不符合的没有拨付', () => {
    expect(stages({ 项目总投入: '999' })).toEqual([]);
  });
});

describe('指南没有写比例', () => {
  const open = sampleLine(`
申报事实:
  实际支出: { 类型: 金额 }
条件:
  1(1): { 说: 有支出, 须: 实际支出 > 0元 }
补助:
  条款: "2"
  不可算: 指南没有写比例
  可算: G1
  封顶: 500万元
  计算: [补助额: "min(50% * 实际支出, 封顶)"]
拨付: [{ 批次: 一次性, 条款: "2", 比例: 100%, 触发: 立项后 }]
`);
  const codes = (other: readonly string[]) =>
    open.assess({ 实际支出: '420' }, other).notes.map((n) => n.code);

  it('默认不可算', () => {
    expect(open.assess({ 实际支出: '420' }).ceiling).toBeNull();
    expect(codes([])).toEqual(['not-computable']);
  });

  it('取另解就按步骤算', () => {
    expect(open.assess({ 实际支出: '420' }, ['G1']).ceiling).toEqual({ amount: '210' });
    expect(codes(['G1'])).toEqual(['ceiling-not-award']);
  });
});

it('数据互相矛盾时写明依据G18', () => {
  const two = (audit: string) =>
    line.assess({ 项目总投入: { sources: { 企业申报: '2000', 审计报告: audit } } }).readings;
  expect(two('900')).toContain('G18');
  expect(two('2000')).not.toContain('G18');
});

it('金额的前提所依据的条文理解也要写明', () => {
  const audited = sampleLine(`
申报事实:
  实际支出: { 类型: 金额 }
  已审计: { 类型: 是否 }
条件:
  1(1): { 说: 有支出, 须: 实际支出 > 0元 }
补助:
  条款: "2"
  须先: { 须: 已审计 or not(default(G1)), 说: 审计后才有金额 }
  计算: [补助额: 50% * 实际支出]
`);
  expect(audited.assess({ 实际支出: '420', 已审计: true }).readings).toEqual(['G1']);
});
