import { expect, test } from 'vitest';
import { offeredFor } from './row-numbers.ts';

const labels = (text: string, numbers = ['HT-1', 'HT-2', 'ht-30']) =>
  offeredFor(text, numbers).map(({ label }) => label);

test('空着时都列出来，打字时只列含有它的，不分大小写', () => {
  expect(labels('')).toEqual(['HT-1', 'HT-2', 'ht-30']);
  expect(labels('3')).toEqual(['ht-30']);
  expect(labels('T-3')).toEqual(['ht-30']);
  expect(labels('X')).toEqual([]);
});

test('已经写完整的不再列；前面写过的也不列，接着它写', () => {
  expect(labels('HT-1')).toEqual([]);
  expect(offeredFor('HT-1、', ['HT-1', 'HT-2'])).toEqual([{ value: 'HT-1、HT-2', label: 'HT-2' }]);
  expect(offeredFor('HT-1，HT-3；h', ['HT-1', 'HT-2'])).toEqual([
    { value: 'HT-1，HT-3；HT-2', label: 'HT-2' },
  ]);
});

test('几百行也只列出一屏', () => {
  const many = Array.from({ length: 300 }, (_, i) => `SN-${i}`);
  expect(labels('', many)).toHaveLength(50);
  expect(labels('299', many)).toEqual(['SN-299']);
});
