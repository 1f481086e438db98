import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { makePrints } from '../prints/make-prints.ts';
import { certified, signedPdf } from '../signed/signed.fixture.ts';
import { pdfOfPictures, scannedPages } from './scanned.fixture.ts';
import { isUnsigned, printPages } from './unsigned-print.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuchi-unsigned-'));
const print = join(folder, 'print.pdf');
let form: Uint8Array;
let count: number;
beforeAll(async () => {
  const made = await makePrints(contentOf(EXAMPLES.talentTraining), GUIDE, pdfService());
  if (!made.ok) throw new Error('unprintable');
  form = made.prints[0]?.pdf ?? new Uint8Array();
  writeFileSync(print, form);
  count = (await PDFDocument.load(form)).getPageCount();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Of a file whose pages are the print's in their order, as their codes say. */
async function unsigned(bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, 'came.pdf');
  writeFileSync(path, bytes);
  const pages = Array.from({ length: count }, (_, at) => ({ at, print, page: at }));
  return isUnsigned({ path, pages });
}

/** The print as a program saves it that did something with a page. */
async function saved(change: (last: PDFPage, file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(form);
  file.setProducer('another program');
  change(file.getPage(count - 1), file);
  return file.save({ useObjectStreams: false });
}

describe('没有签字盖章的打印件', () => {
  test('原样另存的，还是没有签', async () => {
    expect(count).toBeGreaterThan(1);
    expect(await unsigned(form)).toBe(true);
    expect(await unsigned(await saved(() => {}))).toBe(true);
  });

  test('一页上签了字、盖了章的图，整个文件就不算没签', async () => {
    const scan = (await scannedPages(form, { dpi: 50 }, [1]))[0] ?? Buffer.alloc(0);
    const file = await PDFDocument.load(form);
    const picture = await file.embedJpg(scan);
    file.getPage(count - 1).drawImage(picture, { x: 400, y: 100, width: 40, height: 20 });
    expect(await unsigned(await file.save())).toBe(false);
    const stroke = { start: { x: 400, y: 100 }, end: { x: 460, y: 130 }, thickness: 1 };
    expect(await unsigned(await saved((page) => page.drawLine(stroke)))).toBe(false);
  });

  test('平板上手写的是批注，电子签章是签名域：都不算没签', async () => {
    const inked = await saved((page, { context }) => {
      const ink = context.obj({
        Type: 'Annot',
        Subtype: 'Ink',
        Rect: [400, 100, 460, 130],
        InkList: [[400, 100, 430, 130, 460, 100]],
      });
      page.node.addAnnot(context.register(ink));
    });
    expect(await unsigned(inked)).toBe(false);
    const long = { from: '2021-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    const firm = await certified({ subject: { CN: '示例' }, kind: 'rsa', ...long });
    const plain = await (await PDFDocument.load(form)).save({ useObjectStreams: false });
    const signed = await signedPdf(plain, firm, { at: '2022-04-08T01:00:00Z' });
    expect(await unsigned(signed)).toBe(false);
  });

  test('扫描件不算没签', async () => {
    const sheets = await scannedPages(form, { dpi: 96 });
    expect(await unsigned(await pdfOfPictures(sheets, 96))).toBe(false);
  });
});

describe('码说的每一页是什么', () => {
  const own = [{ version: 1, kind: 'application', path: print }];
  const code = (application: string, page: number) =>
    `FUCHI1/${application}/1/APPLICATION/${page}/0A1B2C3D4E5F`;
  const looked = (...codes: string[]) => ({ codes, empty: codes.length === 0 });

  test('都是本申报的打印件，空白页不算；有一页不是，就都不算', () => {
    expect(printPages([looked(code('12', 2)), looked()], '12', own)).toEqual([
      { at: 0, print, page: 1 },
    ]);
    const unread = { codes: [], empty: false };
    for (const other of [looked(code('13', 1)), looked(code('12', 1), code('12', 2)), unread]) {
      expect(printPages([looked(code('12', 2)), other], '12', own)).toEqual([]);
    }
  });
});
