import { targetAt } from '@fuchi/forms/field-address';
import { blankFilling } from '@fuchi/forms/filling';
import { withText } from '@fuchi/forms/typed-text';
import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

const form = openForm('1-8');

test('what another filling would change is told field by field, with what stands there now', () => {
  const now = {
    ...blankFilling('1-8'),
    header: { 项目名称: '示例项目', 项目承担单位: '示例公司' },
    kinds: ['地址溯源'],
  };
  const changed = { ...now, header: { 项目名称: '示例项目二' }, kinds: ['公共服务平台'] };
  const other = withText(form, changed, targetAt('项目总投入', 0, 'year', '2023'), '500');
  expect(differencesOf(form, now, other).map(({ field: _, ...told }) => told)).toEqual([
    { label: '项目名称', now: '示例项目', other: '示例项目二' },
    { label: '项目承担单位', now: '示例公司', other: '' },
    { label: '公共服务平台', now: '', other: '√' },
    { label: '地址溯源', now: '√', other: '' },
    { label: '项目总投入（万元）：2023年目标', now: '', other: '500' },
  ]);
  expect(differencesOf(form, other, other)).toEqual([]);
});
