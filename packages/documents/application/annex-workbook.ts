import { MAP_SHEET } from '@fuchi/forms/sheet-map';
import { element, xmlPart } from '../office/xml.ts';
import { cellAddress } from '../xlsx/sheet-grid.ts';
import { type CellStyle, SHEET_NAMESPACE } from '../xlsx/sheet-styles.ts';
import { textCell } from '../xlsx/sheet-text.ts';
import { textSheet } from '../xlsx/text-sheet.ts';
import { sheetName, workbookPackage } from '../xlsx/workbook-package.ts';
import { ABOVE, type AnnexIdentity, annexMapLines, columnMark } from './annex-map.ts';
import { type AnnexTable, confirmedTitle } from './annex-table.ts';
import { textWidth } from './text-width.ts';

/** Empty rows for what the applicant didn't list. */
const SPARE = 100;
/** Marks, what it is, headings. */
const ROWS_ABOVE = 3;
/** Characters across, of which a Chinese one takes two. */
const WIDTH = { least: 9, most: 34 };

/**
 * An annex as a spreadsheet for whoever confirms it: what the applicant filled in is locked, beside it stands an open
 * column for each figure they put in themselves. A sheet a table; every cell is text; the same annex gives the same
 * bytes.
 * @example writeAnnexWorkbook({ application: '12', guide: digest, annex: '设备发票清单' }, tables, '请会计师事务所核定。')
 */
export function writeAnnexWorkbook(
  identity: AnnexIdentity,
  tables: readonly AnnexTable[],
  note: string,
): Uint8Array {
  const names = sheetNames(tables);
  return workbookPackage(
    [
      ...tables.map((table, i) => ({ name: names[i] ?? '', content: tableXml(table, note) })),
      {
        name: MAP_SHEET,
        content: textSheet(annexMapLines(identity), 'plain'),
        state: 'veryHidden',
      },
    ],
    identity.annex,
  );
}

/** What a spreadsheet takes as a name; two tables of one name are told apart. */
function sheetNames(tables: readonly AnnexTable[]): readonly string[] {
  return tables.map(({ name }, i) => {
    const plain = sheetName(name, 2);
    return tables.findIndex((other) => other.name === name) < i ? `${plain}${i + 1}` : plain;
  });
}

interface SheetColumn {
  readonly mark: string;
  readonly title: string;
  readonly width: number;
  /** The text of a row; undefined for a column of the confirmer's own. */
  readonly at: number | undefined;
}

function columnsOf({ columns, rows }: AnnexTable): readonly SheetColumn[] {
  return columns.flatMap(({ id, title, confirmed }, at): readonly SheetColumn[] => {
    const texts = [title, ...rows.map(({ cells }) => cells[at] ?? '')];
    const longest = Math.max(...texts.map(textWidth)) * 2 + 2;
    const width = Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, longest)));
    const said = { mark: columnMark({ kind: 'said', id }), title, width, at };
    if (!confirmed) return [said];
    const mark = columnMark({ kind: 'confirmed', id });
    return [said, { mark, title: confirmedTitle(title), width, at: undefined }];
  });
}

function tableXml(table: AnnexTable, note: string): string {
  const columns = columnsOf(table);
  const spare = table.addsRows ? SPARE : 0;
  const marks = [ABOVE, '', ...columns.map(({ mark }) => mark)];
  const heads = [ABOVE, '序号', ...columns.map(({ title }) => title)];
  const rows = [
    row(0, marks, () => 'plain', { hidden: 1 }),
    row(1, [ABOVE, `${table.name}。${note}`], (i) => (i === 0 ? 'plain' : 'note'), {
      ht: 34,
      customHeight: 1,
    }),
    row(2, heads, (i) => (i === 0 ? 'plain' : 'label'), { ht: 32, customHeight: 1 }),
    ...table.rows.map(({ key, number, cells }, i) =>
      row(
        ROWS_ABOVE + i,
        [key, number, ...columns.map(({ at }) => (at === undefined ? '' : (cells[at] ?? '')))],
        (c) => (c === 0 ? 'plain' : isOwn(columns, c) ? 'input' : 'label'),
      ),
    ),
    ...Array.from({ length: spare }, (_, i) =>
      row(
        ROWS_ABOVE + table.rows.length + i,
        ['', '', ...columns.map(() => '')],
        (c): CellStyle => (c === 0 ? 'plain' : c === 1 ? 'label' : 'input'),
      ),
    ),
  ];
  const last = cellAddress(1, columns.length + 1);
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SHEET_NAMESPACE },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element(
        'sheetViews',
        {},
        element(
          'sheetView',
          { workbookViewId: 0 },
          element('pane', {
            xSplit: 3,
            ySplit: ROWS_ABOVE,
            topLeftCell: cellAddress(ROWS_ABOVE, 3),
            activePane: 'bottomRight',
            state: 'frozen',
          }),
        ),
      ),
      element('sheetFormatPr', { defaultRowHeight: 18 }),
      element(
        'cols',
        {},
        element('col', { min: 1, max: 1, width: 2, hidden: 1, customWidth: 1 }),
        element('col', { min: 2, max: 2, width: 6, customWidth: 1 }),
        ...columns.map(({ width }, i) =>
          element('col', { min: i + 3, max: i + 3, width, customWidth: 1 }),
        ),
      ),
      element('sheetData', {}, ...rows),
      element('sheetProtection', {
        sheet: 1,
        objects: 1,
        scenarios: 1,
        formatColumns: 0,
        formatRows: 0,
      }),
      element('mergeCells', { count: 1 }, element('mergeCell', { ref: `B2:${last}` })),
      element('pageSetup', { paperSize: 9, fitToHeight: 0, orientation: 'landscape' }),
    ),
  );
}

function isOwn(columns: readonly SheetColumn[], cell: number): boolean {
  const column = columns[cell - 2];
  return column !== undefined && column.at === undefined;
}

function row(
  at: number,
  texts: readonly string[],
  style: (cell: number) => CellStyle,
  differs: Readonly<Record<string, number>> = {},
): string {
  const cells = texts.map((text, i) => textCell(cellAddress(at, i), text, style(i)));
  return element('row', { r: at + 1, ...differs }, ...cells);
}
