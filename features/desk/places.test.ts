import { ALL_ROLES } from '@fuchi/workflow/role';
import { describe, expect, test } from 'vitest';
import { currentPlace, DESK_PLACES, placesOf } from './places.ts';

describe('办事栏目', () => {
  test('每个岗位都有工作台和自己的账号', () => {
    for (const role of ALL_ROLES) {
      const paths = placesOf(role).map(({ path }) => path);
      expect(paths[0]).toBe('/desk');
      expect(paths.at(-1)).toBe('/account');
    }
  });

  test('没有两个同名或同址的栏目，没有谁也进不去的栏目', () => {
    expect(new Set(DESK_PLACES.map(({ path }) => path)).size).toBe(DESK_PLACES.length);
    for (const role of ALL_ROLES) {
      const names = placesOf(role).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { roles } of DESK_PLACES) expect(roles.length).toBeGreaterThan(0);
  });

  test.each([
    ['/desk', '工作台'],
    ['/account', '我的账号'],
    ['/accounts/sign-on', '统一认证申请'],
    ['/deskside', undefined],
    ['/guide', undefined],
  ])('%s 属于 %s', (path, name) => {
    expect(currentPlace(placesOf('system-admin'), path)?.name).toBe(name);
  });

  test('下级页面属于路径最长的那个栏目', () => {
    const roles = ALL_ROLES;
    const places = [
      { path: '/accounts', name: '单位', roles },
      { path: '/accounts/people', name: '人员', roles },
    ];
    expect(currentPlace(places, '/accounts/people/12')?.name).toBe('人员');
    expect(currentPlace([...places].reverse(), '/accounts/people/12')?.name).toBe('人员');
    expect(currentPlace(places, '/accounts/12')?.name).toBe('单位');
  });
});
