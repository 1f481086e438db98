import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, test } from 'vitest';
import { NO_TARGET } from '../filling.ts';
import { MOST_GOAL, MOST_ROWS } from '../filling-limits.ts';
import { readFilling } from './read-filling.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
const form = (id: string) => {
  const found = loaded?.checked.guide.forms.find((f) => f.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
};
const faultsOf = (id: string, input: unknown) =>
  readFilling(form(id), input).faults.map((f) => `${f.path.join('.')} ${f.code}`);

describe('what can’t be mistaken is taken', () => {
  test('a plain value, one target, a list of one; by id or by label; numbers as they print', () => {
    const targets = (input: unknown) =>
      readFilling(form('1-1'), { targets: input }).filling.targets;
    const one = { 项目总投入: [{ ...NO_TARGET, value: '3000.5' }] };
    expect(targets({ 项目总投入: '3000.5' })).toEqual(one);
    expect(targets({ 项目总投入: 3000.5 })).toEqual(one);
    expect(targets({ 项目总投入: { value: '3000.5', unit: '万元' } })).toEqual(one);
    expect(targets({ '项目总投入（万元）': [{ value: 3000.5, measure: '万元' }] })).toEqual(one);
  });

  test('one kind alone, in whatever order', () => {
    expect(readFilling(form('1-17'), { kinds: '节能环保产业项目' }).filling.kinds).toEqual([
      '节能环保产业项目',
    ]);
  });
});

describe('everything wrong is told at once, and the rest survives', () => {
  test('unknown names with the nearest', () => {
    const { filling, faults } = readFilling(form('1-1'), {
      form: '1-2',
      抬头: {},
      header: { 项目名: '示例', 项目承担单位: '示例公司' },
      kinds: ['甲类'],
      targets: { 项目总投人: '1', 产品合格率: '98' },
      own: [{ 名称: '甲' }],
    });
    expect(faults.map((f) => [f.path.join('.'), f.code, f.facts['nearest'] ?? ''])).toEqual([
      ['抬头', 'name-unknown', ''],
      ['form', 'other-form', ''],
      ['header.项目名', 'name-unknown', '项目名称'],
      ['kinds.0', 'kind-unknown', ''],
      ['targets.项目总投人', 'name-unknown', '项目总投入'],
      ['own.0.名称', 'name-unknown', ''],
    ]);
    expect(filling.header).toEqual({ 项目承担单位: '示例公司' });
    expect(Object.keys(filling.targets)).toEqual(['产品合格率']);
  });

  test.each([
    ['1-1', { targets: { 项目总投入: ['1', '2'] } }, 'targets.项目总投入 row-not-repeated'],
    [
      '1-1',
      { targets: { 项目总投入: { value: '1', years: { 2022: '1' } } } },
      'targets.项目总投入.0.years.2022 part-without-place',
    ],
    [
      '1-1',
      { targets: { 项目总投入: { value: '1', unit: '亿元' } } },
      'targets.项目总投入.0.unit part-without-place',
    ],
    [
      '1-1',
      { targets: { 项目总投入: '1', '项目总投入（万元）': '2' } },
      'targets.项目总投入（万元） target-twice',
    ],
    [
      '1-8',
      { targets: { 项目总投入: { years: { 明年: '1' } } } },
      'targets.项目总投入.0.years.明年 not-a-year',
    ],
    ['1-1', { targets: { 项目总投入: true } }, 'targets.项目总投入.0.value not-a-text'],
    ['1-1', { targets: { 项目总投入: 1e30 } }, 'targets.项目总投入.0.value number-inexact'],
    ['1-1', { goals: { 总体目标: 'a\u0000b' } }, 'goals.总体目标 text-unreadable'],
    ['1-1', { goals: { 总体目标: '\ud800' } }, 'goals.总体目标 text-unreadable'],
    ['1-1', { goals: { 总体目标: '长'.repeat(MOST_GOAL + 1) } }, 'goals.总体目标 text-too-long'],
    ['1-1', { own: Array.from({ length: MOST_ROWS + 1 }, () => ({})) }, 'own too-many-rows'],
    ['1-1', 'text', ' not-a-map'],
    ['1-1', { header: [] }, 'header not-a-map'],
  ])('%s %j', (id, input, fault) => expect(faultsOf(id, input)).toEqual([fault]));

  test('a hostile file gives bounded faults of bounded size', () => {
    const names = Array.from(
      { length: 5000 },
      (_, i) => [`${'名'.repeat(1000)}${i}`, '1'] as const,
    );
    const { faults, filling } = readFilling(
      form('1-1'),
      JSON.parse(
        JSON.stringify({ targets: Object.fromEntries(names) }).replace(
          '{"',
          '{"__proto__":{"x":1},"',
        ),
      ),
    );
    expect(faults).toHaveLength(200);
    expect(JSON.stringify(faults).length).toBeLessThan(100_000);
    expect(filling.targets).toEqual({});
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});
