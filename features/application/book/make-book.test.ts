import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { type MadePrint, makePrints } from '../prints/make-prints.ts';
import type { BookFile, BookPaper, BookPlan } from './book-plan.ts';
import { bookmarksOf } from './bookmarks.fixture.ts';
import { makeBook } from './make-book.ts';

const pdf = pdfService();
const folder = mkdtempSync(join(tmpdir(), 'fuchi-book-'));
const out = join(folder, 'book.pdf');
let prints: readonly MadePrint[];
let library: PDFiumLibrary;

beforeAll(async () => {
  library = await PDFiumLibrary.init();
  const made = await makePrints(contentOf(EXAMPLES.industrialPlatform), GUIDE, pdf);
  if (!made.ok) throw new Error('unprintable');
  prints = made.prints;
});
afterAll(() => {
  library.destroy();
  rmSync(folder, { recursive: true });
});

let files = 0;
function file(name: string, type: FileType, bytes: Uint8Array): BookFile {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, bytes);
  return { name, type, path, size: bytes.length };
}

async function pdfFile(name: string, draw: (made: PDFDocument) => void): Promise<BookFile> {
  const made = await PDFDocument.create();
  draw(made);
  return file(name, 'pdf', await made.save());
}

const printed = (): BookPlan['parts'] =>
  prints.map(({ title, pdf: bytes }) => ({
    kind: 'print',
    title,
    pages: [{ file: file(`${title}.pdf`, 'pdf', bytes), page: null }],
  }));
const paper = (title: string, ...all: readonly BookFile[]): BookPaper => ({
  kind: 'paper',
  title,
  issuer: '示例单位',
  files: all,
});
const planOf = (parts: BookPlan['parts']): BookPlan => ({
  fund: '2022年度江苏省工业和信息产业转型升级专项资金',
  title: '申报材料合订本',
  cover: [{ label: '申报单位', text: '示例公司' }],
  parts,
  frozenAt: '2022-04-08T06:30:00.000Z',
});

const [WIDE, HIGH] = [240, 160];

/** Grey, with its upper left quarter black. */
const shade = (x: number, y: number) => (x < WIDE / 2 && y < HIGH / 2 ? 0 : 150);

/** As a telephone takes it: how it is to be turned is written beside it, in Exif. */
function jpegPicture(orientation: number): Buffer {
  const data = Buffer.alloc(WIDE * HIGH * 4, 255);
  for (let i = 0; i < WIDE * HIGH; i += 1) {
    data.fill(shade(i % WIDE, Math.floor(i / WIDE)), i * 4, i * 4 + 3);
  }
  const plain = jpeg.encode({ data, width: WIDE, height: HIGH }, 90).data;
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]);
}

function pngPicture(): Buffer {
  const rows = Array.from({ length: HIGH }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDE }, (_, x) => shade(x, y))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDE, 0);
  header.writeUInt32BE(HIGH, 4);
  // Eight bits of grey.
  header.writeUInt8(8, 8);
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await library.loadDocument(bytes);
  const texts = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, ' '));
  document.destroy();
  return texts;
}

describe('合订本', () => {
  test('封面、目录、各份、材料；页码连着，目录和书签指得对', { timeout: 120_000 }, async () => {
    const photo = jpeg.encode({ data: Buffer.alloc(40 * 30 * 4, 90), width: 40, height: 30 }, 80);
    const plan = planOf([
      ...printed(),
      paper(
        '备案通知书',
        await pdfFile('备案.pdf', (made) => {
          made.addPage([842, 595]).drawText('FILING ONE', { x: 100, y: 300 });
          made.addPage([595, 842]).drawText('FILING TWO', { x: 100, y: 300 });
        }),
        file('照片.jpg', 'jpeg', photo.data),
      ),
      paper('设备清单', file('清单.xlsx', 'xlsx', Buffer.from('xlsx'))),
      paper('合同🎉', await pdfFile('合同🎉.pdf', (made) => made.addPage([595, 842]))),
    ]);
    const made = await makeBook(plan, pdf, out);
    if (!made.ok) throw new Error(JSON.stringify(made.files));
    const bytes = readFileSync(out);
    expect(bytes.length).toBe(made.size);
    const texts = await textsOf(bytes);
    const own = prints.reduce((sum, { pages }) => sum + pages, 0);
    const front = 2;
    expect(texts).toHaveLength(front + own + 1 + 3 + 1 + 1);
    expect(texts.slice(front).map((text) => /(?:^| )- \d+ - ?$/.exec(text)?.[0].trim())).toEqual(
      texts.slice(front).map((_, i) => `- ${i + 1} -`),
    );
    expect(texts[0]).toContain('申报材料合订本');
    expect(texts[0]).not.toContain('- 1 -');

    const listed = (texts[1] ?? '').replaceAll(' ', '');
    expect(listed).toContain(`材料1备案通知书${own + 1}`);
    expect(listed).toContain('材料2设备清单电子文件');
    expect(listed).toContain(`材料3合同〇${own + 5}`);
    expect(texts[front + own]).toContain('备案通知书');
    expect(texts[front + own + 1]).toContain('FILING ONE');
    expect(texts[front + own + 2]).toContain('FILING TWO');
    const commitment = (prints[0]?.pages ?? 0) + (prints[1]?.pages ?? 0) + 1;
    expect(listed).toContain(`信用承诺书${commitment}`);
    expect(texts[front + commitment - 1]).toContain('信用承诺书');

    const book = await PDFDocument.load(bytes);
    expect(bookmarksOf(book)).toEqual([
      ...prints.map(({ title }) => title),
      '备案通知书',
      '合同🎉',
    ]);
    await makeBook(plan, pdf, out);
    expect(readFileSync(out).equals(bytes)).toBe(true);
  });

  test('盖章的扫描件按页放在该在的位置', async () => {
    const scan = await pdfFile('扫描.pdf', (made) => {
      for (const name of ['SEALED C', 'SEALED B', 'SEALED A']) {
        made.addPage([595, 842]).drawText(name, { x: 100, y: 400 });
      }
    });
    const pages = [3, 2, 1].map((page) => ({ file: scan, page }));
    await makeBook(planOf([{ kind: 'print', title: '申报书', pages }]), pdf, out);
    const texts = await textsOf(readFileSync(out));
    expect(texts.slice(2)).toEqual([
      expect.stringMatching(/SEALED A.*- 1 -/),
      expect.stringMatching(/SEALED B.*- 2 -/),
      expect.stringMatching(/SEALED C.*- 3 -/),
    ]);
  });

  test.each([0, 90, 180, 270])('转了%i度的页，页码也正着在下边中间', async (angle) => {
    const turned = await pdfFile('横.pdf', (made) => {
      const page: PDFPage = made.addPage([600, 800]);
      page.setCropBox(20, 30, 560, 740);
      page.setRotation(degrees(angle));
    });
    await makeBook(planOf([paper('横的', turned)]), pdf, out);
    const document = await library.loadDocument(readFileSync(out));
    const { width, height, data } = await document
      .getPage(3)
      .render({ scale: 2, render: 'bitmap' });
    document.destroy();
    const dark: [number, number][] = [];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if ((data[(y * width + x) * 4] ?? 255) < 100) dark.push([x, y]);
      }
    }
    const [xs, ys] = [dark.map(([x]) => x), dark.map(([, y]) => y)];
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    expect(Math.abs(middle - width / 2)).toBeLessThan(4);
    expect(Math.min(...ys)).toBeGreaterThan(height * 0.93);
    // Upright: wider than high.
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(
      1.5 * (Math.max(...ys) - Math.min(...ys)),
    );
  });

  test.each([
    ['没有说方向的照片', 'jpeg', 1, 'top left'],
    ['倒着拍的照片', 'jpeg', 3, 'bottom right'],
    ['竖着拍的照片', 'jpeg', 6, 'top right'],
    ['另一边竖着拍的照片', 'jpeg', 8, 'bottom left'],
    ['PNG图片', 'png', 0, 'top left'],
  ] as const)('%s，装订以后正着', async (_name, type, orientation, corner) => {
    const bytes = type === 'png' ? pngPicture() : jpegPicture(orientation);
    await makeBook(planOf([paper('图', file(`图.${type}`, type, bytes))]), pdf, out);
    const document = await library.loadDocument(readFileSync(out));
    const { width, height, data } = await document
      .getPage(3)
      .render({ scale: 1, render: 'bitmap' });
    document.destroy();
    // The marked corner is black, the rest of the picture grey; the page's number is below.
    const where = (least: number, most: number) => {
      const found: [number, number][] = [];
      for (let y = 0; y < height * 0.9; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const value = data[(y * width + x) * 4] ?? 255;
          if (value >= least && value <= most) found.push([x, y]);
        }
      }
      const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2;
      return [middle(found.map(([x]) => x)), middle(found.map(([, y]) => y))] as const;
    };
    const [x, y] = where(0, 60);
    const [wholeX, wholeY] = where(0, 200);
    expect(`${y < wholeY ? 'top' : 'bottom'} ${x < wholeX ? 'left' : 'right'}`).toBe(corner);
  });

  test('加了密的、坏了的，一次全部叫出名字；只限制修改的照常装订', async () => {
    const locked = await pdfFile('加密.pdf', (made) => {
      made.addPage();
      made.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    });
    const limited = await pdfFile('限制修改.pdf', (made) => {
      made.addPage([595, 842]).drawText('LIMITED', { x: 100, y: 300 });
      made.encrypt({ userPassword: '', ownerPassword: 'other' });
    });
    const broken = file('坏了.pdf', 'pdf', Buffer.from('%PDF-1.7\n%%EOF'));
    const picture = file('坏了.png', 'png', Buffer.from('89504e47', 'hex'));
    expect(
      await makeBook(
        planOf([paper('一', locked, limited), paper('二', broken, picture)]),
        pdf,
        out,
      ),
    ).toEqual({
      ok: false,
      files: [
        { name: '加密.pdf', code: 'encrypted' },
        { name: '坏了.pdf', code: 'broken' },
        { name: '坏了.png', code: 'broken' },
      ],
    });
    expect((await makeBook(planOf([paper('一', limited)]), pdf, out)).ok).toBe(true);
    expect((await textsOf(readFileSync(out))).at(-1)).toContain('LIMITED');
  });
});
