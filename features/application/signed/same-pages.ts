import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { SignedRefusal } from './signed-refusal.ts';

/** Enough that a digit of the smallest print moves some pixels. */
const DPI = 96;

/**
 * Which page of a signed print isn't the print's, as a viewer opens it; undefined where all are. pdf-lib takes an
 * object's last definition, a viewer the one the cross-reference table names: each page must say and show the same by
 * both. Signature fields aren't drawn here, so that without them nothing may differ.
 */
export async function otherPage(
  print: Uint8Array,
  signed: Uint8Array,
): Promise<SignedRefusal | undefined> {
  const library = await PDFiumLibrary.init();
  try {
    const before = await library.loadDocument(print);
    const now = await library.loadDocument(signed).catch(() => undefined);
    if (!now) return { code: 'broken-pdf' };
    const [old, own] = [before.getPageCount(), now.getPageCount()];
    if (old !== own) return { code: 'content-changed', what: `原来${old}页，现在${own}页` };
    for (let i = 0; i < old; i += 1) {
      const [one, other] = [before.getPage(i), now.getPage(i)];
      if (!(saysAlike(one, other) && (await drawsAlike(one, other))))
        return { code: 'content-changed', what: `第${i + 1}页` };
    }
    return undefined;
  } finally {
    library.destroy();
  }
}

type Page = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

/** Whether two pages hold the same text. */
export function saysAlike(one: Page, other: Page): boolean {
  return one.getText() === other.getText();
}

/** Whether two pages are drawn the same to the pixel; notes laid over them aren't drawn. */
export async function drawsAlike(one: Page, other: Page): Promise<boolean> {
  return (await drawn(one)).equals(await drawn(other));
}

async function drawn(page: Page): Promise<Buffer> {
  const { data } = await page.render({ scale: DPI / 72, render: 'bitmap', colorSpace: 'Gray' });
  return Buffer.from(data);
}
