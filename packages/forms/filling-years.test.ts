import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { blankFilling, NO_TARGET } from './filling.ts';
import { offeredYears } from './filling-years.ts';

const form = openForm('1-8');

function years(from: string, to: string, told: Readonly<Record<string, string>> = {}) {
  return offeredYears(form, {
    ...blankFilling('1-8'),
    header: { 项目开始时间: from, 项目结束时间: to },
    targets: { 项目总投入: [{ ...NO_TARGET, value: '3000', years: told }] },
  });
}

test('只跨一个年度的项目不问分年目标，跨年的问', () => {
  expect(years('2022-03-01', '2022-11-30')).toEqual([]);
  expect(years('2022-03-01', '2023-01-31')).toEqual(['2022', '2023']);
  expect(years('', '')).toEqual(['2022', '2023', '2024']);
});

test('已经填了的分年目标留着', () => {
  expect(years('2022-03-01', '2022-11-30', { '2022': '' })).toEqual([]);
  expect(years('2022-03-01', '2022-11-30', { '2022': '3000' })).toEqual(['2022']);
  expect(years('2022-03-01', '2022-11-30', { '2023': '10' })).toEqual(['2022', '2023']);
});
