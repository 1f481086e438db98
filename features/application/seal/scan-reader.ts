import { readFile } from 'node:fs/promises';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { pictureSize } from './picture-size.ts';
import { type Bitmap, codesInBitmap, codesInFile } from './read-codes.ts';

/** Which pages of which file are to be looked at. */
export interface ScanPart {
  /** Where it lies. */
  readonly path: string;
  readonly type: FileType;
  /** The first page to look at, from 0; of it and some that follow the codes are read. */
  readonly from: number;
}

/** broken: no reader opens it; encrypted: it asks for a password; too-large: a picture of too many pixels. */
export type UnreadableScan = 'broken' | 'encrypted' | 'too-large';

export interface LookedAt {
  /** The texts of the QR codes on it. */
  readonly codes: readonly string[];
  /** Nothing stands on it. */
  readonly empty: boolean;
}

export type ScanReading =
  | {
      readonly ok: true;
      /** Of the whole file. */
      readonly total: number;
      /** Those that were looked at, from `from` on. */
      readonly pages: readonly LookedAt[];
    }
  | { readonly ok: false; readonly code: UnreadableScan };

/** What reads scans, part by part. It keeps its PDF reader open from one to the next. */
export interface ScanReader {
  read(part: ScanPart): Promise<ScanReading>;
}

/** Looked at in one go: some two seconds, so that others have their turn in between. */
const AT_ONCE = 6;
/** Pixels of the longer side: an A4 page at 200 dpi, then at 300. */
const SIDES = [2340, 3510];
/** Of a picture file, in pixels: A3 at 600 dpi. */
const MOST_PIXELS = 70_000_000;
/** The PDF reader's memory never shrinks: after a file of this size it is opened anew. */
const LARGE = 32 * 1024 * 1024;

/**
 * A reader of sealed scans: turned, grey, tilted as they come.
 * @example await scanReader().read({ path, type: 'pdf', from: 0 }) // { ok: true, total: 9, pages: [{ codes: ['FUCHI1/…'], empty: false }, …] }
 */
export function scanReader(): ScanReader {
  let library: Promise<PDFiumLibrary> | undefined;
  async function inPdf(bytes: Uint8Array, from: number): Promise<ScanReading> {
    library ??= PDFiumLibrary.init();
    const pdfium = await library;
    if (bytes.length > LARGE) library = undefined;
    try {
      const document = await opened(pdfium, bytes);
      const total = document.getPageCount();
      const pages: LookedAt[] = [];
      for (let at = from; at < Math.min(total, from + AT_ONCE); at += 1) {
        pages.push(await lookAt((side) => pictureOf(document, at, side)));
      }
      document.destroy();
      return { ok: true, total, pages };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // A file that trips it may leave it in any state.
      library = undefined;
      return { ok: false, code: error.code };
    }
  }
  return {
    async read({ path, type, from }) {
      if (type === 'pdf') return inPdf(await readFile(path), from);
      const bytes = await readFile(path);
      const size = pictureSize(bytes);
      if (!size) return { ok: false, code: 'broken' };
      if (size.width * size.height > MOST_PIXELS) return { ok: false, code: 'too-large' };
      const codes = await codesInFile(bytes);
      return { ok: true, total: 1, pages: [{ codes, empty: false }] };
    },
  };
}

/** At a second, closer look where the first found no code. */
async function lookAt(picture: (side: number) => Promise<Bitmap>): Promise<LookedAt> {
  for (const side of SIDES) {
    const bitmap = await picture(side);
    const codes = await codesInBitmap(bitmap);
    if (codes.length > 0) return { codes, empty: false };
    if (isEmpty(bitmap)) return { codes, empty: true };
  }
  return { codes: [], empty: false };
}

class Unreadable extends Error {
  readonly code: UnreadableScan;
  constructor(code: UnreadableScan, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

type Opened = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

async function opened(pdfium: PDFiumLibrary, bytes: Uint8Array): Promise<Opened> {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (error) {
    const locked = /password|security/i.test(String(error));
    throw new Unreadable(locked ? 'encrypted' : 'broken', error);
  }
}

/** A page, so large that its longer side has so many pixels, whatever size it says it has. */
async function pictureOf(document: Opened, at: number, side: number): Promise<Bitmap> {
  try {
    const page = document.getPage(at);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = side / Math.max(originalWidth, originalHeight, 1);
    return await page.render({ scale, render: 'bitmap' });
  } catch (error) {
    throw new Unreadable('broken', error);
  }
}

/** Dark is what is well below white; a margin's shadow or a punched hole makes no text. */
const DARK = 140;
const FEW = 0.0004;

function isEmpty({ width, height, data }: Bitmap): boolean {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) < DARK) dark += 1;
  return dark < width * height * FEW;
}
