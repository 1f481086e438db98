import { expect, test } from 'vitest';
import { openGuide } from '../open-guide.fixture.ts';
import { readingUses } from './reading-uses.ts';

test('a reading is told with the lines that rest on it, by any of the ways they can', async () => {
  const { guide } = await openGuide();
  const uses = readingUses(guide);
  expect(uses.size).toBe(guide.guide.readings.length);
  expect(uses.get('A1.1')?.lines).toEqual(['tech-upgrade']);
  // Named only in a derivation of a column.
  expect(uses.get('A1.12')?.lines).toEqual(['tech-upgrade']);
  // Named beside the quota.
  expect(uses.get('A13.6')?.lines).toContain('core-technology');
  expect(uses.get('G14')).toEqual({ lines: [], call: ['call-10'] });
});
