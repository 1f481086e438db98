import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';
import { readGivenFacts } from '../facts/read-facts.ts';
import { papersFor } from './papers.ts';
import { sampleLine } from './sample-line.fixture.ts';

const SAMPLE = sampleLine(`
申报事实:
  机构类型: { 类型: 选项, 选项: [企业, 事业单位] }
  项目手续完备: { 类型: 是否 }
  有境外资产: { 类型: 是否 }
条件:
  1(1): { 说: 手续完备。, 须: 项目手续完备 }
  1(2): { 说: 企业或事业单位。, 须: '机构类型 in ("企业", "事业单位")' }
材料:
  - { 名: 备案文件, 条款: 1(1), 出具: 备案机关 }
  - { 名: 审计报告, 条款: 1(2), 当: '机构类型 = "企业"' }
  - { 名: 境外资产说明, 条款: 1(2), 当: 有境外资产 and default(G1) }
`);

function needed(facts: Record<string, unknown>, other: readonly string[] = []) {
  const program = SAMPLE.program(other);
  const regions = regionsFrom(program.guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(program.guide.guide.units), regions: regions.value };
  const { facts: given } = readGivenFacts(program.guide, facts, context);
  return papersFor(program, given).map(({ paper, needed: n }) => `${paper.name} ${n}`);
}

describe('要准备的材料', () => {
  it('无条件的都要，有条件的看事实，没填的不能确定', () => {
    expect(needed({})).toEqual(['备案文件 yes', '审计报告 unknown', '境外资产说明 unknown']);
    expect(needed({ 机构类型: '企业', 有境外资产: true })).toEqual([
      '备案文件 yes',
      '审计报告 yes',
      '境外资产说明 yes',
    ]);
    expect(needed({ 机构类型: '事业单位', 有境外资产: false })).toEqual([
      '备案文件 yes',
      '审计报告 no',
      '境外资产说明 no',
    ]);
  });

  it('随条文理解而变', () => {
    expect(needed({ 有境外资产: true }, ['G1'])).toContain('境外资产说明 no');
  });
});
