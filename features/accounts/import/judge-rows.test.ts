import type { Region, Regions } from '@fuchi/values/region';
import { beforeAll, expect, test } from 'vitest';
import { regionsForTests } from '../unit/regions.fixture.ts';
import { judgeRows, rowId, TEMPLATE_HEADS } from './judge-rows.ts';

let regions: Regions;
beforeAll(async () => {
  regions = await regionsForTests();
});

const judge = (rows: readonly (readonly string[])[]) => judgeRows(rows, regions, []);
const outcomes = (rows: readonly (readonly string[])[]) =>
  judge(rows).map((row) => [row.row, row.outcome]);

test('13个市、40个县（市）的工信和财政一次导入，县在市前面也行', () => {
  const units = (level: Region['level'], word: string) =>
    regions.all
      .filter((region) => region.level === level && region.reportsDirect !== false)
      .flatMap((region) =>
        ['工信', '财政'].map((department) => [
          `示例${region.city ?? ''}${region.name}${department}局`,
          word,
          department,
          region.code,
          '',
        ]),
      );
  const [counties, cities] = [units('county', '县（市）'), units('city', '设区市')];
  expect([counties.length, cities.length]).toEqual([80, 26]);
  const done = judge([[...TEMPLATE_HEADS], ...counties, ...cities]);
  expect(done.filter((row) => row.outcome !== 'new')).toEqual([]);
  const changshu = done.find((row) => row.texts.name === '示例苏州市常熟市工信局');
  const suzhou = done.find((row) => row.texts.name.startsWith('示例苏州市苏州市工信'));
  expect(changshu).toMatchObject({ place: { parent: rowId(suzhou?.row ?? 0) } });
});

test('错的逐行说清，对的照样成立', () => {
  const done = judge([
    ['2022年项目推荐单位'],
    ['地区', '单位名称', '部门', '层级', '经由单位'],
    ['苏州', '示例苏州市工信局', '工信', '设区市', ''],
    ['', '', '', '', ''],
    ['常熟', '', '工业', '县', '某局'],
    ['吴中区', '示例吴中区工信局', '工信', '县（市）', ''],
    ['常熟', '示例常熟市工信局', '工信局', '县级市', '示例苏州市工信局'],
    ['常熟', '示例常熟市经信局', '工信', '县(市)', ''],
    ['昆山', '示例常熟市工信局', '工信', '县(市)', ''],
  ]);
  expect(done.map((row) => [row.row, row.outcome])).toEqual([
    [3, 'new'],
    [5, 'faulty'],
    [6, 'faulty'],
    [7, 'new'],
    [8, 'faulty'],
    [9, 'faulty'],
  ]);
  expect(done.map((row) => (row.outcome === 'faulty' ? row.faults : []))).toEqual([
    [],
    ['没有单位名称', '部门应为工信、财政', '没有叫“某局”的单位'],
    ['区不单独推荐，由苏州市的单位推荐'],
    [],
    ['这个地区和部门已有“示例常熟市工信局”'],
    ['“示例常熟市工信局”已有，是另一个地区或部门的'],
  ]);
});

test('再导入一次，都已经在了', () => {
  const rows = [
    ['示例苏州市工信局', '设区市', '工信', '苏州'],
    ['示例常熟市工信局', '县', '工信', '常熟'],
  ];
  expect(outcomes(rows)).toEqual([
    [1, 'new'],
    [2, 'new'],
  ]);
  const known = rows.map(([name = ''], i) => ({
    id: String(i + 1),
    name,
    level: i === 0 ? ('city' as const) : ('county' as const),
    department: '工信' as const,
    territory: i === 0 ? '320500' : '320581',
  }));
  expect(judgeRows(rows, regions, known).map((row) => row.outcome)).toEqual(['there', 'there']);
});

test('没有表头就按模板的次序；同一张表里重复的只要第一个', () => {
  const row = ['示例苏州市工信局', '设区市', '工信', '苏州市'];
  expect(outcomes([row, row])).toEqual([
    [1, 'new'],
    [2, 'there'],
  ]);
});
