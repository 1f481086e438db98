import { expect, test } from 'vitest';
import { lineOf, openGuide } from '../open-guide.fixture.ts';
import { compareLines } from './compare-lines.ts';
import { lineTerms } from './line-terms.ts';

test('conditions that ask the same stand side by side, each once, and none is lost', async () => {
  const { guide } = await openGuide();
  const a = lineOf(guide, 'smart-factory');
  const b = lineOf(guide, 'five-g-integration');
  const { both, onlyFirst, onlySecond } = compareLines(guide, a, b);
  const total = both.find((p) => p.first.clause === '2(4)a');
  expect(total?.second.clause).toBe('2(4)a');
  expect(total?.facts).toEqual(['项目总投入']);
  expect(onlyFirst.map((c) => c.clause)).toContain('2(3)a');
  expect(onlySecond.map((c) => c.clause)).toContain('2(3)d');
  expect([...both.map((p) => p.first), ...onlyFirst]).toHaveLength(a.conditions.length);
  expect([...both.map((p) => p.second), ...onlySecond]).toHaveLength(b.conditions.length);
  expect(new Set(both.map((p) => p.second)).size).toBe(both.length);
});

test('clauses with the same number that ask other things are kept apart', async () => {
  const { guide } = await openGuide();
  const { both } = compareLines(
    guide,
    lineOf(guide, 'tech-upgrade'),
    lineOf(guide, 'talent-training'),
  );
  expect(both).toEqual([]);
});

test('every line is compared by the same terms', async () => {
  const { guide } = await openGuide();
  const names = guide.lines.map((l) =>
    lineTerms(guide, l)
      .map(([name]) => name)
      .join(),
  );
  expect(new Set(names).size).toBe(1);
});
