import { readFile, writeFile } from 'node:fs/promises';
import {
  type PDFDocument as Book,
  degrees,
  PDFDocument,
  type PDFPage,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { bookFrontDocument, bookTitlesDocument } from '@fuchi/documents/application/book-front';
import type { OfficialDocument } from '@fuchi/documents/document';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import { stampNumber } from './book-numbers.ts';
import { type Bookmark, writeOutline } from './book-outline.ts';
import type { BookFile, BookPlan, MadeBook, UnboundFile } from './book-plan.ts';
import { catalogueName, isBindable, isBound, titlePages } from './book-titles.ts';
import { drawWidgets } from './draw-widgets.ts';
import { pictureTurn } from './picture-turn.ts';

/**
 * Makes a merged book: cover, catalogue, the prints, each paper behind its title page; pages are numbered from the
 * first after the catalogue, and every part has a bookmark. Files are opened one after the other.
 * @param out where it is written; nothing is, where a file can't be bound
 * @returns all files that no reader opens, by name
 */
export async function makeBook(plan: BookPlan, pdf: PdfService, out: string): Promise<MadeBook> {
  const book = await PDFDocument.create({ updateMetadata: false });
  const papers = plan.parts.filter((part) => part.kind === 'paper');
  const titles = await typeset(pdf, bookTitlesDocument(titlePages(papers)));
  const unbound: UnboundFile[] = [];
  const begins = new Map<BookPlan['parts'][number], number>();
  const binder = bindingInto(book, unbound);
  for (const part of plan.parts) {
    if (part.kind === 'paper' && !isBound(part)) continue;
    begins.set(part, book.getPageCount());
    if (part.kind === 'print') {
      for (const { file, page } of part.pages) await binder.bind(file, page);
    } else {
      await copyPages(book, titles, [papers.indexOf(part)]);
      for (const file of part.files) await binder.bind(file, null);
    }
  }
  if (unbound.length > 0) return { ok: false, files: unbound };
  const numbered = book.getPages();
  const font = await book.embedFont(StandardFonts.Helvetica);
  numbered.forEach((page, i) => {
    stampNumber(page, font, i + 1);
  });
  writeOutline(book, bookmarks(plan, begins, numbered));
  const entries = plan.parts.map((part) => {
    const begin = begins.get(part);
    return {
      title: catalogueName(part, papers),
      page: begin === undefined ? '电子文件' : `${begin + 1}`,
    };
  });
  const front = await typeset(pdf, bookFrontDocument({ ...plan, entries }));
  const pages = await book.copyPages(front, front.getPageIndices());
  pages.forEach((page, i) => {
    book.insertPage(i, page);
  });
  const at = new Date(plan.frozenAt);
  book.setTitle(`${plan.title}`);
  book.setCreationDate(at);
  book.setModificationDate(at);
  const bytes = await book.save({ updateFieldAppearances: false });
  await writeFile(out, bytes, { mode: 0o600 });
  return { ok: true, pages: book.getPageCount(), size: bytes.length };
}

function bookmarks(
  { parts }: BookPlan,
  begins: ReadonlyMap<BookPlan['parts'][number], number>,
  pages: readonly PDFPage[],
): readonly Bookmark[] {
  return parts.flatMap((part) => {
    const page = pages[begins.get(part) ?? -1];
    return page ? [{ title: part.title, page: page.ref }] : [];
  });
}

/** Keeps the last file open: a scan's pages come one by one. */
function bindingInto(book: Book, unbound: UnboundFile[]) {
  let last: { readonly path: string; readonly source: Book } | undefined;
  const faulty = new Set<string>();
  return {
    async bind(file: BookFile, page: number | null): Promise<void> {
      if (!isBindable(file) || faulty.has(file.path)) return;
      const known = last?.path === file.path ? last.source : undefined;
      // Let go of before the next is read.
      if (!known) last = undefined;
      const bytes = known ? new Uint8Array() : await readFile(file.path);
      try {
        if (file.type !== 'pdf') return await addPicture(book, bytes, file.type === 'jpeg');
        const source = known ?? (await opened(bytes));
        last = { path: file.path, source };
        await copyPages(book, source, page === null ? source.getPageIndices() : [page - 1]);
      } catch (error) {
        faulty.add(file.path);
        const locked = /password|encrypt/i.test(String(error));
        unbound.push({ name: file.name, code: locked ? 'encrypted' : 'broken' });
      }
    },
  };
}

/** What only forbids printing or changing opens with an empty password. */
async function opened(bytes: Uint8Array): Promise<Book> {
  return PDFDocument.load(bytes, { password: '', updateMetadata: false });
}

async function copyPages(book: Book, source: Book, which: readonly number[]): Promise<void> {
  for (const index of which) drawWidgets(source.getPage(index));
  for (const page of await book.copyPages(source, [...which])) book.addPage(page);
}

/** A4, and room at the edges. */
const [SHORT, LONG, ROOM] = [595.28, 841.89, 28];

async function addPicture(book: Book, bytes: Uint8Array, isJpeg: boolean): Promise<void> {
  const image = isJpeg ? await book.embedJpg(bytes) : await book.embedPng(bytes);
  const turn = isJpeg ? pictureTurn(bytes) : 0;
  // Laid out as it lies in the file; the page is turned, not the picture.
  const [width, height] = image.width > image.height ? [LONG, SHORT] : [SHORT, LONG];
  const page = book.addPage([width, height]);
  const scale = Math.min(
    (width - 2 * ROOM) / image.width,
    (height - 2 * ROOM) / image.height,
    72 / 96,
  );
  const [w, h] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h });
  page.setRotation(degrees(turn));
}

/** Characters that no face shows, in a file's name, leave a gap there: the book is not to fail for them. */
async function typeset(pdf: PdfService, document: OfficialDocument): Promise<Book> {
  const written = await pdf.write(document);
  if (written.kind === 'pdf') return PDFDocument.load(written.bytes);
  const missing = new Set(written.characters.map(({ character }) => character));
  const text = [...JSON.stringify(document)].map((c) => (missing.has(c) ? '〇' : c)).join('');
  const again = await pdf.write(JSON.parse(text) as OfficialDocument);
  if (again.kind !== 'pdf') throw new Error('characters that no face shows are still there');
  return PDFDocument.load(again.bytes);
}
