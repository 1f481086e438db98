import { PDFDocument } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jpeg from 'jpeg-js';
import type { Bitmap } from './read-codes.ts';

/** How a sheet came out of a scanner. */
export interface Scanner {
  readonly dpi: number;
  /** Degrees by which a sheet lay askew. */
  readonly askew?: number;
  /** Quarter turns clockwise. */
  readonly quarters?: 0 | 1 | 2 | 3;
  /** Most by which a pixel is off, of 255. */
  readonly noise?: number;
  /** Paper isn't white: what is added to dark and taken from light. */
  readonly faint?: number;
  /** A red seal over the code's corner, as clumsy hands set it. */
  readonly seal?: boolean;
}

/** A PDF's pages as pictures of a scanner. */
export async function scannedPages(
  pdf: Uint8Array,
  scanner: Scanner,
  which?: readonly number[],
): Promise<readonly Buffer[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: Buffer[] = [];
  const all = Array.from({ length: document.getPageCount() }, (_, i) => i + 1);
  for (const page of which ?? all) {
    const picture = await document
      .getPage(page - 1)
      .render({ scale: scanner.dpi / 72, render: 'bitmap' });
    pages.push(sheet(picture, scanner));
  }
  document.destroy();
  library.destroy();
  return pages;
}

/** Pictures as a scanner's PDF, one a page. */
export async function pdfOfPictures(pictures: readonly Uint8Array[], dpi: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await made.embedJpg(picture);
    const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
    made.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return Buffer.from(await made.save());
}

/** A page laid on the glass: askew, turned, grey, grainy, as a JPEG. */
function sheet(page: Bitmap, { askew = 0, quarters = 0, noise = 0, faint = 0, seal }: Scanner) {
  const { width, height } = page;
  const [cos, sin] = [Math.cos((askew * Math.PI) / 180), Math.sin((askew * Math.PI) / 180)];
  const lying = quarters % 2 === 1;
  const [w, h] = lying ? [height, width] : [width, height];
  const out = Buffer.alloc(w * h * 4, 255);
  let chance = 42;
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [u, v] = unturned(x, y, w, h, quarters);
      const [dx, dy] = [u - width / 2, v - height / 2];
      const px = Math.round(width / 2 + dx * cos + dy * sin);
      const py = Math.round(height / 2 - dx * sin + dy * cos);
      const inside = px >= 0 && py >= 0 && px < width && py < height;
      const grey = inside ? (page.data[(py * width + px) * 4 + 1] ?? 255) : 255;
      chance = (chance * 1103515245 + 12345) & 0x7fffffff;
      const grain = ((chance >> 8) / 0x7fffff - 0.5) * 2 * noise;
      const shown = Math.max(0, Math.min(255, faint + (grey * (255 - 2 * faint)) / 255 + grain));
      const red = seal && inside && isSeal(px, py, page);
      const at = (y * w + x) * 4;
      out[at] = red ? Math.max(shown, shown > 128 ? 225 : shown) : shown;
      out[at + 1] = red ? shown * 0.3 : shown;
      out[at + 2] = red ? shown * 0.3 : shown;
    }
  }
  return jpeg.encode({ data: out, width: w, height: h }, 70).data;
}

function unturned(x: number, y: number, w: number, h: number, quarters: number) {
  if (quarters === 1) return [y, w - 1 - x] as const;
  if (quarters === 2) return [w - 1 - x, h - 1 - y] as const;
  return quarters === 3 ? ([h - 1 - y, x] as const) : ([x, y] as const);
}

/** A ring whose edge runs through the page's lower left corner, where the code stands. */
function isSeal(x: number, y: number, { width, height }: Bitmap): boolean {
  const mm = Math.max(width, height) / 297;
  const far = Math.hypot(x - 42 * mm, y - (height - 22 * mm)) / mm;
  return far > 17 && far < 20;
}
