import type { OfficialDocument, PageSetup } from '../document.ts';
import { element } from '../office/xml.ts';
import { styleRule } from '../style-sheet.ts';
import { emptyParagraph } from './docx-blocks.ts';
import type { DocxImages } from './docx-image.ts';
import { wordParagraph, wordParagraphOf } from './docx-text.ts';
import { pageSize, twips } from './docx-units.ts';

/** Millimetres. */
const CODE = { side: 14, column: 16 };
const NUMBER_COLUMN = 36;

/** Odd pages have their number on the right, even ones on the left, one character from the edge. */
export type FootSide = 'odd' | 'even';

/**
 * The content of a page's foot: page number, and by what a scan of the page is matched to the system. A code that
 * differs from page to page is left out.
 */
export function wordFoot(
  document: OfficialDocument,
  page: PageSetup,
  side: FootSide,
  images: DocxImages,
): string {
  const { foot, pageNumber } = document.furniture;
  if (foot === undefined) {
    const { size } = styleRule(document.layout, 'furniture');
    const outside = side === 'odd' ? 'right' : 'left';
    return wordParagraphOf('furniture', numberText(pageNumber), {
      align: pageNumber === 'dashes' ? outside : 'center',
      [outside]: size,
    });
  }
  const says = `二维码：${foot.version}，校验码 ${foot.digest}`;
  const width = pageSize(page).text;
  const { code } = foot;
  const picture = typeof code === 'string' ? images.qr(code, says, CODE.side) : '';
  const column = picture === '' ? 0 : CODE.column;
  const cells: [number, string][] = [
    ...(picture === ''
      ? []
      : ([[column, wordParagraphOf('furniture', picture, AS_HIGH)]] as [number, string][])),
    [
      width - column - NUMBER_COLUMN,
      wordParagraph('furniture', [{ text: foot.version }], {}) +
        wordParagraph('furniture', [{ text: `校验码 ${foot.digest}` }], {}),
    ],
    [NUMBER_COLUMN, wordParagraphOf('furniture', numberText(pageNumber), { align: 'right' })],
  ];
  return footTable(cells) + emptyParagraph(1);
}

const AS_HIGH = { asHigh: true } as const;

function footTable(cells: readonly (readonly [number, string])[]): string {
  const whole = cells.reduce((sum, [width]) => sum + width, 0);
  const properties = element(
    'w:tblPr',
    {},
    element('w:tblW', { 'w:w': twips(whole), 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element(
      'w:tblCellMar',
      {},
      element('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
      element('w:right', { 'w:w': 0, 'w:type': 'dxa' }),
    ),
  );
  const grid = cells.map(([width]) => element('w:gridCol', { 'w:w': twips(width) }));
  const written = cells.map(([width, content]) =>
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': twips(width), 'w:type': 'dxa' }),
        element('w:vAlign', { 'w:val': 'center' }),
      ),
      content,
    ),
  );
  return element(
    'w:tbl',
    {},
    properties,
    element('w:tblGrid', {}, ...grid),
    element('w:tr', {}, ...written),
  );
}

function numberText(kind: OfficialDocument['furniture']['pageNumber']): string {
  if (kind === 'dashes') return plain('— ') + field('PAGE') + plain(' —');
  if (kind === 'none') return '';
  return plain('第') + field('PAGE') + plain('页　共') + field('NUMPAGES') + plain('页');
}

function plain(text: string): string {
  return element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, text));
}

/** A number that the program counts when it opens the file; 1 until then. */
function field(name: 'PAGE' | 'NUMPAGES'): string {
  return element('w:fldSimple', { 'w:instr': ` ${name} ` }, plain('1'));
}
