import { expect, test } from 'vitest';
import { ADDRESS_PACE, LOGIN_PACE, waitAfter } from './pace.ts';

test('一个账号：五次以后 1、2、4……30分钟', () => {
  const waits = [0, 4, 5, 6, 7, 8, 9, 10, 11, 1_000_000].map((n) => waitAfter(LOGIN_PACE, n));
  expect(waits).toEqual([0, 0, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
});

test('一个地址：三十次以后逐渐变慢，最多5分钟', () => {
  const waits = [29, 30, 34, 35, 40, 65, 70, 1000].map((n) => waitAfter(ADDRESS_PACE, n));
  expect(waits).toEqual([0, 2, 2, 4, 8, 256, 300, 300]);
});
