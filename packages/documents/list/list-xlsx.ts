import { openPackage, type Part } from '../office/open-package.ts';
import { element, xmlPart } from '../office/xml.ts';
import { cellAddress } from '../xlsx/sheet-grid.ts';
import { type CellStyle, SHEET_NAMESPACE, sheetStyles } from '../xlsx/sheet-styles.ts';
import { textCell } from '../xlsx/sheet-text.ts';
import type { ListTable } from './list-table.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A sheet's name takes no more, and none of these. */
const LONGEST_NAME = 31;
const UNNAMED = /[\\/?*[\]:']/gu;

/**
 * A list as a spreadsheet: its headings stay where they are and filter the rows. Every cell is text; the same list
 * gives the same bytes.
 * @example listXlsx({ title: '单位', columns: [{ title: '名称', width: 20 }], rows: [['示例处']] })
 */
export function listXlsx(list: ListTable): Uint8Array {
  const name = list.title.replace(UNNAMED, ' ').slice(0, LONGEST_NAME);
  const workbook: Part = {
    path: 'xl/workbook.xml',
    type: `${TYPE}.sheet.main+xml`,
    content: xmlPart(
      element(
        'workbook',
        { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONS },
        element('sheets', {}, element('sheet', { name, sheetId: 1, 'r:id': 'rId1' })),
      ),
    ),
    relations: [
      { id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'rId2', kind: 'styles', target: 'styles.xml' },
    ],
  };
  return openPackage(
    [
      workbook,
      {
        path: 'xl/worksheets/sheet1.xml',
        type: `${TYPE}.worksheet+xml`,
        content: listSheet(list),
        relations: [],
      },
      {
        path: 'xl/styles.xml',
        type: `${TYPE}.styles+xml`,
        content: sheetStyles(),
        relations: [],
      },
    ],
    { title: list.title, language: 'zh-CN' },
  );
}

function listSheet({ columns, rows }: ListTable): string {
  const last = cellAddress(rows.length, columns.length - 1);
  const frozen = { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' };
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SHEET_NAMESPACE },
      element(
        'sheetViews',
        {},
        element('sheetView', { workbookViewId: 0 }, element('pane', frozen)),
      ),
      element('sheetFormatPr', { defaultRowHeight: 18 }),
      element(
        'cols',
        {},
        ...columns.map(({ width }, i) =>
          element('col', { min: i + 1, max: i + 1, width, customWidth: 1 }),
        ),
      ),
      element(
        'sheetData',
        {},
        row(
          0,
          columns.map((column) => column.title),
          'label',
        ),
        ...rows.map((texts, i) => row(i + 1, texts, 'input-left')),
      ),
      element('autoFilter', { ref: `A1:${last}` }),
    ),
  );
}

function row(at: number, texts: readonly string[], style: CellStyle): string {
  const cells = texts.map((text, i) => textCell(cellAddress(at, i), text, style));
  return element('row', { r: at + 1 }, ...cells);
}
