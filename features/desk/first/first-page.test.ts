import { ALL_ROLES, ROLES } from '@fuchi/workflow/role';
import { describe, expect, test } from 'vitest';
import { PUBLIC_PLACES, placesOf } from '../places.ts';
import { firstPageOf } from './first-page.ts';

describe('各岗位的工作台', () => {
  test.each(ALL_ROLES)('%s 的常用入口他都进得去，没有重复', (role) => {
    const own = placesOf(role).map(({ path }) => path);
    const open = PUBLIC_PLACES.map(({ path }) => path);
    const { shortcuts } = firstPageOf(role);
    const astray = shortcuts.filter(
      ({ to }) =>
        !own.some((path) => isAt(to, path)) &&
        !open.some((path) => (path === '/' ? to === '/' : isAt(to, path))),
    );
    expect(astray).toEqual([]);
    expect(new Set(shortcuts.map(({ name }) => name)).size).toBe(shortcuts.length);
    expect(shortcuts.length).toBeGreaterThan(0);
  });

  test('16个岗位各有各的说明和空的时候的说法', () => {
    const pages = ALL_ROLES.map(firstPageOf);
    expect(new Set(pages.map(({ lead }) => lead)).size).toBe(ALL_ROLES.length);
    for (const { lead, nothing } of pages) {
      expect(lead).toMatch(/。$/);
      expect(nothing).toMatch(/^没有.*。$/);
    }
  });

  test('管理员不接触申报，专家只看抽取到的：没有申报的时限', () => {
    for (const role of ALL_ROLES) {
      const without = ROLES[role].of === 'administration' || role === 'expert';
      expect(firstPageOf(role).clocks.length > 0).toBe(!without);
    }
  });

  test('申报单位只看自己的时限，不看上面几级的', () => {
    for (const role of ALL_ROLES.filter((r) => ROLES[r].of === 'applicant')) {
      expect(firstPageOf(role).clocks).toEqual(['opening', 'applicant']);
    }
  });
});

function isAt(to: string, path: string): boolean {
  return to === path || to.startsWith(`${path}/`);
}
