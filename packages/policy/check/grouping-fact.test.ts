import { readGuide } from '@fuchi/guide/read-guide';
import { describe, expect, it } from 'vitest';
import { sampleLine } from '../assess/sample-line.fixture.ts';
import { SMALL_GUIDE } from '../small-guide.fixture.ts';
import { checkGuide } from './check-guide.ts';

const grouped = (quota: string) => {
  const files = new Map(Object.entries(SMALL_GUIDE));
  const plant = files.get('lines/plant.yaml') ?? '';
  files.set('lines/plant.yaml', plant.replace('不超过: 20个,', `不超过: 20个, ${quota},`));
  const { guide, faults } = readGuide(files);
  return [...faults, ...checkGuide(guide).faults].map(
    (f) => `${f.code} ${Object.values(f.facts).join(' ')}`,
  );
};

describe('支持数量的分组', () => {
  it('各领域都是该事实的选项', () => {
    const group = '分组: [{ 名: 企业, 领域: [企业], 不少于: 2个 }]';
    expect(grouped(`领域事实: 机构类型, ${group}`)).toEqual([]);
  });

  it('领域写错一个字就是错误，否则这一组永远没有项目', () => {
    const group = '分组: [{ 名: 企业, 领域: [企亚], 不少于: 2个 }]';
    expect(grouped(`领域事实: 机构类型, ${group}`)).toEqual([
      'unknown-option 企亚 企业 企业、事业单位、社会团体',
    ]);
  });

  it('须写明由哪个事实分组，而且是选项', () => {
    const group = '分组: [{ 名: 企业, 领域: [企业], 不少于: 2个 }]';
    expect(grouped(group)).toEqual(['missing-key 领域事实']);
    expect(grouped(`领域事实: 软件投入, ${group}`)).toEqual(['unknown-grouping 软件投入 ']);
  });

  it('要问，但不影响结论和金额', () => {
    const line = sampleLine(`
申报事实:
  总投入: { 类型: 金额 }
  领域: { 类型: 多选, 选项: [生物医药, 其他] }
条件:
  1(1): { 说: 总投入不低于1000万元, 须: 总投入 >= 1000万元 }
补助: { 条款: "2", 封顶: 500万元, 计算: [补助额: "min(20% * 总投入, 封顶)"] }
数量: { 条款: "4", 不超过: 15个, 领域事实: 领域, 分组: [{ 名: 生物医药, 领域: [生物医药], 不少于: 5个 }] }
`);
    expect(line.program().asked).toContain('领域');
    const without = line.assess({ 总投入: '2000' });
    expect(without.verdict).toBe('eligible');
    expect(without.missing).toEqual([]);
    for (const field of ['生物医药', '其他']) {
      const told = line.assess({ 总投入: '2000', 领域: [field] });
      expect([told.verdict, told.ceiling]).toEqual([without.verdict, without.ceiling]);
    }
  });
});
