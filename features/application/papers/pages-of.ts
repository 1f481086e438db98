import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FileType } from '@fuchi/record-upload/contract-purpose';

/**
 * How many pages a file has: of a PDF as it says, of a picture one, null of what isn't bound; or why a PDF can't go
 * into a book.
 */
export type CountedPages =
  | { readonly ok: true; readonly pages: number | null }
  | { readonly ok: false; readonly code: 'encrypted' | 'broken' };

/** Looks into a file that somebody sent: for a thread. A PDF opens as it will for the book. */
export async function pagesOf({
  path,
  type,
}: {
  readonly path: string;
  readonly type: FileType;
}): Promise<CountedPages> {
  if (type === 'png' || type === 'jpeg') return { ok: true, pages: 1 };
  if (type !== 'pdf') return { ok: true, pages: null };
  const bytes = await readFile(path);
  try {
    // What only forbids printing or changing opens with an empty password.
    const read = await PDFDocument.load(bytes, { password: '', updateMetadata: false });
    return { ok: true, pages: read.getPageCount() };
  } catch (error) {
    return { ok: false, code: /password|encrypt/i.test(String(error)) ? 'encrypted' : 'broken' };
  }
}
