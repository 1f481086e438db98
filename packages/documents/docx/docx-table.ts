import { element } from '../office/xml.ts';
import { CELL_PADDING, LINE_WEIGHT } from '../style-sheet.ts';
import type { Cell, Row, Table } from '../table.ts';
import { pageParts, placedCells } from '../table-slice.ts';
import { wordParagraph } from './docx-text.ts';
import { twips } from './docx-units.ts';

/** Eighths of a point, in which lines are measured. */
const EIGHTHS = 8;
/** A paragraph that keeps two tables apart, without which Word would take them for one; too low to be seen. */
const HAIR = { line: 2, size: 2 };
const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** A cell of the Word table; a merged one stands in each row it covers, with its text in the first. */
interface WordCell {
  readonly cell: Cell;
  readonly column: number;
  readonly merge: 'none' | 'begins' | 'goes-on';
  /** Where no line is drawn, so that two cells look like one. */
  readonly open: 'top' | 'bottom' | undefined;
}

/**
 * A table of WordprocessingML. Where the printed form goes on on a new page, a table of its own begins there, with the
 * header rows and the merged labels again: Word itself repeats header rows, and no labels.
 */
export function wordTable(table: Table): string {
  const parts = pageParts(table);
  return parts
    .map((part, i) => {
      const apart = i > 0 || table.joined;
      return (apart ? hairline(i > 0) : '') + onePart(part);
    })
    .join('');
}

function hairline(newPage: boolean): string {
  const { line, size } = HAIR;
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      newPage ? element('w:pageBreakBefore', {}) : element('w:keepNext', {}),
      element('w:spacing', {
        'w:before': 0,
        'w:after': 0,
        'w:line': line,
        'w:lineRule': 'exact',
      }),
      element('w:rPr', {}, element('w:sz', { 'w:val': size })),
    ),
  );
}

function onePart(table: Table): string {
  const width = table.columns.reduce((sum, column) => sum + column, 0);
  const line = { 'w:val': 'single', 'w:sz': LINE_WEIGHT.table * EIGHTHS, 'w:space': 0 };
  const properties = element(
    'w:tblPr',
    {},
    element('w:tblW', { 'w:w': twips(width), 'w:type': 'dxa' }),
    element('w:jc', { 'w:val': 'center' }),
    element(
      'w:tblBorders',
      {},
      ...EDGES.map((edge) => element(`w:${edge}`, { ...line, 'w:color': '000000' })),
    ),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element(
      'w:tblCellMar',
      {},
      ...(['top', 'left', 'bottom', 'right'] as const).map((edge) =>
        element(`w:${edge}`, {
          'w:w': twips(edge === 'top' || edge === 'bottom' ? CELL_PADDING.y : CELL_PADDING.x),
          'w:type': 'dxa',
        }),
      ),
    ),
  );
  const grid = element(
    'w:tblGrid',
    {},
    ...table.columns.map((column) => element('w:gridCol', { 'w:w': twips(column) })),
  );
  const rows = wordRows(table).map((cells, i) =>
    element(
      'w:tr',
      {},
      rowProperties(table.rows[i], i < table.headerRows),
      ...cells.map((cell) => tableCell(cell, table)),
    ),
  );
  return element('w:tbl', {}, properties, grid, ...rows);
}

function rowProperties(row: Row | undefined, header: boolean): string {
  return element(
    'w:trPr',
    {},
    element('w:cantSplit', {}),
    element('w:trHeight', { 'w:val': twips(row?.minHeight ?? 0), 'w:hRule': 'atLeast' }),
    header ? element('w:tblHeader', {}) : '',
  );
}

/** The cells of each row, those that a merged cell covers among them. */
function wordRows(table: Table): readonly (readonly WordCell[])[] {
  const placed = placedCells(table);
  return table.rows.map((_, index) =>
    placed
      .filter(({ row, cell }) => row <= index && index < row + cell.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map(({ row, column, cell }) => ({
        cell,
        column,
        ...mergeAt(index, row, cell, table.headerRows),
      })),
  );
}

/**
 * Header rows are drawn again on each page, and with them a cell merged into the rows below would be drawn twice. Such
 * a cell is an empty one in the header and, without a line between, one with the text below.
 */
function mergeAt(
  index: number,
  row: number,
  cell: Cell,
  headerRows: number,
): Pick<WordCell, 'merge' | 'open'> {
  const end = row + cell.rowSpan;
  const crosses = row < headerRows && end > headerRows;
  if (!crosses) {
    const merge = cell.rowSpan === 1 ? 'none' : index === row ? 'begins' : 'goes-on';
    return { merge, open: undefined };
  }
  if (index < headerRows) {
    const merge = headerRows - row === 1 ? 'none' : index === row ? 'begins' : 'goes-on';
    return { merge, open: 'bottom' };
  }
  const merge = end - headerRows === 1 ? 'none' : index === headerRows ? 'begins' : 'goes-on';
  return { merge, open: index === headerRows ? 'top' : undefined };
}

function tableCell({ cell, column, merge, open }: WordCell, table: Table): string {
  const width = table.columns
    .slice(column, column + cell.colSpan)
    .reduce((sum, each) => sum + each, 0);
  const properties = element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': twips(width), 'w:type': 'dxa' }),
    cell.colSpan > 1 ? element('w:gridSpan', { 'w:val': cell.colSpan }) : '',
    merge === 'none'
      ? ''
      : element('w:vMerge', { 'w:val': merge === 'begins' ? 'restart' : 'continue' }),
    open ? element('w:tcBorders', {}, element(`w:${open}`, { 'w:val': 'nil' })) : '',
    cell.vertical ? element('w:textDirection', { 'w:val': 'tbRl' }) : '',
    element('w:vAlign', { 'w:val': cell.valign }),
  );
  const told = merge === 'goes-on' || open === 'bottom' ? [] : cell.lines;
  const lines = told.length === 0 ? [[]] : told;
  const paragraphs = lines.map((runs) =>
    wordParagraph(
      'cell',
      runs.map((run) => (cell.heading ? { ...run, bold: true } : run)),
      { align: cell.align },
    ),
  );
  return element('w:tc', {}, properties, ...paragraphs);
}
