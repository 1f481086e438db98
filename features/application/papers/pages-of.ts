import { buffer } from 'node:stream/consumers';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { FileType } from '@fuchi/record-upload/contract-purpose';

/** PDFs above this aren't opened to be counted: the book does it, one at a time. */
const MOST = 30 * 1024 * 1024;

/** How many pages a file has: of a PDF as it says, of a picture one; null where it can't be told. */
export async function pagesOf(
  files: FileStore,
  {
    digest,
    type,
    size,
  }: { readonly digest: string; readonly type: FileType; readonly size: number },
): Promise<number | null> {
  if (type === 'png' || type === 'jpeg') return 1;
  if (type !== 'pdf' || size > MOST) return null;
  try {
    const read = await PDFDocument.load(await buffer(files.open(digest)), {
      ignoreEncryption: true,
      updateMetadata: false,
    });
    return read.getPageCount();
  } catch {
    // A PDF that can't be read is kept as it is; the book says so in its place.
    return null;
  }
}
