import type { Organisation } from '@fuchi/record-organisation/organisation';
import { describe, expect, test } from 'vitest';
import { regionOf } from '../regions.fixture.ts';
import { offeredRecommenders } from './offered-recommenders.ts';

const unit = (
  name: string,
  territory: string,
  department: Organisation['department'] = '工信',
): Organisation => ({
  id: name,
  kind: 'recommender',
  name,
  creditCode: undefined,
  territory,
  level: territory.endsWith('00') ? 'city' : 'county',
  department,
  parent: undefined,
  status: 'active',
  mergedInto: undefined,
  formerNames: [],
  createdAt: new Date(0),
});
const SUZHOU = [unit('苏州市工信局', '320500'), unit('苏州市财政局', '320500', '财政')];
const offered = (place: string, units: readonly Organisation[]) => {
  const { units: all, through } = offeredRecommenders(regionOf(place), units);
  return [through, ...all.map(({ name }) => name)];
};

describe('注册交给哪个推荐单位', () => {
  test('县级市有自己的，就是自己的；财政局不受理', () => {
    const units = [
      ...SUZHOU,
      unit('常熟市工信局', '320581'),
      unit('常熟市财政局', '320581', '财政'),
    ];
    expect(offered('常熟市', units)).toEqual(['own', '常熟市工信局']);
  });

  test('县级市还没有设立，经设区市', () => {
    expect(offered('常熟市', SUZHOU)).toEqual(['city', '苏州市工信局']);
  });

  test('区经设区市', () => {
    expect(offered('苏州市吴中区', SUZHOU)).toEqual(['city', '苏州市工信局']);
  });

  test('市属开发区就是设区市', () => {
    expect(offered('苏州市', SUZHOU)).toEqual(['city', '苏州市工信局']);
  });

  test('昆山、泰兴、沭阳与设区市并列，不经设区市', () => {
    expect(offered('昆山市', SUZHOU)).toEqual(['none']);
    expect(offered('昆山市', [...SUZHOU, unit('昆山市工信局', '320583')])).toEqual([
      'own',
      '昆山市工信局',
    ]);
    expect(offered('泰兴市', [unit('泰州市工信局', '321200')])).toEqual(['none']);
    expect(offered('沭阳县', [unit('宿迁市工信局', '321300')])).toEqual(['none']);
  });

  test('只有财政局的地方由财政局受理', () => {
    expect(offered('苏州市', [unit('苏州市财政局', '320500', '财政')])).toEqual([
      'city',
      '苏州市财政局',
    ]);
  });
});
