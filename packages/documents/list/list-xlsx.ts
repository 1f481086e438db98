import { element } from '../office/xml.ts';
import { cellAddress } from '../xlsx/sheet-grid.ts';
import { sheetName, workbookPackage } from '../xlsx/workbook-package.ts';
import { headedSheet } from './headed-sheet.ts';
import type { ListTable } from './list-table.ts';

/**
 * A list as a spreadsheet: its headings stay where they are and filter the rows. Every cell is text; the same list
 * gives the same bytes.
 * @example listXlsx({ title: '单位', columns: [{ title: '名称', width: 20 }], rows: [['示例处']] })
 */
export function listXlsx({ title, columns, rows }: ListTable): Uint8Array {
  const last = cellAddress(rows.length, columns.length - 1);
  const behind = element('autoFilter', { ref: `A1:${last}` });
  const content = headedSheet({ columns, rows, behind });
  return workbookPackage([{ name: sheetName(title), content }], title);
}
