import type { FieldValue } from '@fuchi/record-application/contract';
import { confirmedCells, confirmedSaves } from '@fuchi/record-application/contract-confirmed';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { GUIDE } from '../prints/content.fixture.ts';
import { confirmedSources, differsText } from './confirmed-words.ts';

const regions = regionsFrom(GUIDE.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const place = regions.value;

const BANK = { by: '省级金融机构', annex: '利息确认表', day: '2022-04-08', paper: '' };
const OWN: Readonly<Record<string, FieldValue>> = {
  'fact/贷款/b': { order: 0 },
  'fact/贷款/b/适用LPR': '3.85',
  'fact/贷款/b/土建占比': '20',
  'fact/贷款/b/各期付息/p': { order: 0 },
  'fact/贷款/b/各期付息/p/实付利息': '21.00',
  'fact/贷款/b/各期付息/q': { order: 1 },
  'fact/贷款/b/各期付息/q/实付利息': '22',
  'fact/贷款/a': { order: 1 },
  'fact/贷款/a/适用LPR': '3.85',
};

function cells(own: Readonly<Record<string, FieldValue>>, confirmed: Record<string, FieldValue>) {
  const back = Object.entries(confirmed).map(([path, value]) => ({ path, value }));
  const kept = confirmedSaves(back, BANK).map(({ path, value }) => [path, value] as const);
  return confirmedCells(new Map([...Object.entries(own), ...kept]), GUIDE, place);
}

const BACK = {
  'fact/贷款/b/适用LPR': '3.85%',
  'fact/贷款/b/土建占比': '20',
  'fact/贷款/a/适用LPR': '3.85',
  'fact/贷款/b/各期付息/p/实付利息': '21',
  'fact/贷款/b/各期付息/q/实付利息': '22',
};

describe('第三方核定的数', () => {
  test('与草稿里一样的以它为来源，写法不同也是一样的数', () => {
    expect(Object.fromEntries(confirmedSources(cells(OWN, BACK)))).toEqual({
      贷款: [
        '省级金融机构核定：第1笔的土建占比；第1、2笔的适用LPR；第1笔的各期付息第1、2笔的实付利息（《利息确认表》，2022-04-08由申报单位读回；以盖章的原件为准）',
      ],
    });
  });

  test('改过的、没有取的没有这个来源，说出差在哪里；删去的行什么都不说', () => {
    const changed: Record<string, FieldValue> = {
      ...OWN,
      'fact/贷款/b/适用LPR': '3.80',
      'fact/贷款/b/各期付息/q/实付利息': null,
    };
    const { 'fact/贷款/a': _gone, 'fact/贷款/a/适用LPR': _too, ...left } = changed;
    const found = cells(left, BACK);
    expect(found.filter(({ holds }) => !holds).map(differsText)).toEqual([
      '第1笔的适用LPR填的是3.80%，省级金融机构核定的是3.85%（《利息确认表》，2022-04-08由申报单位读回）',
      '第1笔的各期付息第2笔的实付利息没有填，省级金融机构核定的是22万元（《利息确认表》，2022-04-08由申报单位读回）',
    ]);
    expect([...confirmedSources(found).values()].flat().join()).not.toContain('适用LPR');
  });

  test('没有核定过的，没有来源', () => {
    expect(confirmedCells(new Map(Object.entries(OWN)), GUIDE, place)).toEqual([]);
    expect(confirmedSources([]).size).toBe(0);
  });
});
