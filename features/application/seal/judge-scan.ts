import { type PageCode, readPageCode, shownDigest } from '@fuchi/documents/application/page-code';
import type { ScanPage } from '@fuchi/record-application/contract-scan';
import type { KeptPrint } from '@fuchi/record-application/seal-store';
import type { LookedAt } from './scan-reader.ts';

/** What a scan must be of. */
export interface SealedVersion {
  readonly application: string;
  readonly version: number;
  /** Of the version. */
  readonly digest: string;
  readonly prints: readonly Pick<KeptPrint, 'kind' | 'title' | 'pages'>[];
}

/** What is wrong with a page of a scan. */
export interface ScanFault {
  /** The page of the scan, from 1. */
  readonly at: number;
  readonly code:
    | 'other-application'
    | 'other-version'
    | 'other-digest'
    | 'no-such-page'
    | 'several-codes';
  /** In Chinese. */
  readonly message: string;
}

/**
 * Which page of which print each page of a scan is, by its code. A page of another application or version makes the
 * scan unusable: all of them are named at once.
 * @example judgeScan([{ codes: ['FUCHI1/12/1/APPLICATION/3/0A1B2C3D4E5F'], empty: false }], version).faults[0]?.message
 *   // '第1页是第1版的申报书第3页，现在是第2版'
 */
export function judgeScan(
  looked: readonly LookedAt[],
  version: SealedVersion,
): { readonly pages: readonly ScanPage[]; readonly faults: readonly ScanFault[] } {
  const faults: ScanFault[] = [];
  const pages = looked.map(({ codes, empty }, i): ScanPage => {
    const own = codes.flatMap((text) => readPageCode(text) ?? []);
    const [code, ...more] = own;
    if (!code) return empty ? { how: 'empty' } : { how: 'unread' };
    const fault =
      more.length > 0
        ? ({ code: 'several-codes', message: '上有几页的码，一页只扫一张纸的一面' } as const)
        : faultOf(code, version);
    if (fault) faults.push({ at: i + 1, ...fault, message: `第${i + 1}页${fault.message}` });
    return { how: 'code', kind: code.kind, page: code.page };
  });
  return { pages, faults };
}

function faultOf(code: PageCode, is: SealedVersion): Omit<ScanFault, 'at'> | undefined {
  const print = is.prints.find(({ kind }) => kind === code.kind);
  const name = `${print?.title ?? '打印件'}第${code.page}页`;
  if (code.application !== is.application) {
    return {
      code: 'other-application',
      message: `是另一项申报（申报号${code.application}）的${name}，本申报的申报号是${is.application}`,
    };
  }
  if (code.version !== is.version) {
    return {
      code: 'other-version',
      message: `是第${code.version}版的${name}，现在是第${is.version}版`,
    };
  }
  if (code.digest !== shownDigest(is.digest).replaceAll(' ', '')) {
    return {
      code: 'other-digest',
      message: `的校验码是${shownDigest(code.digest)}，这一版的是${shownDigest(is.digest)}`,
    };
  }
  if (!print || code.page > print.pages) {
    return { code: 'no-such-page', message: `是${name}，这一版没有这一页` };
  }
  return undefined;
}
