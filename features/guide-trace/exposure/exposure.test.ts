import { expect, test } from 'vitest';
import { type Change, smallGuide } from '../small-guide.fixture.ts';
import { exposureOf } from './exposure.ts';

function exposure(...changes: readonly Change[]) {
  const { rows, total } = exposureOf(smallGuide(...changes));
  const shown = rows.map((r) => `${r.title} ${r.places} ${r.ceiling} ${r.amount} ${r.because}`);
  return [...shown, total];
}

const PLANT = '工厂改造项目 20 500 10000 ';
const SCHOOL = 'lines/school.yaml';

test('places times ceiling, line by line and in sum', () => {
  expect(exposure()).toEqual([PLANT, '学校培训项目 10 500 5000 ', '15000']);
});

test('a fraction of 万元 stays exact', () => {
  expect(exposure([SCHOOL, '封顶: 补助封顶', '封顶: 5.5元'])[1]).toBe(
    '学校培训项目 10 0.00055 0.0055 ',
  );
});

test('what has no ceiling or no places says so', () => {
  const open = 'if default(G1) then none else 补助封顶';
  expect(exposure([SCHOOL, '封顶: 补助封顶', `封顶: ${open}`])).toEqual([
    PLANT,
    '学校培训项目 10 undefined undefined no-ceiling',
    '10000',
  ]);
  expect(exposure([SCHOOL, '不超过: 10个, 合计: joint', '分组: []'])).toEqual([
    PLANT,
    '学校培训项目 undefined 500 undefined no-places',
    '10000',
  ]);
});

test('lines that share places are one row', () => {
  const shared: readonly Change[] = [
    [SCHOOL, '不超过: 10个, ', ''],
    ['lines/plant.yaml', '不超过: 20个, ', ''],
  ];
  expect(exposure(...shared)).toEqual(['工厂改造项目、学校培训项目 30 500 15000 ', '15000']);
  expect(exposure(...shared, [SCHOOL, '封顶: 补助封顶', '封顶: none'])).toEqual([
    '工厂改造项目、学校培训项目 30 500 undefined open-ceiling',
    '0',
  ]);
});
