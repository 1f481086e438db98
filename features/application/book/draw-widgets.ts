import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** x and y of two opposite corners, in points. */
type Box = readonly [number, number, number, number];
type Matrix = readonly [number, number, number, number, number, number];

const HIDDEN = 0x02;
const NO_VIEW = 0x20;
const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Draws what the fields of a page show onto the page itself: seals of electronic signatures, what was filled into a
 * form. Viewers draw fields only where the document knows them, and a bound book doesn't: without this an invoice's or
 * a print's seal would be gone. A field that can't be read is left as it is.
 * @see ISO 32000-1, 12.5.5: how an appearance is laid into its rectangle
 */
export function drawWidgets(page: PDFPage): void {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const { context } = page.doc;
  for (let i = annotations.size() - 1; i >= 0; i -= 1) {
    const widget = context.lookup(annotations.get(i));
    if (!(widget instanceof PDFDict) || !isNamed(widget, 'Subtype', 'Widget')) continue;
    const shown = appearanceOf(widget);
    if (!shown) continue;
    annotations.remove(i);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(...shown.matrix),
      drawObject(page.node.newXObject('Field', shown.form)),
      popGraphicsState(),
    );
  }
}

function appearanceOf(
  widget: PDFDict,
): { readonly form: PDFRef; readonly matrix: Matrix } | undefined {
  const flags = widget.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & (HIDDEN | NO_VIEW)) !== 0) return undefined;
  const appearances = widget.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const form = normalOf(appearances, widget.lookup(PDFName.of('AS')));
  const drawn = form && widget.context.lookup(form);
  const place = boxOf(widget.lookup(PDFName.of('Rect')));
  if (!form || !(drawn instanceof PDFStream) || !place) return undefined;
  const box = boxOf(drawn.dict.lookup(PDFName.of('BBox')));
  const own = matrixOf(drawn.dict.lookup(PDFName.of('Matrix')));
  const matrix = box && laidInto(moved(box, own), place);
  return matrix && { form, matrix };
}

/** The appearance itself, or of several the one that is chosen: a ticked box. */
function normalOf(appearances: PDFDict, chosen: unknown): PDFRef | undefined {
  const name = PDFName.of('N');
  const normal = appearances.lookup(name);
  const found =
    normal instanceof PDFDict && chosen instanceof PDFName
      ? normal.get(chosen)
      : appearances.get(name);
  return found instanceof PDFRef ? found : undefined;
}

/** The smallest box around a box that a matrix moved. */
function moved([x1, y1, x2, y2]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** @returns undefined where either has no area: it shows nothing */
function laidInto(from: Box, to: Box): Matrix | undefined {
  const [width, height] = [from[2] - from[0], from[3] - from[1]];
  const [left, bottom] = [Math.min(to[0], to[2]), Math.min(to[1], to[3])];
  const [wide, high] = [Math.abs(to[2] - to[0]), Math.abs(to[3] - to[1])];
  if (width <= 0 || height <= 0 || wide <= 0 || high <= 0) return undefined;
  const [x, y] = [wide / width, high / height];
  return [x, 0, 0, y, left - from[0] * x, bottom - from[1] * y];
}

function isNamed(dict: PDFDict, key: string, value: string): boolean {
  return dict.lookup(PDFName.of(key)) === PDFName.of(value);
}

function boxOf(value: unknown): Box | undefined {
  const [a, b, c, d] = numbersOf(value, 4);
  return a === undefined || b === undefined || c === undefined || d === undefined
    ? undefined
    : [a, b, c, d];
}

function matrixOf(value: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(value, 6);
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? UNCHANGED
    : [a, b, c, d, e, f];
}

function numbersOf(value: unknown, size: number): readonly number[] {
  if (!(value instanceof PDFArray) || value.size() !== size) return [];
  return value.asArray().flatMap((_, i) => {
    const number = value.lookup(i);
    return number instanceof PDFNumber ? [number.asNumber()] : [];
  });
}
