import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Whether the programs that look at documents from outside are on this machine; their tests are skipped without. */
export const HAS_POPPLER = ['pdftoppm', 'pdftotext', 'pdfinfo', 'pdffonts'].every(onPath);
export const HAS_OFFICE = HAS_POPPLER && onPath('soffice');

/** A page as grey pixels, row by row, 0 black. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The pages of a PDF as pictures. @example pdfPictures(bytes, 50).length // 2 */
export function pdfPictures(pdf: Uint8Array, dotsPerInch: number): readonly PagePicture[] {
  const raw = run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-'], pdf);
  const pages: PagePicture[] = [];
  for (let at = 0; at < raw.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(raw.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error('pdftoppm: no picture where one should begin');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    pages.push({ width, height, pixels: raw.subarray(from, at) });
  }
  return pages;
}

/** What a reader can search and copy, without any white space: where lines break doesn't matter. */
export function pdfText(pdf: Uint8Array): string {
  return run('pdftotext', ['-raw', '-', '-'], pdf).toString('utf8').replace(/\s+/g, '');
}

/** The words of each page with their place in points from the upper left corner. */
export function pdfWords(pdf: Uint8Array): readonly (readonly PdfWord[])[] {
  const page = run('pdftotext', ['-bbox', '-', '-'], pdf).toString('utf8').split('<page ').slice(1);
  return page.map((text) =>
    [
      ...text.matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
      ),
    ].map(([, left, top, right, bottom, word = '']) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
      word,
    })),
  );
}

export interface PdfWord {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly word: string;
}

/** What the file says of itself: Title, Tagged, Pages … @example pdfFacts(bytes).get('Tagged') // 'yes' */
export function pdfFacts(pdf: Uint8Array): ReadonlyMap<string, string> {
  return pairs(run('pdfinfo', ['-'], pdf).toString('utf8'));
}

/** The faces in the file, and whether each is embedded. */
export function pdfFaces(pdf: Uint8Array): readonly { name: string; embedded: boolean }[] {
  const [, , ...lines] = run('pdffonts', ['-'], pdf).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [name = '', ...rest] = line.split(/\s+/);
    return { name: name.replace(/^[A-Z]{6}\+/, ''), embedded: rest.at(-5) === 'yes' };
  });
}

/** A Word or Excel file as LibreOffice prints it. @example officePdf(writeDocx(document), 'docx') */
export function officePdf(file: Uint8Array, ending: 'docx' | 'xlsx'): Uint8Array {
  const pdf = officePdfs(new Map([[`paper.${ending}`, file]])).get(`paper.${ending}`);
  if (!pdf) throw new Error('soffice: the file was not opened');
  return pdf;
}

/**
 * Files as LibreOffice prints them, all in one process: it takes seconds to start. A file it doesn't open is missing.
 * @example officePdfs(new Map([['1-1.docx', bytes]])).get('1-1.docx')
 */
export function officePdfs(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  return officeConverted(files, 'pdf');
}

/**
 * Files as LibreOffice saves them in another format or anew in their own.
 * @example officeConverted(new Map([['1-1.xlsx', bytes]]), 'xlsx').get('1-1.xlsx')
 */
export function officeConverted(
  files: ReadonlyMap<string, Uint8Array>,
  ending: 'pdf' | 'xlsx',
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'fuchi-office-'));
  const made = join(folder, 'made');
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      ending,
      '--outdir',
      made,
      ...[...files.keys()].map((name) => join(folder, name)),
    ]);
    const converted = [...files.keys()].flatMap((name): [string, Uint8Array][] => {
      const file = join(made, name.replace(/\.\w+$/, `.${ending}`));
      return existsSync(file) ? [[name, readFileSync(file)]] : [];
    });
    return new Map(converted);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], input?: Uint8Array): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    maxBuffer: 2 ** 28,
  });
  if (error || status !== 0) throw new Error(`${program}: ${error ?? stderr.toString('utf8')}`);
  return stdout;
}

function pairs(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
