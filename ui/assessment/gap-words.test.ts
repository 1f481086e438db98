import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { gapText } from './gap-words.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('the guide is missing');
const guide = loaded.checked;

const FACTS = [{ id: '数', label: '某数', value: null }];

test.each([
  [
    { have: '1999.99', need: '2000', short: '0.01', unit: '万元' },
    '某数差0.01 万元（现为1,999.99 万元，要求2,000 万元）',
  ],
  [
    { have: '2020', need: '2021', short: '1', unit: '年度' },
    '某数差1 年（现为2020年度，要求2021年度）',
  ],
  [
    { have: '2022-01-03', need: '2021-12-31', short: '3', unit: '天' },
    '某数差3 天（现为2022-01-03，要求2021-12-31）',
  ],
])('%j', (gap, text) => {
  expect(gapText({ ...gap, fact: '数' }, FACTS, guide)).toBe(text);
});
