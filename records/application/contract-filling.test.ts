import { NO_TARGET } from '@fuchi/forms/filling';
import { indicatorsOf } from '@fuchi/guide/form';
import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { fieldsOfFilling, fillingOfFields, savesOfFilling } from './contract-filling.ts';

test('申报表的每一格是一个字段，存下来再读出还是同一张表', () => {
  const form = openForm('1-8');
  const blank = fillingOfFields(form, new Map());
  const id = indicatorsOf(form)[0]?.indicator.id ?? '';
  const filled = {
    ...blank,
    header: { 项目名称: '示例项目' },
    goals: { 总体目标: '建成示例工厂' },
    targets: { [id]: [{ ...NO_TARGET, value: '12', years: { 2023: '5' } }] },
    own: [{ name: '示例指标', unit: '个', value: '3', years: {} }],
  };
  const fields = new Map(
    savesOfFilling(blank, filled).map(({ path, value }) => [path, value] as const),
  );
  expect(fields.get('form//header/项目名称')).toBe('示例项目');
  const read = fillingOfFields(form, fields);
  expect(Object.fromEntries(fieldsOfFilling(read))).toEqual(
    Object.fromEntries(fieldsOfFilling(filled)),
  );
  expect(savesOfFilling(read, blank).every(({ value }) => value === null)).toBe(true);
});
