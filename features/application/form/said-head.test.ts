import { blankFilling } from '@fuchi/forms/filling';
import { expect, test } from 'vitest';
import { GUIDE } from '../prints/content.fixture.ts';
import { withSaidHead } from './said-head.ts';

const line = GUIDE.lines.find(({ id }) => id === 'core-technology');
const form = GUIDE.guide.forms.find(({ id }) => id === line?.source.form);
if (!line || !form) throw new Error('the guide has no core-technology');

const said = {
  values: new Map([
    ['project/名称', '示例五轴转台攻关'],
    ['project/起始日期', '2021-07-01'],
  ]),
  entry: { 攻关任务完成日期: '2024.6.30' },
  facts: line.facts,
  applicant: '示例精工装备有限公司',
  recommender: '昆山市工业和信息化局（示例）',
};

test('表头取申报里已有的：名称、单位、起止日期，日期写成表上的样子', () => {
  expect(withSaidHead(form, blankFilling(form.id), said).header).toEqual({
    项目名称: '示例五轴转台攻关',
    项目推荐单位: '昆山市工业和信息化局（示例）',
    项目承担单位: '示例精工装备有限公司',
    项目开始时间: '2021-07-01',
    项目结束时间: '2024-06-30',
  });
});

test('填了的不动；没有可带的，还是原来那一份', () => {
  const typed = { ...blankFilling(form.id), header: { 项目名称: '另一个名称' } };
  const taken = withSaidHead(form, typed, said);
  expect(taken.header['项目名称']).toBe('另一个名称');
  expect(withSaidHead(form, taken, said)).toBe(taken);
  const nothing = { values: new Map(), entry: {}, facts: [], applicant: '', recommender: '' };
  expect(withSaidHead(form, typed, nothing)).toBe(typed);
});

test('看不出是哪一天的不带', () => {
  const vague = { ...said, entry: { 攻关任务完成日期: '2024年6月底' } };
  expect(withSaidHead(form, blankFilling(form.id), vague).header).not.toHaveProperty(
    '项目结束时间',
  );
});
