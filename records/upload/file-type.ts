import type { FileType } from './contract-purpose.ts';
import { type Pieces, zipDirectory } from './zip-directory.ts';

export type SeenType =
  | { readonly ok: true; readonly type: FileType }
  | { readonly ok: false; readonly code: UnusableContent };

/**
 * unknown: none of the types that may be uploaded; cut-off: it begins as one and has no end; hostile: made to harm;
 * encrypted: opens with a password only; macros: carries a program; old-office: .doc, .xls, or one with a password.
 */
export type UnusableContent =
  | 'unknown'
  | 'cut-off'
  | 'hostile'
  | 'encrypted'
  | 'macros'
  | 'old-office';

/** Readers look for `%PDF-` within so many bytes (ISO 32000-1, annex H.3.4.1), and for its end within as many. */
const PDF_REACH = 1024;
const END_REACH = 4096;
const OLE = 'd0cf11e0a1b11ae1';

/** What a file is by what stands in it, whatever it is called. */
export async function seenType(file: Pieces): Promise<SeenType> {
  const head = await file.read(0, PDF_REACH);
  const hex = head.toString('hex', 0, 8);
  if (hex === '89504e470d0a1a0a') return is('png', (await tailOf(file, 64)).includes('IEND'));
  if (hex.startsWith('ffd8ff')) return is('jpeg', await endsAsJpeg(file));
  if (hex === OLE) return { ok: false, code: 'old-office' };
  if (hex.startsWith('504b0304')) return inArchive(file);
  if (head.includes('%PDF-')) return is('pdf', (await tailOf(file, END_REACH)).includes('%%EOF'));
  return { ok: false, code: 'unknown' };
}

function is(type: FileType, hasEnd: boolean): SeenType {
  return hasEnd ? { ok: true, type } : { ok: false, code: 'cut-off' };
}

/** Cameras put something behind the end of the image now and then, but not much. */
async function endsAsJpeg(file: Pieces): Promise<boolean> {
  return (await tailOf(file, 64 * 1024)).includes(Buffer.from([0xff, 0xd9]));
}

async function inArchive(file: Pieces): Promise<SeenType> {
  const zip = await zipDirectory(file);
  if (!zip.ok) return { ok: false, code: zip.code === 'broken' ? 'cut-off' : 'hostile' };
  if (zip.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) {
    return { ok: false, code: 'macros' };
  }
  if (zip.encrypted) return { ok: false, code: 'encrypted' };
  return { ok: true, type: archiveType(new Set(zip.names)) };
}

function archiveType(names: ReadonlySet<string>): FileType {
  if (names.has('OFD.xml')) return 'ofd';
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return 'docx';
    if (names.has('xl/workbook.xml')) return 'xlsx';
  }
  return 'zip';
}

async function tailOf(file: Pieces, length: number): Promise<Buffer> {
  const from = Math.max(0, file.size - length);
  return file.read(from, file.size - from);
}
