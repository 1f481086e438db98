import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** The bookmarks of a book in their order, each of which leads to a page. @throws where one leads nowhere */
export function bookmarksOf(book: PDFDocument): readonly string[] {
  const titles: string[] = [];
  const outline = book.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  for (
    let item: PDFDict | undefined = outline.lookup(PDFName.of('First'), PDFDict);
    item;
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  ) {
    const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText();
    const [page] = item.lookup(PDFName.of('Dest'), PDFArray).asArray();
    if (!book.getPages().some(({ ref }) => ref === page)) throw new Error(`${title} leads nowhere`);
    titles.push(title);
  }
  return titles;
}
