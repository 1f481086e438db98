import { expect, test } from 'vitest';
import { digestText, readDigestText, type TrailDigest } from './digest-file.ts';

const DIGEST: TrailDigest = {
  exported: '2022-03-18 23:00:00',
  seals: [
    { day: '2022-03-16', events: 5, lastEvent: '5', digest: 'a'.repeat(64) },
    { day: '2022-03-17', events: 9, lastEvent: '12', digest: 'b'.repeat(64) },
  ],
  tail: { events: 6, lastEvent: '18', digest: 'c'.repeat(64) },
};

test('写出去，读回来一样；记事本改过换行也一样', () => {
  const text = digestText(DIGEST);
  expect(text.split('\n').slice(2, 5)).toEqual([
    '导出 2022-03-18 23:00:00',
    `封存 2022-03-16 5 5 ${'a'.repeat(64)}`,
    `封存 2022-03-17 9 12 ${'b'.repeat(64)}`,
  ]);
  expect(readDigestText(text)).toEqual(DIGEST);
  expect(readDigestText(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(DIGEST);
  const quiet = { ...DIGEST, tail: undefined, seals: [] };
  expect(readDigestText(digestText(quiet))).toEqual(quiet);
});

test('改一个字、少一行、多一行，都读不出来', () => {
  const text = digestText(DIGEST);
  const lines = text.split('\n');
  for (let at = 0; at < text.length; at += 1) {
    const changed = `${text.slice(0, at)}x${text.slice(at + 1)}`;
    expect(readDigestText(changed), `at ${at}`).toBeUndefined();
  }
  for (let at = 0; at < lines.length - 1; at += 1) {
    expect(readDigestText(lines.toSpliced(at, 1).join('\n'))).toBeUndefined();
  }
  expect(readDigestText(`${text}多`)).toBeUndefined();
  expect(readDigestText('')).toBeUndefined();
});
