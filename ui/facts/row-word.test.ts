import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { gapText } from '../assessment/gap-words.ts';
import { rowName } from './row-word.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('the guide is missing');
const guide = loaded.checked;

test.each([
  ['贷款.本金', 2, '第2笔'],
  ['贷款.各期付息.付息日', 3, '各期付息第3笔'],
  ['设备发票.发票号码', 1, '第1张'],
  ['年度经营.年度', 2, '第2行'],
  ['这里没有.这一列', 4, '第4行'],
])('%s的第%i行叫%s', (cell, row, name) => expect(rowName(guide, cell, row)).toBe(name));

test('差多少的一句，行的叫法与表里一样', () => {
  const gap = { have: '90', need: '100', short: '10', unit: '人', fact: '人数', row: 2 };
  const facts = [{ id: '班次', label: '培训班次', value: null }];
  expect(gapText(gap, facts, guide)).toMatch(/^第2个 学员人数差|^第2个 /u);
  expect(gapText(gap, facts, guide)).not.toContain('第2行');
});
