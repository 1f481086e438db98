import { expect, test } from 'vitest';
import { openGuide } from '../open-guide.fixture.ts';
import { citationText } from './citation.ts';

test('a citation names guide, clause, words, version, digest and address', async () => {
  const { guide } = (await openGuide()).guide;
  const address = 'https://fund.example/guide/lines/tech-upgrade#1(2)a';
  const text = citationText(guide, { clause: '一（一）1(2)a', says: '须这样。', address });
  expect(text).toBe(
    `《${guide.title}》一（一）1(2)a：“须这样。”（指南数据版本${guide.version}，校验码${guide.digest}，${address}）`,
  );
});
