import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleEnd, stretches } from './stretches.ts';

test('every turn further apart than a sample is found to the step', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 62 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 900 }),
      (places, shift) => {
        const turns = [...new Set(places)].sort((a, b) => a - b).map((p) => p * 1000 + shift + 1);
        const answerAt = (x: number) => turns.filter((t) => x >= t).length;
        const found = stretches(0, 64_000, answerAt, Object.is);
        expect(found.map((s) => s.from)).toEqual([0, ...turns]);
        expect(found.at(-1)?.to).toBe(64_000);
        for (const s of found) {
          expect(answerAt(s.from)).toBe(s.answer);
          expect(answerAt(s.to)).toBe(s.answer);
        }
      },
    ),
  );
});

test('a scale of few steps is looked at step by step', () => {
  expect(stretches(0, 3, (x) => x === 2, Object.is).map((s) => [s.from, s.to])).toEqual([
    [0, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(stretches(5, 5, () => true, Object.is)).toEqual([{ from: 5, to: 5, answer: true }]);
});

test('the end of the scale lies beyond the last turn', () => {
  const end = scaleEnd(100, (x) => x >= 20_000, Object.is);
  expect(end).toBeGreaterThanOrEqual(20_000);
  expect(end).toBeLessThan(50_000);
  expect(scaleEnd(100, () => true, Object.is)).toBe(125);
});
