import { openPackage, type Part } from '../office/open-package.ts';
import { element, xmlPart } from '../office/xml.ts';
import { SHEET_NAMESPACE, sheetStyles } from './sheet-styles.ts';

export interface WorkbookSheet {
  /** As `sheetName` gives it. */
  readonly name: string;
  /** A whole part: `<worksheet>…`. */
  readonly content: string;
  /** hidden: a person can show it; veryHidden: only a program can. */
  readonly state?: 'hidden' | 'veryHidden';
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet's name takes no more, and none of these. */
const LONGEST_NAME = 31;
const UNNAMED = /[\\/?*[\]:']/gu;

/**
 * What a spreadsheet takes as the name of a sheet.
 * @param room characters that are kept free for a number behind it
 * @example sheetName('设备/发票', 0) // '设备 发票'
 */
export function sheetName(title: string, room = 0): string {
  return title.replace(UNNAMED, ' ').slice(0, LONGEST_NAME - room);
}

/**
 * A spreadsheet of sheets in their order, with the styles that all of ours share. The same sheets give the same bytes.
 * @param names XML of defined names, which stands behind the sheets; '' for none
 * @example workbookPackage([{ name: '单位', content: textSheet([['示例处']], 'plain') }], '单位名单')
 */
export function workbookPackage(
  sheets: readonly WorkbookSheet[],
  title: string,
  names = '',
): Uint8Array {
  const workbook: Part = {
    path: 'xl/workbook.xml',
    type: `${TYPE}.sheet.main+xml`,
    content: xmlPart(
      element(
        'workbook',
        { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONS },
        element('bookViews', {}, element('workbookView', { activeTab: 0 })),
        element(
          'sheets',
          {},
          ...sheets.map(({ name, state }, i) =>
            element('sheet', { name, sheetId: i + 1, state, 'r:id': `rId${i + 1}` }),
          ),
        ),
        names,
      ),
    ),
    relations: [
      ...sheets.map((_, i) => ({
        id: `rId${i + 1}`,
        kind: 'worksheet',
        target: `worksheets/sheet${i + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, kind: 'styles', target: 'styles.xml' },
    ],
  };
  return openPackage(
    [
      workbook,
      ...sheets.map(({ content }, i) => ({
        path: `xl/worksheets/sheet${i + 1}.xml`,
        type: `${TYPE}.worksheet+xml`,
        content,
        relations: [],
      })),
      { path: 'xl/styles.xml', type: `${TYPE}.styles+xml`, content: sheetStyles(), relations: [] },
    ],
    { title, language: 'zh-CN' },
  );
}
