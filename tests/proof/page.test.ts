import { expect, test } from 'vitest';
import { pageWith } from './page.ts';

const ORDER = ['trace', 'speed'];

test('a part written anew takes the place of the old, the others keep their text', () => {
  const first = pageWith(
    '',
    ORDER,
    new Map([
      ['trace', '## Trace\n\none'],
      ['speed', '## Speed\n\ntwo'],
    ]),
  );
  const again = pageWith(first, ORDER, new Map([['trace', '## Trace\n\nthree']]));
  expect(again).toContain('three');
  expect(again).toContain('two');
  expect(again).not.toContain('one\n');
});

test('writing the same parts again changes nothing', () => {
  const parts = new Map([['speed', '## Speed\n\ntwo']]);
  const page = pageWith('', ORDER, parts);
  expect(pageWith(page, ORDER, parts)).toBe(page);
  expect(pageWith(page, ORDER, new Map())).toBe(page);
});
