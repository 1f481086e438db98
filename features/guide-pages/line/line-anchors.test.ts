import { expect, test } from 'vitest';
import { lineOf, openGuide } from '../open-guide.fixture.ts';
import { lineAnchors } from './line-anchors.ts';

test('no two provisions of a line have one anchor, and conditions have their clause', async () => {
  const { guide } = await openGuide();
  for (const line of guide.lines) {
    const { standard, applicant, quota, directions, stages } = lineAnchors(line);
    const conditions = line.conditions.map((c) => c.clause);
    const all = [...conditions, standard, applicant, quota, ...directions, ...stages];
    expect(new Set(all).size, line.id).toBe(all.length);
  }
});

test('the standard and the quota are cited by their clauses', async () => {
  const { guide } = await openGuide();
  expect(lineAnchors(lineOf(guide, 'tech-upgrade'))).toMatchObject({
    standard: '2',
    applicant: 'applicant-3',
    quota: '4',
  });
});
