import { addressText, ownAt, targetAt } from '@fuchi/forms/field-address';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { pasted } from './paste.ts';

const value = (id: string) => addressText(targetAt(id, 0, 'value'));
const values = ({ targets }: Filling) =>
  Object.fromEntries(Object.entries(targets).map(([id, [row]]) => [id, row?.value]));

test('cells go down from the cursor, over every row of the form', () => {
  const form = openForm('1-1');
  const at = value('项目总投入');
  const result = pasted(form, blankFilling('1-1'), [], at, '3000\n1,500\n8000\n');
  expect(values(result.filling)).toEqual({
    项目总投入: '3000',
    拉动社会投资: '1,500',
    主营业务收入: '8000',
  });
  expect(result).toMatchObject({ taken: 3, off: 0, beyond: 0 });
});

test('columns to the right are the years that are shown, and what is beyond is counted', () => {
  const form = openForm('1-8');
  const at = value('项目总投入');
  const text = '3000\t1000\t2000\t超出\n8000\t3000\t5000';
  const result = pasted(form, blankFilling('1-8'), ['2022', '2023'], at, text);
  expect(result.filling.targets['项目总投入']?.[0]).toMatchObject({
    value: '3000',
    years: { 2022: '1000', 2023: '2000' },
  });
  expect(result).toMatchObject({ taken: 6, beyond: 1 });
  expect(pasted(form, blankFilling('1-8'), [], at, text)).toMatchObject({ taken: 2, beyond: 5 });
});

test('rows of a kind that isn’t chosen take nothing, and it is said', () => {
  const form = openForm('1-8');
  const filling = { ...blankFilling('1-8'), kinds: ['地址溯源'] };
  const at = value('全省工业企业IP地址在库数');
  const result = pasted(form, filling, [], at, '1000\n2\n\n\n\n0.5');
  expect(values(result.filling)).toEqual({
    全省工业企业IP地址在库数: '1000',
    为省工业信息安全公共服务平台提供单个IP溯源查询时间: '0.5',
  });
  expect(result).toMatchObject({ taken: 2, off: 1, beyond: 0 });
});

test('rows that bring the form’s labels go to them, whatever the order and the cell', () => {
  const form = openForm('1-1');
  const text = '经济效益\t利润总额（万元）\t-20\n\t实缴 税金(万元)\t300\n合计\t\t';
  const result = pasted(form, blankFilling('1-1'), [], '/header/项目名称', text);
  expect(values(result.filling)).toEqual({ 利润总额: '-20', 实缴税金: '300' });
  expect(result.filling.header).toEqual({});
});

test('indicators of one’s own get rows as needed', () => {
  const form = openForm('1-1');
  const own = { ...blankFilling('1-1'), own: [{ name: '', unit: '', value: '', years: {} }] };
  const at = addressText(ownAt(0, 'name'));
  const { filling } = pasted(form, own, [], at, '专利\t3\t项\n标准\t1\t项');
  expect(filling.own).toEqual([
    { name: '专利', value: '3', unit: '项', years: {} },
    { name: '标准', value: '1', unit: '项', years: {} },
  ]);
});

test('dates as sheets show them become what the header takes', () => {
  const form = openForm('1-1');
  const text = '2022/3/1\t2023年12月31日';
  const { filling } = pasted(form, blankFilling('1-1'), [], '/header/项目开始时间', text);
  expect(filling.header).toEqual({ 项目开始时间: '2022-03-01', 项目结束时间: '2023-12-31' });
});
