import { expect, test } from 'vitest';
import { citedClause, clauseWords } from './clause-words.ts';

test.each([
  ['1(2)a', '1(2)a', '条款1(2)a'],
  ['call-3', '申报通知3', '申报通知3'],
  ['call-1a', '申报通知1a', '申报通知1a'],
])('%s叫%s，引用时叫%s', (clause, words, cited) => {
  expect([clauseWords(clause), citedClause(clause)]).toEqual([words, cited]);
});
