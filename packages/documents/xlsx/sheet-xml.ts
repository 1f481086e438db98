import { element, xmlPart, xmlText } from '../office/xml.ts';
import { cellRule } from './cell-rules.ts';
import { rowHeights } from './row-heights.ts';
import { cellAddress, type GridCell, type SheetGrid } from './sheet-grid.ts';
import { SHEET_NAMESPACE } from './sheet-styles.ts';
import { textCell } from './sheet-text.ts';

const A4 = 9;
/** Inches. */
const MARGINS = {
  left: '0.6',
  right: '0.6',
  top: '0.6',
  bottom: '0.8',
  header: '0.3',
  footer: '0.4',
};

/**
 * The worksheet of a form: merged labels, unlocked inputs, everything else locked without a password, and what the
 * program asks while somebody types. Its parts stand in the order of the schema (CT_Worksheet).
 */
export function sheetXml(grid: SheetGrid, foot: string): string {
  const merged = grid.cells.filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1);
  const rules = grid.cells.flatMap((cell) => {
    if (cell.input === undefined) return [];
    const rule = cellRule(cell.input, cellAddress(cell.row, cell.column));
    return rule === '' ? [] : [rule];
  });
  const wide = grid.columns.reduce((sum, width) => sum + width, 0) > WIDEST_UPRIGHT;
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SHEET_NAMESPACE },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('sheetViews', {}, element('sheetView', { showGridLines: 0, workbookViewId: 0 })),
      element('sheetFormatPr', { defaultRowHeight: 18 }),
      columns(grid),
      element('sheetData', {}, ...sheetRowsXml(grid)),
      element('sheetProtection', {
        sheet: 1,
        objects: 1,
        scenarios: 1,
        formatColumns: 0,
        formatRows: 0,
      }),
      element(
        'mergeCells',
        { count: merged.length },
        ...merged.map((cell) => element('mergeCell', { ref: rangeOf(cell) })),
      ),
      rules.length === 0 ? '' : element('dataValidations', { count: rules.length }, ...rules),
      element('printOptions', { horizontalCentered: 1 }),
      element('pageMargins', MARGINS),
      element('pageSetup', {
        paperSize: A4,
        fitToHeight: 0,
        orientation: wide ? 'landscape' : 'portrait',
      }),
      element('headerFooter', {}, element('oddFooter', {}, xmlText(foot))),
    ),
  );
}

/** Characters across; more is read better on a page that lies. */
const WIDEST_UPRIGHT = 130;

function columns({ columns: widths }: SheetGrid): string {
  const each = widths.map((width, i) =>
    element('col', { min: i + 1, max: i + 1, width, customWidth: 1 }),
  );
  return element('cols', {}, ...each);
}

/** A merged cell's lines are drawn only where each of the cells it covers has them. */
function sheetRowsXml(grid: SheetGrid): readonly string[] {
  const heights = rowHeights(grid);
  const written = Array.from({ length: grid.rows }, () => new Map<number, string>());
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) {
        const first = row === cell.row && column === cell.column;
        written[row]?.set(
          column,
          textCell(cellAddress(row, column), first ? cell.text : '', cell.style),
        );
      }
    }
  }
  return written.map((cells, row) =>
    element(
      'row',
      { r: row + 1, ht: heights[row], customHeight: 1 },
      ...[...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml),
    ),
  );
}

function rangeOf({ row, column, rowSpan, colSpan }: GridCell): string {
  const last = cellAddress(row + rowSpan - 1, column + colSpan - 1);
  return `${cellAddress(row, column)}:${last}`;
}
