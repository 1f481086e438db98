import { expect, test } from 'vitest';
import { beyondWord } from './beyond-word.ts';

test.each([
  ['5000', '2000', '低于'],
  ['9', '10', '高于'],
  ['2021-06-30', '2021-12-31', '晚于'],
  ['2021-06-30', '2021-01-01', '早于'],
  ['10', '10.0', '越过'],
])('from %s, the limit %s is passed %s', (from, limit, word) => {
  expect(beyondWord(from, limit)).toBe(word);
});
