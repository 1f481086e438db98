import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { isAuthoritys } from './contract-others.ts';
import {
  ownFacts,
  statedValue,
  statementKindOf,
  statementKindsOf,
  statementPapersOf,
} from './contract-statement.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;

test('指南里由推荐单位填报并出具的，每一项都有一种意见管', () => {
  const certified = Object.values(guide.facts)
    .filter(({ statedBy, certifier }) => statedBy === '推荐单位' && certifier === '项目推荐单位')
    .map(({ id }) => id);
  const told = Object.values(guide.facts).filter((spec) => statementKindOf(spec) !== undefined);
  expect(told.map(({ id }) => id).sort()).toEqual(certified.sort());
});

test.each([
  ['smart-factory', ['acceptance', 'not-needed']],
  ['data-product', ['acceptance']],
  ['green-upgrade', ['not-needed']],
  ['tech-upgrade', []],
])('%s 问的意见', (line, kinds) => {
  const facts = guide.lines.find(({ id }) => id === line)?.facts;
  expect(statementKindsOf(guide, facts ?? [])).toEqual(kinds);
});

test('材料里由项目推荐单位出具的，每一份都有一种意见管，别的材料没有', () => {
  for (const line of guide.lines) {
    const issued = line.papers.filter(({ issuer }) => issuer === '项目推荐单位');
    const kinds = new Set(statementKindsOf(guide, line.facts));
    const stated = statementPapersOf({ guide, line });
    expect([line.id, [...stated.keys()].sort()]).toEqual([
      line.id,
      issued.map(({ name }) => name).sort(),
    ]);
    for (const kind of stated.values()) expect(kinds).toContain(kind);
  }
});

test('一份意见定下几项事实；没有说的仍是未知', () => {
  const acceptance = { kind: 'acceptance', statedOn: '2022-03-30', organised: false } as const;
  expect(statedValue('验收完成日期', acceptance)).toBe('2022-03-30');
  expect(statedValue('推荐单位已出具验收意见', acceptance)).toBe('是');
  expect(statedValue('由项目推荐单位组织验收', acceptance)).toBe('否');
  expect(statedValue('申报截止日期前完成验收', acceptance)).toBeUndefined();
  expect(statedValue('推荐单位说明无需手续', acceptance)).toBeUndefined();
  const other = { kind: 'not-needed', statedOn: '2022-03-30', organised: null } as const;
  expect(statedValue('推荐单位说明无需手续', other)).toBe('是');
  expect(statedValue('验收完成日期', other)).toBeUndefined();
});

test('别的填报方的同名事实不归推荐单位；申报单位自己的话只留下自己的', () => {
  expect(statementKindOf({ id: '验收完成日期', statedBy: '申报单位' })).toBeUndefined();
  const entry = { 验收完成日期: '2022-03-30', 项目完工日期: '2021-11-30' };
  expect(Object.keys(ownFacts(guide, entry))).toEqual(['项目完工日期']);
});

test('主管部门和财政部门填报的，申报单位的话不算数，不论哪个类别', () => {
  const theirs = Object.values(guide.facts).filter(isAuthoritys);
  expect(theirs.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['主管部门意见', '核定总预算', '已拨付金额']),
  );
  const entry = { 主管部门意见: '同意', 核定总预算: '300万元', 项目完工日期: '2021-11-30' };
  expect(ownFacts(guide, entry)).toEqual({ 项目完工日期: '2021-11-30' });
});
