import { PDFArray, PDFDict, PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test } from 'vitest';
import { drawWidgets } from './draw-widgets.ts';

const RED = rgb(1, 0, 0);
const SIZE = 200;

/** A page of 200 × 200 points whose one field is red; `how` changes the field's dictionary. */
async function page(how: (widget: PDFDict, document: PDFDocument) => void = () => {}) {
  const document = await PDFDocument.create();
  const made = document.addPage([SIZE, SIZE]);
  const field = document.getForm().createTextField('章');
  const place = { x: 100, y: 20, width: 60, height: 40 };
  field.addToPage(made, { ...place, backgroundColor: RED, borderWidth: 0 });
  const annotations = made.node.lookup(PDFName.of('Annots'), PDFArray);
  how(annotations.lookup(0, PDFDict), document);
  return document;
}

/** Bound into another document: the box of the red pixels from the lower left corner, null for none. */
async function boundRed(source: PDFDocument): Promise<readonly number[] | null> {
  drawWidgets(source.getPage(0));
  const book = await PDFDocument.create();
  for (const copied of await book.copyPages(source, [0])) book.addPage(copied);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await book.save());
  const { data, width } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
  document.destroy();
  library.destroy();
  const red: { x: number; y: number }[] = [];
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i] ?? 0) > 200 && (data[i + 1] ?? 0) < 60) {
      red.push({ x: (i / 4) % width, y: SIZE - 1 - Math.floor(i / 4 / width) });
    }
  }
  if (red.length === 0) return null;
  const [xs, ys] = [red.map(({ x }) => x), red.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
}

test('字段画在它的位置', async () => {
  expect(await boundRed(await page())).toEqual([100, 20, 160, 60]);
});

test('外观按位置缩放、平移', async () => {
  const moved = await page((widget, { context }) => {
    widget.set(PDFName.of('Rect'), context.obj([10, 110, 40, 130]));
  });
  expect(await boundRed(moved)).toEqual([10, 110, 40, 130]);
});

test('隐藏的不画；没有外观、位置写坏了的不影响装订', async () => {
  const hidden = await page((widget, { context }) => {
    widget.set(PDFName.of('F'), context.obj(2));
  });
  expect(await boundRed(hidden)).toBeNull();
  const bare = await page((widget) => {
    widget.delete(PDFName.of('AP'));
  });
  expect(await boundRed(bare)).toBeNull();
  const broken = await page((widget, { context }) => {
    widget.set(PDFName.of('Rect'), context.obj(['x', 1]));
  });
  expect(await boundRed(broken)).toBeNull();
});
