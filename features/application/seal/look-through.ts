import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import { badInput } from '@fuchi/platform-server/api/read-body';
import type { HttpFault } from '@fuchi/platform-server/http-fault';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import type { ApplicationWork } from '../application-work.ts';
import type { LookedAt, UnreadableScan } from './scan-reader.ts';

/** More would hold the request longer than a connection stands still. */
const MOST_PAGES = 80;

const WORDS: Readonly<Record<UnreadableScan | 'too-many-pages', string>> = {
  broken: '文件打不开，可能已经损坏，请重新扫描',
  encrypted: '文件有密码，请去掉密码再上传',
  'too-large': '图片的像素太多，请用300 dpi扫描',
  'too-many-pages': `一个文件最多${MOST_PAGES}页，请分成几个文件`,
};

/**
 * The codes on each page of a scan, some pages at a time, so that others have their turn in between.
 * @throws HttpFault where no reader opens it, or it has too many pages
 */
export async function lookThrough(
  work: ApplicationWork,
  file: { readonly path: string; readonly type: FileType },
  asking: Asking,
): Promise<readonly LookedAt[]> {
  const pages: LookedAt[] = [];
  for (let total = 1; pages.length < total; ) {
    const done = await work({ kind: 'scan', part: { ...file, from: pages.length } }, asking);
    if (done.kind !== 'scan') throw new Error('a scan was to be read');
    if (!done.reading.ok) throw unreadable(done.reading.code);
    if (done.reading.total > MOST_PAGES) throw unreadable('too-many-pages');
    // A PDF without a page is none.
    if (done.reading.pages.length === 0) throw unreadable('broken');
    total = done.reading.total;
    pages.push(...done.reading.pages);
  }
  return pages;
}

function unreadable(code: keyof typeof WORDS): HttpFault {
  return badInput([code], (one) => ({
    path: 'upload',
    code: one,
    message: WORDS[one],
    messageEn: `The scan can not be read: ${one}`,
  }));
}
