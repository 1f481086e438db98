import type { Regions } from '@fuchi/values/region';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecommenderPlace } from '../contract-unit.ts';
import { regionsForTests } from './regions.fixture.ts';
import { type KnownRecommender, placeFaultText, recommenderPlace } from './unit-place.ts';

let regions: Regions;
beforeAll(async () => {
  regions = await regionsForTests();
});

const SUZHOU: KnownRecommender = {
  id: '1',
  name: '示例苏州市工信局',
  level: 'city',
  department: '工信',
  territory: '320500',
};
const SUZHOU_FINANCE = {
  ...SUZHOU,
  id: '2',
  name: '示例苏州市财政局',
  department: '财政',
} as const;
const WUXI = { ...SUZHOU, id: '3', name: '示例无锡市工信局', territory: '320200' };
const KNOWN = [SUZHOU, SUZHOU_FINANCE, WUXI];

function place(asked: Partial<RecommenderPlace>, known: readonly KnownRecommender[] = KNOWN) {
  const whole = { level: 'county', department: '工信', territory: '常熟', through: null } as const;
  return recommenderPlace({ ...whole, ...asked }, regions, known);
}

describe('成立的', () => {
  test.each([
    ['县经由同部门的市级单位', {}, { territory: '320581', parent: '1' }],
    ['财政经由财政', { department: '财政' }, { territory: '320581', parent: '2' }],
    ['写明经由谁也行', { through: '1' }, { parent: '1' }],
    ['市自己上报', { level: 'city', territory: '南京市' }, { territory: '320100' }],
    ['省级不必写地区', { level: 'province', territory: '' }, { territory: '320000' }],
    ['直管试点没有市级单位也行', { territory: '泰兴' }, { territory: '321283' }],
  ] as const)('%s', (_, asked, expected) => {
    expect(place(asked)).toMatchObject({ place: expected });
  });

  test('市和省级没有经由的单位', () => {
    const done = place({ level: 'city', territory: '320100' });
    expect(done).toEqual({
      place: { level: 'city', department: '工信', territory: '320100' },
    });
  });
});

describe('不成立的', () => {
  test.each([
    ['没写地区', { territory: '' }, 'territory', 'no-region'],
    ['没有这个地区', { territory: '某某县' }, 'territory', 'unknown-region'],
    ['外省', { territory: '安徽省合肥市' }, 'territory', 'unknown-region'],
    ['几个地区同名', { territory: '鼓楼区' }, 'territory', 'ambiguous-region'],
    ['层级不符', { level: 'city' }, 'level', 'wrong-level'],
    ['区由市推荐', { territory: '苏州市吴中区' }, 'territory', 'district'],
    ['已经有了', { level: 'city', territory: '苏州' }, 'territory', 'place-taken'],
    ['市级单位还没建', { territory: '沛县' }, 'through', 'no-city-unit'],
    ['经由别的市', { through: '3' }, 'through', 'wrong-city-unit'],
    ['经由别的部门', { through: '2' }, 'through', 'wrong-city-unit'],
    [
      '市不经由谁',
      { level: 'city', territory: '南京', through: '1' },
      'through',
      'wrong-city-unit',
    ],
  ] as const)('%s', (_, asked, path, code) => {
    expect(place(asked)).toMatchObject({ faults: [{ path, code }] });
  });

  test('同一地区的另一个部门不算已有', () => {
    expect(place({ level: 'city', territory: '无锡', department: '财政' })).toHaveProperty('place');
  });

  test('说得出是哪里不对', () => {
    const done = place({ territory: '鼓楼区' });
    const [fault] = 'faults' in done ? done.faults : [];
    expect(fault && placeFaultText(fault, 'place.')).toMatchObject({
      path: 'place.territory',
      message: expect.stringContaining('南京市鼓楼区'),
    });
  });
});
