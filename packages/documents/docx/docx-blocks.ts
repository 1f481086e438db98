import type { Imprint, OfficialDocument, PageSetup, StampPlace } from '../document.ts';
import { element } from '../office/xml.ts';
import type { FlowBlock, Section } from '../section.ts';
import { type Layout, LINE_WEIGHT, STAMP_ROOM, styleRule } from '../style-sheet.ts';
import type { DocxImages } from './docx-image.ts';
import { wordTable } from './docx-table.ts';
import { modelParagraph, wordParagraph, wordParagraphOf } from './docx-text.ts';
import { pageSize, pointTwips, twips } from './docx-units.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const COLOURS = { red: 'FF0000', black: '000000' };
/** 右空四字 */
const FREE_RIGHT = 4;
const EIGHTHS = 8;
/** Points between two tables. */
const TABLE_GAP = 6;

/**
 * The blocks of the model as WordprocessingML. Between two tables that aren't one stands an empty paragraph: Word takes
 * tables without one between them for one table.
 */
export function wordBlocks(
  { layout }: OfficialDocument,
  { page, blocks }: Section,
  images: DocxImages,
): string {
  return blocks
    .map((block, i) => {
      const follows = blocks[i - 1]?.kind === 'table';
      const apart = block.kind === 'table' && !block.joined && follows;
      return (apart ? emptyParagraph(TABLE_GAP) : '') + wordBlock(block, { layout, page }, images);
    })
    .join('');
}

interface Setting {
  readonly layout: Layout;
  readonly page: PageSetup;
}

function wordBlock(block: FlowBlock, setting: Setting, images: DocxImages): string {
  switch (block.kind) {
    case 'paragraph':
      return modelParagraph(block);
    case 'table':
      return wordTable(block);
    case 'stamp-place':
      return stampPlace(block, setting);
    case 'rule':
      return wordParagraph('caption', [], {
        lineBelow: { weight: LINE_WEIGHT.red, colour: COLOURS[block.colour] },
      });
    case 'imprint':
      return imprint(block, setting);
    case 'qr':
      return wordParagraphOf('caption', images.qr(block.code, block.says, block.side), {
        align: block.align,
        asHigh: true,
      });
    case 'page-break':
      return element('w:p', {}, element('w:r', {}, element('w:br', { 'w:type': 'page' })));
  }
}

/** Lines and date centred on each other: as a column as wide as the longest, four characters from the right. */
function stampPlace({ lines, date }: StampPlace, { layout, page }: Setting): string {
  const { size } = styleRule(layout, 'signature');
  const text = pageSize(page).text * POINTS_PER_MILLIMETRE;
  const all = [...lines, date];
  const right = FREE_RIGHT * size;
  const left = Math.max(0, text - right - Math.max(...all.map(widthOf)) * size);
  return all
    .map((line, i) =>
      wordParagraph('signature', [{ text: line }], {
        left,
        right,
        keepLines: true,
        ...(i < all.length - 1 ? { keepWithNext: true } : {}),
        ...(i === 0 ? { before: STAMP_ROOM } : {}),
      }),
    )
    .join('');
}

/** In characters as wide as high: a Latin one takes half, and a little room for where they meet. */
function widthOf(line: string): number {
  return [...line].reduce((sum, c) => sum + (c < '\u0100' ? 0.5 : 1), 1);
}

/** 版记 as a table that floats at the foot of the page on which the text ends. */
function imprint({ copiesTo, printedBy, printedOn }: Imprint, { page }: Setting): string {
  const width = twips(pageSize(page).text);
  const half = Math.round(width / 2);
  const rows = [
    ...(copiesTo === '' ? [] : [imprintRow([[`抄送：${copiesTo}`, 'left', width, 2]])]),
    imprintRow([
      [printedBy, 'left', half, 1],
      [printedOn, 'right', width - half, 1],
    ]),
  ];
  const thick = { 'w:val': 'single', 'w:sz': LINE_WEIGHT.imprint * EIGHTHS, 'w:space': 0 };
  const thin = { ...thick, 'w:sz': Math.round(LINE_WEIGHT.imprint * EIGHTHS * 0.7) };
  const properties = element(
    'w:tblPr',
    {},
    element('w:tblpPr', {
      'w:leftFromText': 0,
      'w:rightFromText': 0,
      'w:vertAnchor': 'margin',
      'w:horzAnchor': 'margin',
      'w:tblpXSpec': 'center',
      'w:tblpYSpec': 'bottom',
    }),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element(
      'w:tblBorders',
      {},
      element('w:top', { ...thick, 'w:color': COLOURS.black }),
      element('w:bottom', { ...thick, 'w:color': COLOURS.black }),
      element('w:insideH', { ...thin, 'w:color': COLOURS.black }),
    ),
    element('w:tblLayout', { 'w:type': 'fixed' }),
  );
  const grid = element(
    'w:tblGrid',
    {},
    element('w:gridCol', { 'w:w': half }),
    element('w:gridCol', { 'w:w': width - half }),
  );
  return element('w:tbl', {}, properties, grid, ...rows);
}

type ImprintCell = readonly [text: string, align: 'left' | 'right', width: number, span: number];

function imprintRow(cells: readonly ImprintCell[]): string {
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit', {})),
    ...cells.map(([text, align, width, span]) =>
      element(
        'w:tc',
        {},
        element(
          'w:tcPr',
          {},
          element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
          span > 1 ? element('w:gridSpan', { 'w:val': span }) : '',
        ),
        wordParagraph('imprint', [{ text }], { align }),
      ),
    ),
  );
}

/** A paragraph that shows nothing, `points` high: after a table a body, a cell and a foot must end with one. */
export function emptyParagraph(points: number): string {
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:spacing', {
        'w:before': 0,
        'w:after': 0,
        'w:line': pointTwips(points),
        'w:lineRule': 'exact',
      }),
      element('w:rPr', {}, element('w:sz', { 'w:val': 2 })),
    ),
  );
}
