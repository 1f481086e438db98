import { expect, test } from 'vitest';
import { fullClause } from './full-clause.ts';

test.each([
  ['一（一）', '1(2)a', '一（一）1(2)a'],
  ['一（三）', '2(1)①a', '一（三）2(1)①a'],
  ['二', '(二)3', '二（二）3'],
  ['一（六）', '(六)', '一（六）'],
  ['三（四）', '(四)', '三（四）'],
  ['三（二）', '三（二）', '三（二）'],
  ['五（一）', '末段', '五（一）末段'],
  ['', 'call-1a', 'call-1a'],
  ['五（五）', '附件1-24', '附件1-24'],
])('in %s, clause %s is cited as %s', (section, clause, cited) => {
  expect(fullClause(section, clause)).toBe(cited);
});
