import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/** A bookmark: its text, the page it opens. */
export interface Bookmark {
  readonly title: string;
  readonly page: PDFRef;
}

/** Gives a document its bookmarks, one below the other, and has readers show them. */
export function writeOutline(document: PDFDocument, marks: readonly Bookmark[]): void {
  if (marks.length === 0) return;
  const { context, catalog } = document;
  const outline = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  marks.forEach(({ title, page }, i) => {
    const [ref, before, after] = [refs[i], refs[i - 1], refs[i + 1]];
    if (!ref) return;
    const item = context.obj({
      Parent: outline,
      Dest: [page, PDFName.of('Fit')],
      ...(before && { Prev: before }),
      ...(after && { Next: after }),
    });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    context.assign(ref, item);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  if (!first || !last) return;
  context.assign(
    outline,
    context.obj({
      Type: 'Outlines',
      First: first,
      Last: last,
      Count: PDFNumber.of(marks.length),
    }),
  );
  catalog.set(PDFName.of('Outlines'), outline);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
