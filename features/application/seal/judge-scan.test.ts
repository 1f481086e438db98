import { pageCodeText } from '@fuchi/documents/application/page-code';
import { describe, expect, test } from 'vitest';
import { judgeScan, type SealedVersion } from './judge-scan.ts';
import type { LookedAt } from './scan-reader.ts';

const DIGEST = '0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d4e5f6789';
const VERSION: SealedVersion = {
  application: '12',
  version: 2,
  digest: DIGEST,
  prints: [
    { kind: 'application', title: '申报书', pages: 9 },
    { kind: 'commitment', title: '信用承诺书', pages: 1 },
  ],
};
const OWN = { application: '12', version: 2, kind: 'application', page: 3, digest: DIGEST };
const page = (changed: Partial<typeof OWN>): LookedAt => ({
  codes: [pageCodeText({ ...OWN, ...changed })],
  empty: false,
});
const saysOf = (...pages: readonly LookedAt[]) =>
  judgeScan(pages, VERSION).faults.map(({ message }) => message);

describe('盖章页逐页核对', () => {
  test('本版的页都认得；别的码不碍事，空白的背面分得出', () => {
    const stuck = { ...page({ kind: 'commitment', page: 1 }) };
    const pages = [
      page({}),
      { codes: ['https://example.org', ...stuck.codes], empty: false },
      { codes: [], empty: true },
      { codes: ['https://example.org'], empty: false },
    ];
    expect(judgeScan(pages, VERSION)).toEqual({
      pages: [
        { how: 'code', kind: 'application', page: 3 },
        { how: 'code', kind: 'commitment', page: 1 },
        { how: 'empty' },
        { how: 'unread' },
      ],
      faults: [],
    });
  });

  test('旧版、别的申报、别的内容、没有的页，一次全部说出', () => {
    expect(
      saysOf(
        page({}),
        page({ version: 1 }),
        page({ application: '99', version: 1 }),
        page({ digest: 'f'.repeat(64) }),
        page({ page: 10 }),
        page({ kind: 'letter-1', page: 1 }),
      ),
    ).toEqual([
      '第2页是第1版的申报书，那一版已经作废；现在是第2版，请打印第2版的申报书，重新签字盖章、扫描上传',
      '第3页是另一项申报（申报号99）的申报书第3页，本申报的申报号是12',
      '第4页的校验码是ffff ffff ffff，本版的是0a1b 2c3d 4e5f，不是从本平台的打印件来的，请重新打印本版',
      '第5页是申报书第10页，这一版没有这一页',
      '第6页是打印件第1页，这一版没有这一页',
    ]);
  });

  test('整叠都是旧版的，每一份说一次，说清哪几页', () => {
    const old = (kind: string, at: number) => page({ version: 1, kind, page: at });
    const stack = [...[1, 2, 3].map((at) => old('application', at)), old('commitment', 1)];
    expect(saysOf(...stack, page({}), old('application', 4))).toEqual([
      '第1–3、6页是第1版的申报书，那一版已经作废；现在是第2版，请打印第2版的申报书，重新签字盖章、扫描上传',
      '第4页是第1版的信用承诺书，那一版已经作废；现在是第2版，请打印第2版的信用承诺书，重新签字盖章、扫描上传',
    ]);
  });

  test('一页上有两页的码', () => {
    const both = { codes: [...page({}).codes, ...page({ page: 4 }).codes], empty: false };
    expect(saysOf(both)).toEqual(['第1页上有几页的码，一页只扫一张纸的一面']);
  });
});
