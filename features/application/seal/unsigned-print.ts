import { readFile, stat } from 'node:fs/promises';
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { readPageCode } from '@fuchi/documents/application/page-code';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { drawsAlike, saysAlike } from '../signed/same-pages.ts';
import type { LookedAt } from './scan-reader.ts';

interface OwnPrint {
  readonly version: number;
  readonly kind: string;
  /** Of its PDF. */
  readonly path: string;
}

/** A page of a file, and the page of a print that its code says it is; both from 0. */
interface PrintPage {
  readonly at: number;
  readonly print: string;
  readonly page: number;
}

/** A file that may be pages of prints nobody signed. */
export interface UnsignedPart {
  readonly path: string;
  readonly pages: readonly PrintPage[];
}

/**
 * What a file's codes say its pages are, if they name nothing but pages of the application's own prints.
 * @returns none where a page is anything else
 */
export function printPages(
  looked: readonly LookedAt[],
  application: string,
  prints: readonly OwnPrint[],
): readonly PrintPage[] {
  const pages: PrintPage[] = [];
  for (const [at, { codes, empty }] of looked.entries()) {
    const [code, ...more] = codes.flatMap((text) => readPageCode(text) ?? []);
    if (!code && empty) continue;
    const print =
      code?.application === application &&
      prints.find(({ version, kind }) => version === code.version && kind === code.kind);
    if (!print || more.length > 0) return [];
    pages.push({ at, print: print.path, page: code.page - 1 });
  }
  return pages;
}

/** A print that a program saved again stays below it; scans come larger, and are left alone. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Whether every page of a file says and draws just what the print's does, with nothing laid over it: opened and saved
 * again by some program, its bytes differ and nobody signed it. A scan never draws so; a picture of a signature changes
 * a page, ink and electronic signatures are notes on it. One page that differs lets the whole file pass. For a thread.
 * @example await isUnsigned({ path, pages: [{ at: 0, print, page: 0 }] }) // true
 */
export async function isUnsigned({ path, pages }: UnsignedPart): Promise<boolean> {
  if (pages.length === 0 || (await stat(path)).size > MOST_BYTES) return false;
  const file = await readFile(path);
  const prints = new Map<string, Buffer>();
  for (const { print } of pages) {
    if (!prints.has(print)) prints.set(print, await readFile(print));
  }
  return (await areAlike(file, prints, pages)) && (await isBare(file, prints, pages));
}

async function areAlike(
  file: Uint8Array,
  prints: ReadonlyMap<string, Uint8Array>,
  pages: readonly PrintPage[],
): Promise<boolean> {
  const library = await PDFiumLibrary.init();
  try {
    const own = await library.loadDocument(file);
    const opened = new Map<string, typeof own>();
    for (const [path, bytes] of prints) opened.set(path, await library.loadDocument(bytes));
    const pairs = pages.map(({ at, print, page }) => {
      const of = opened.get(print);
      return of && page < of.getPageCount() ? ([own.getPage(at), of.getPage(page)] as const) : null;
    });
    // What they say is read much sooner than they are drawn: a scan says nothing.
    for (const pair of pairs) if (!pair || !saysAlike(...pair)) return false;
    for (const pair of pairs) if (!pair || !(await drawsAlike(...pair))) return false;
    return true;
  } finally {
    library.destroy();
  }
}

/** Whether no note lies on a page that the print hasn't, and no field to sign or fill in is in the file. */
async function isBare(
  file: Uint8Array,
  prints: ReadonlyMap<string, Uint8Array>,
  pages: readonly PrintPage[],
): Promise<boolean> {
  const own = await PDFDocument.load(file, { updateMetadata: false }).catch(() => undefined);
  if (!own || own.catalog.getAcroForm()) return false;
  for (const [path, bytes] of prints) {
    const of = await PDFDocument.load(bytes, { updateMetadata: false });
    const same = pages.every(
      ({ at, print, page }) =>
        print !== path || notesOn(own.getPage(at)) === notesOn(of.getPage(page)),
    );
    if (!same) return false;
  }
  return true;
}

function notesOn({ node }: PDFPage): number {
  return node.Annots()?.size() ?? 0;
}
