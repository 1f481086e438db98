import { expect, test } from 'vitest';
import { openGuide } from '../open-guide.fixture.ts';
import { citedPath, otherCited } from './cited-address.ts';

const { guide } = (await openGuide()).guide;

test('a citation leads to the open guide without a word, and from another guide with its stamp', () => {
  const path = citedPath(guide, '/guide/lines/merger', '1(1)a');
  const { pathname, search, hash } = new URL(path, 'http://x');
  expect([pathname, hash]).toEqual(['/guide/lines/merger', '#1(1)a']);
  expect(otherCited(guide, search)).toBeUndefined();
  const next = { ...guide, version: '1.1.0', digest: '0123456789abcdef' };
  expect(otherCited(next, search)).toEqual({
    version: guide.version,
    digest: guide.digest.slice(0, 12),
  });
});

test.each(['', '?q=1', '?cited=', '?cited=1.0.0', '?cited=<b>-fe67901f0367', '?cited=1.0.0-xyz'])(
  'an address with %j cites nothing',
  (search) => {
    expect(otherCited(guide, search)).toBeUndefined();
  },
);
