import { expect, test } from 'vitest';
import { ownClockOf } from './own-clock.ts';

test.each([
  ['filler', null, 'applicant'],
  ['submitter', null, 'applicant'],
  ['recommender-handler', 'county', 'county'],
  ['recommender-lead', 'city', 'city'],
  // The province recommends to nobody.
  ['recommender-lead', 'province', null],
  ['planning', 'province', null],
  ['finance-head', 'county', null],
  ['expert', null, null],
] as const)('%s（%s）自己的时限是 %s', (role, level, own) => {
  expect(ownClockOf(role, level)).toBe(own);
});
