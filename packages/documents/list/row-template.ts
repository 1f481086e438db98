import { openPackage, type Part } from '../office/open-package.ts';
import { element, xmlPart, xmlText } from '../office/xml.ts';
import { cellAddress, fixedAddress } from '../xlsx/sheet-grid.ts';
import { type CellStyle, SHEET_NAMESPACE, sheetStyles, styleNumber } from '../xlsx/sheet-styles.ts';
import { textCell } from '../xlsx/sheet-text.ts';

/** A list to fill in: its columns, of which some take one of a few words. */
export interface RowTemplate {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
  /** How many rows may be filled in. */
  readonly rows: number;
}

export interface TemplateColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Empty where anything may be written. */
  readonly choices: readonly string[];
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const LONGEST_NAME = 31;
const UNNAMED = /[\\/?*[\]:']/gu;
const CHOICES = '选项';

/**
 * A list as an empty spreadsheet to fill in and upload: one row of headings, below it cells that keep what is typed as
 * text, so that no long number loses its last digits. What may be chosen stands on a sheet that isn't shown. The same
 * template gives the same bytes.
 * @example rowTemplate({ title: '设备', columns: [{ title: '设备名称', width: 20, choices: [] }], rows: 2000 })
 */
export function rowTemplate(template: RowTemplate): Uint8Array {
  const plain = template.title.replace(UNNAMED, ' ').slice(0, LONGEST_NAME);
  const name = plain === CHOICES ? '明细' : plain;
  const lists = template.columns.filter(({ choices }) => choices.length > 0);
  const sheets = [
    { name, content: sheetXml(template, lists), shown: true },
    ...(lists.length > 0 ? [{ name: CHOICES, content: choicesXml(lists), shown: false }] : []),
  ];
  const workbook: Part = {
    path: 'xl/workbook.xml',
    type: `${TYPE}.sheet.main+xml`,
    content: xmlPart(
      element(
        'workbook',
        { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONS },
        element(
          'sheets',
          {},
          ...sheets.map((sheet, i) =>
            element('sheet', {
              name: sheet.name,
              sheetId: i + 1,
              state: sheet.shown ? undefined : 'hidden',
              'r:id': `rId${i + 1}`,
            }),
          ),
        ),
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
    { title: template.title, language: 'zh-CN' },
  );
}

function sheetXml({ columns, rows }: RowTemplate, lists: readonly TemplateColumn[]): string {
  const frozen = { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' };
  const titles = columns.map(({ title }) => title);
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
          element('col', {
            min: i + 1,
            max: i + 1,
            width,
            style: styleNumber('input-left'),
            customWidth: 1,
          }),
        ),
      ),
      element('sheetData', {}, row(0, titles, 'label')),
      lists.length === 0
        ? ''
        : element(
            'dataValidations',
            { count: lists.length },
            ...lists.map((column, at) =>
              choiceRule(column, at, {
                first: cellAddress(1, columns.indexOf(column)),
                last: cellAddress(rows, columns.indexOf(column)),
              }),
            ),
          ),
    ),
  );
}

function choiceRule(
  { choices }: TemplateColumn,
  at: number,
  { first, last }: { readonly first: string; readonly last: string },
): string {
  const range = `${fixedAddress(0, at)}:${fixedAddress(choices.length - 1, at)}`;
  return element(
    'dataValidation',
    {
      type: 'list',
      errorStyle: 'warning',
      allowBlank: 1,
      showErrorMessage: 1,
      errorTitle: '请核对',
      error: '请从列表里选一项；可以选几项的，用顿号隔开。',
      sqref: `${first}:${last}`,
    },
    element('formula1', {}, xmlText(`'${CHOICES}'!${range}`)),
  );
}

/** A column for each list, in their order. */
function choicesXml(lists: readonly TemplateColumn[]): string {
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  const rows = Array.from({ length: longest }, (_, i) =>
    row(
      i,
      lists.map(({ choices }) => choices[i] ?? ''),
      'plain',
    ),
  );
  return xmlPart(
    element('worksheet', { xmlns: SHEET_NAMESPACE }, element('sheetData', {}, ...rows)),
  );
}

function row(at: number, texts: readonly string[], style: CellStyle): string {
  const cells = texts.map((text, i) => textCell(cellAddress(at, i), text, style));
  return element('row', { r: at + 1 }, ...cells);
}
