import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { SignedRefusal } from './signed-refusal.ts';

/**
 * Why the pages of a signed print don't read as the print's, as a viewer opens it; undefined where they do. pdf-lib
 * takes an object's last definition, a viewer the one the cross-reference table names: each page must say the same by
 * both.
 */
export async function otherText(
  print: Uint8Array,
  signed: Uint8Array,
): Promise<SignedRefusal | undefined> {
  const library = await PDFiumLibrary.init();
  try {
    const before = await textsOf(library, print);
    const now = await textsOf(library, signed).catch(() => undefined);
    if (!now) return { code: 'broken-pdf' };
    if (now.length !== before.length) {
      return { code: 'content-changed', what: `原来${before.length}页，现在${now.length}页` };
    }
    const other = before.findIndex((text, i) => text !== now[i]);
    return other < 0 ? undefined : { code: 'content-changed', what: `第${other + 1}页` };
  } finally {
    library.destroy();
  }
}

async function textsOf(library: PDFiumLibrary, pdf: Uint8Array): Promise<readonly string[]> {
  const document = await library.loadDocument(pdf);
  const texts = Array.from({ length: document.getPageCount() }, (_, i) =>
    document.getPage(i).getText(),
  );
  document.destroy();
  return texts;
}
