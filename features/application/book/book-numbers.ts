import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

/** Points on an A4 page: type, and its distance from the lower edge. */
const TYPE = 10;
const EDGE = 14;
const A4 = 595;

/**
 * Writes a page's number at the middle of its lower edge as it is seen, however the page is turned; as large on an A3
 * drawing as its size asks. What lies below is covered.
 */
export function stampNumber(page: PDFPage, font: PDFFont, number: number): void {
  const { x, y, width, height } = page.getCropBox();
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const scale = Math.min(6, Math.max(0.5, Math.min(width, height) / A4));
  const text = `- ${number} -`;
  const [size, edge] = [TYPE * scale, EDGE * scale];
  const long = font.widthOfTextAtSize(text, size);
  const [left, low] = [-long / 2, edge];
  const turned = (along: number, up: number) => {
    if (angle === 90) return { x: x + width - up, y: y + height / 2 + along };
    if (angle === 180) return { x: x + width / 2 - along, y: y + height - up };
    if (angle === 270) return { x: x + up, y: y + height / 2 - along };
    return { x: x + width / 2 + along, y: y + up };
  };
  const rotate = degrees(angle);
  page.drawRectangle({
    ...turned(left - size / 2, low - size * 0.3),
    width: long + size,
    height: size * 1.2,
    color: rgb(1, 1, 1),
    opacity: 0.8,
    rotate,
  });
  page.drawText(text, { ...turned(left, low), size, font, rotate });
}
