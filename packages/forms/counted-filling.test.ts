import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { countedOf, leftoversOf, withoutLeftovers } from './counted-filling.ts';
import { blankFilling, NO_TARGET } from './filling.ts';

const form = openForm('1-8');
const target = (value: string) => [{ ...NO_TARGET, value }];
const filling = {
  ...blankFilling('1-8'),
  header: { 项目名称: '示例项目', 从前的栏: '旧' },
  kinds: ['地址溯源', '从前的类'],
  targets: {
    全省工业企业IP地址在库数: target('1000'),
    形成密码应用标准草案或者行业应用方案数: target('2'),
    项目总投入: target('3000'),
    从前的指标: target('5'),
  },
};

test('rows of kinds that aren’t chosen are kept and don’t count', () => {
  expect(Object.keys(countedOf(form, filling).targets)).toEqual([
    '全省工业企业IP地址在库数',
    '项目总投入',
  ]);
  expect(Object.keys(withoutLeftovers(form, filling).targets)).toHaveLength(3);
});

test('what this version has no place for is named, with what was filled in', () => {
  expect(leftoversOf(form, filling)).toEqual([
    { name: '从前的栏', text: '旧' },
    { name: '从前的类', text: '已选' },
    { name: '从前的指标', text: '5' },
  ]);
  expect(leftoversOf(form, withoutLeftovers(form, filling))).toEqual([]);
});
