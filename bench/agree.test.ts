import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { celContenders } from './cel.ts';
import { byHand, jsonRulesEngine } from './data-product.ts';
import { fuchi } from './fuchi.ts';
import { slopeOf } from './growth.ts';
import { markdown } from './table.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const contenders = [
  jsonRulesEngine(),
  byHand(),
  ...celContenders(),
  ...Object.values(fuchi(loaded.checked)),
];

test.each(contenders.map((c) => [c.name, c] as const))(
  '%s gives the verdict and amount all give',
  async (_, c) => {
    await expect(Promise.resolve(c.run())).resolves.toBeUndefined();
  },
);

test('the slope is 1 where time grows with the size, 2 where with its square', () => {
  expect(slopeOf([1, 10, 100], [5, 50, 500])).toBeCloseTo(1);
  expect(slopeOf([1, 10, 100], [1, 100, 10_000])).toBeCloseTo(2);
  expect(slopeOf([1, 10, 100, 1000], [5, 50, 500])).toBeCloseTo(1);
});

test('a table as Markdown', () => {
  expect(markdown({ title: 'A', head: ['', 'ms'], rows: [['x', '1']] })).toBe(
    '**A**\n\n|  | ms |\n| --- | ---: |\n| x | 1 |',
  );
});
