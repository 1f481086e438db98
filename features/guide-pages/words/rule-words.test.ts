import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { beforeAll, expect, test } from 'vitest';
import { lineOf, openGuide } from '../open-guide.fixture.ts';
import { ruleWords } from './rule-words.ts';
import { stageWords } from './stage-words.ts';

let guide: CheckedGuide;
beforeAll(async () => {
  ({ guide } = await openGuide());
});

function condition(line: string, clause: string): string {
  const found = lineOf(guide, line).conditions.find((c) => c.clause === clause);
  if (!found?.must) throw new Error(`no rule ${clause}`);
  return ruleWords(found.must, guide);
}

function step(line: string, id: string): string {
  const found = lineOf(guide, line).steps.find((s) => s.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return ruleWords(found.node, guide);
}

test('a comparison takes the word of what is compared', () => {
  expect(condition('tech-upgrade', '1(2)a')).toBe('项目备案总投资不低于3000万元');
  expect(condition('core-technology', '(二)2b')).toBe('攻关任务完成日期（含计划）不晚于2024-06-30');
  expect(condition('talent-training', '1(5)a')).toBe('培训总人数不少于800人');
  expect(condition('tech-upgrade', '1(1)a')).toBe('项目实施地的省份为“江苏省”');
});

test('a period and a figure stand with their names', () => {
  expect(condition('data-product', '1(3)b')).toBe(
    '项目完工日期在支持期间（2021-01-01至2021-12-31）内',
  );
  expect(condition('smart-factory', '2(4)a')).toBe(
    '项目总投入不低于示范标杆工厂总投入下限（3000万元）',
  );
});

test('what only another reading looks at is left out', () => {
  expect(condition('tech-upgrade', '1(1)b')).toBe('备案（核准）手续为“完备”、“依法无需办理”之一');
  expect(step('tech-upgrade', '三级贴息余额')).not.toContain('0元');
});

test('a formula can be read, its parts set apart', () => {
  expect(step('data-product', '补助上限')).toBe('20% × 项目总投入、封顶（500万元）两者中较小的');
  expect(step('tech-upgrade', '合计')).toBe(
    '（贷款贴息 加 设备补助）、封顶（2000万元）两者中较小的',
  );
  expect(step('tech-upgrade', '贷款贴息')).toBe(
    '0元、（可贴息利息、三级贴息余额两者中较小的）两者中较大的',
  );
});

test('rows are told by what they are', () => {
  expect(condition('talent-training', '1(5)c')).toBe(
    '培训班次中时长（含报到和撤离，各不超过半天）不少于长班时长（3.5天）的数目不少于长班个数（8个）',
  );
});

test('every rule of the guide has words, without anything of the language', () => {
  const rules = guide.lines.flatMap((l) => [
    ...l.conditions.flatMap((c) => [c.must, c.applies]),
    ...l.steps.map((s) => s.node),
    ...l.stages.map((s) => s.amount),
    ...l.papers.map((p) => p.when),
  ]);
  const told = rules.flatMap((rule) => (rule ? [ruleWords(rule, guide)] : []));
  expect(told.length).toBeGreaterThan(200);
  expect(
    told.filter(
      (t) => t === '' || /\b(?:if|then|else|default|and|or|not)\b|的的|undefined/.test(t),
    ),
  ).toEqual([]);
});

test('stages say how much of the subsidy they pay', () => {
  const words = (line: string) => lineOf(guide, line).stages.map((s) => stageWords(s, guide));
  expect(words('five-g-integration')).toEqual(['补助金额的50%', '补助金额减去已经拨付的部分']);
  expect(words('xinchuang-zone')[1]).toBe('至多1000万元');
  expect(words('identifier-node')[0]).toBe('100万元');
  expect(words('data-product')).toEqual(['全部补助金额']);
});
