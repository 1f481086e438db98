import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readPageCode } from '@fuchi/documents/application/page-code';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { makePrints } from '../prints/make-prints.ts';
import { type LookedAt, type ScanReading, scanReader } from './scan-reader.ts';
import { pdfOfPictures, type Scanner, scannedPages } from './scanned.fixture.ts';

const reader = scanReader();
const folder = mkdtempSync(join(tmpdir(), 'fuchi-scan-'));
let form: Uint8Array;

beforeAll(async () => {
  const made = await makePrints(contentOf(EXAMPLES.techUpgrade), GUIDE, pdfService());
  if (!made.ok) throw new Error('unprintable');
  form = made.prints[0]?.pdf ?? new Uint8Array();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array, type: FileType, from = 0): Promise<ScanReading> {
  const path = join(folder, 'scan');
  writeFileSync(path, bytes);
  return reader.read({ path, type, from });
}

const pageNumbers = (reading: ScanReading): readonly (number | undefined)[] => {
  if (!reading.ok) throw new Error(reading.code);
  return reading.pages.map(({ codes: [text = ''] }) => readPageCode(text)?.page);
};

describe('盖章扫描件上的码', () => {
  // The sixth page lies.
  const sheets = [2, 6];
  test.each<[string, Scanner]>([
    ['150 dpi，放正', { dpi: 150 }],
    ['150 dpi，歪3度，灰底，有噪点', { dpi: 150, askew: 3, noise: 40, faint: 30 }],
    ['200 dpi，歪3度，倒放', { dpi: 200, askew: -3, quarters: 2, noise: 40, faint: 40 }],
    ['200 dpi，横放', { dpi: 200, askew: 1.5, quarters: 1, noise: 30 }],
    ['300 dpi，横放的另一边，噪点多', { dpi: 300, askew: 2, quarters: 3, noise: 70, faint: 40 }],
    ['200 dpi，红章压住码', { dpi: 200, askew: 1, noise: 25, seal: true }],
  ])('%s', async (_, scanner) => {
    const pictures = await scannedPages(form, scanner, sheets);
    const pdf = await pdfOfPictures(pictures, scanner.dpi);
    expect(pageNumbers(await read(pdf, 'pdf'))).toEqual(sheets);
    expect(pageNumbers(await read(pictures[0] ?? Buffer.alloc(0), 'jpeg'))).toEqual([2]);
  });

  test('打印件本身也读得出；一次读几页，从上次停下的地方接着读', async () => {
    const first = await read(form, 'pdf');
    expect(first).toMatchObject({ ok: true, total: 7 });
    expect(pageNumbers(first)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(pageNumbers(await read(form, 'pdf', 6))).toEqual([7]);
  });

  test('空白的背面和没有码的页分得开', async () => {
    const made = await PDFDocument.create();
    made.addPage([595, 842]);
    made.addPage([595, 842]).drawText('no code on this page', { x: 60, y: 700, size: 30 });
    expect(await read(await made.save(), 'pdf')).toEqual({
      ok: true,
      total: 2,
      pages: [
        { codes: [], empty: true },
        { codes: [], empty: false },
      ] satisfies LookedAt[],
    });
  });

  test('打不开的、加密的说得清，之后照常读', async () => {
    const broken = Buffer.from('%PDF-1.7\nnothing\n%%EOF\n');
    expect(await read(broken, 'pdf')).toEqual({ ok: false, code: 'broken' });
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    expect(await read(await locked.save(), 'pdf')).toEqual({ ok: false, code: 'encrypted' });
    expect(await read(Buffer.from('ffd8ffe0', 'hex'), 'jpeg')).toEqual({
      ok: false,
      code: 'broken',
    });
    const huge = Buffer.alloc(64);
    huge.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await read(huge, 'png')).toEqual({ ok: false, code: 'too-large' });
    expect(pageNumbers(await read(form, 'pdf', 6))).toEqual([7]);
  });
});
