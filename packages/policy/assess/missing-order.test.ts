import { expect, test } from 'vitest';
import { sampleLine } from './sample-line.fixture.ts';

const line = sampleLine(`
申报事实:
  有场地: { 类型: 是否 }
  有方案: { 类型: 是否 }
  机构类型: { 类型: 选项, 选项: [企业, 事业单位, 社会团体, 其他] }
  完工日期: { 类型: 日期 }
  注册资金: { 类型: 金额 }
  手续: { 类型: 选项, 选项: [完备, 无需办理, 未办] }
  已说明: { 类型: 是否 }
  班次:
    类型: 明细
    单位: 个
    列:
      人数: { 类型: 数量, 单位: 人 }
      天数: { 类型: 天数 }
  支出: { 类型: 金额 }
条件:
  1(1): { 说: 场地, 须: 有场地 }
  1(2): { 说: 方案, 须: 有方案 }
  1(3): { 说: 机构, 须: '机构类型 = "企业"' }
  1(4): { 说: 完工, 须: 完工日期 <= 2022-12-31 and 完工日期 >= 2021-01-01 }
  1(5): { 说: 资金, 适用: '机构类型 = "企业"', 须: 注册资金 >= 500万元 }
  1(6): { 说: 手续, 须: '手续 = "完备" or (手续 = "无需办理" and 已说明)' }
  1(7): { 说: 班次, 须: every 班 in 班次 satisfies 班.人数 >= 50人 and 班.天数 >= 2天 }
补助:
  条款: "2"
  说: 补助
  封顶: 100万元
  计算:
    - 补助上限: min(支出, 封顶)
`);

const asked = (facts: Record<string, unknown>) => line.assess(facts).missing.map((m) => m.fact);

test('四个选项只有一个符合的最先；同样可能的按文件顺序，是否题不分先后', () => {
  const order = asked({});
  expect(order[0]).toBe('机构类型');
  expect(order.indexOf('有方案')).toBe(order.indexOf('有场地') + 1);
});

test('明细要逐格填，排在一句话能答的之后；只影响金额的最后', () => {
  const order = asked({});
  expect(order.indexOf('班次')).toBeGreaterThan(order.indexOf('有方案'));
  expect(order.at(-1)).toBe('支出');
});

test('两种办法都行的，先问只要一个答案的那种；它成立了，另一种就不问', () => {
  const order = asked({});
  expect(order.indexOf('手续')).toBeLessThan(order.indexOf('已说明'));
  expect(asked({ 手续: '完备' })).not.toContain('已说明');
});

test('先问适用不适用：不适用的，所要的事实不问', () => {
  const order = asked({});
  expect(order.indexOf('机构类型')).toBeLessThan(order.indexOf('注册资金'));
});
