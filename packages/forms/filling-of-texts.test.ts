import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { addressText, ownAt, targetAt } from './field-address.ts';
import { blankFilling, NO_TARGET } from './filling.ts';
import { fillingOfTexts } from './filling-of-texts.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
const found = loaded?.checked.guide.forms.find(({ id }) => id === '1-17');
if (!found) throw new Error('the guide has no form 1-17');
const form = found;

const TEXTS: readonly (readonly [string, string])[] = [
  ['/header/项目名称', '示例项目'],
  ['/goals/总体目标', '节能降碳。'],
  [addressText(targetAt('节能量', 0, 'value')), '1200'],
  [addressText(targetAt('节能量', 0, 'year', '2023')), '800'],
  [addressText(ownAt(1, 'name')), '绿色工厂'],
  [addressText(ownAt(0, 'name')), '节水'],
];

test('texts kept by address make a filling, in whatever order they are kept', () => {
  const filling = fillingOfTexts(form, new Map(TEXTS));
  expect(filling).toEqual({
    ...blankFilling('1-17'),
    header: { 项目名称: '示例项目' },
    goals: { 总体目标: '节能降碳。' },
    targets: { 节能量: [{ ...NO_TARGET, value: '1200', years: { 2023: '800' } }] },
    own: [
      { name: '节水', unit: '', value: '', years: {} },
      { name: '绿色工厂', unit: '', value: '', years: {} },
    ],
  });
  expect(fillingOfTexts(form, new Map([...TEXTS].reverse()))).toEqual(filling);
});

test('what the form has no place for is left out', () => {
  const strange: readonly (readonly [string, string])[] = [
    ['/header/没有这一项', '甲'],
    ['/targets/没有这个指标/0/value', '1'],
    ['/goals/别的目标', '乙'],
    ['/kinds/没有这一类', '√'],
    ['不是地址', '丙'],
    ['/header/项目名称', ''],
  ];
  expect(fillingOfTexts(form, new Map(strange))).toEqual(blankFilling('1-17'));
});
