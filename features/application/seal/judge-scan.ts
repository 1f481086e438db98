import { type PageCode, readPageCode, shownDigest } from '@fuchi/documents/application/page-code';
import type { ScanPage } from '@fuchi/record-application/contract-scan';
import type { KeptPrint } from '@fuchi/record-application/seal-store';
import { pageRanges } from './page-ranges.ts';
import type { LookedAt } from './scan-reader.ts';

/** What a scan must be of. */
export interface SealedVersion {
  readonly application: string;
  readonly version: number;
  /** Of the version. */
  readonly digest: string;
  readonly prints: readonly Pick<KeptPrint, 'kind' | 'title' | 'pages'>[];
}

/** What is wrong with a page of a scan, or with several in the same way. */
export interface ScanFault {
  /** The page of the scan, from 1; of several the first. */
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
 * scan unusable: all of them are named at once, and of an earlier version once for each print.
 * @example judgeScan([{ codes: ['FUCHI1/12/1/APPLICATION/3/0A1B2C3D4E5F'], empty: false }], version).faults[0]?.message
 *   // '第1页是第1版的申报书，那一版已经作废；现在是第2版，请打印第2版的申报书，重新签字盖章、扫描上传'
 */
export function judgeScan(
  looked: readonly LookedAt[],
  version: SealedVersion,
): { readonly pages: readonly ScanPage[]; readonly faults: readonly ScanFault[] } {
  const faults: ScanFault[] = [];
  const earlier: { readonly at: number; readonly code: PageCode }[] = [];
  const pages = looked.map(({ codes, empty }, i): ScanPage => {
    const own = codes.flatMap((text) => readPageCode(text) ?? []);
    const [code, ...more] = own;
    if (!code) return empty ? { how: 'empty' } : { how: 'unread' };
    if (more.length === 0 && isEarlier(code, version)) {
      earlier.push({ at: i + 1, code });
      return { how: 'code', kind: code.kind, page: code.page };
    }
    const fault =
      more.length > 0
        ? ({ code: 'several-codes', message: '上有几页的码，一页只扫一张纸的一面' } as const)
        : faultOf(code, version);
    if (fault) faults.push({ at: i + 1, ...fault, message: `第${i + 1}页${fault.message}` });
    return { how: 'code', kind: code.kind, page: code.page };
  });
  const all = [...faults, ...earlierFaults(earlier, version)];
  return { pages, faults: all.sort((a, b) => a.at - b.at) };
}

function isEarlier({ application, version }: PageCode, is: SealedVersion): boolean {
  return application === is.application && version !== is.version;
}

/** Whoever scans what was sealed before a reopening has dozens of such pages: one sentence a print, with what to do. */
function earlierFaults(
  found: readonly { readonly at: number; readonly code: PageCode }[],
  { version, prints }: SealedVersion,
): readonly ScanFault[] {
  const keys = [...new Set(found.map(({ code }) => `${code.version} ${code.kind}`))];
  return keys.flatMap((key): readonly ScanFault[] => {
    const own = found.filter(({ code }) => `${code.version} ${code.kind}` === key);
    const [first] = own;
    if (!first) return [];
    const title = prints.find(({ kind }) => kind === first.code.kind)?.title;
    const which = `第${pageRanges(own.map(({ at }) => at))}页是第${first.code.version}版的${title ?? '打印件'}`;
    const again = title === undefined ? '每一份' : title;
    const message = `${which}，那一版已经作废；现在是第${version}版，请打印第${version}版的${again}，重新签字盖章、扫描上传`;
    return [{ at: first.at, code: 'other-version', message }];
  });
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
  if (code.digest !== shownDigest(is.digest).replaceAll(' ', '')) {
    return {
      code: 'other-digest',
      message: `的校验码是${shownDigest(code.digest)}，本版的是${shownDigest(is.digest)}，不是从本平台的打印件来的，请重新打印本版`,
    };
  }
  if (!print || code.page > print.pages) {
    return { code: 'no-such-page', message: `是${name}，这一版没有这一页` };
  }
  return undefined;
}
