import type { FieldAddress } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import { cellName, MAP_SHEET, mapLines } from '@fuchi/forms/sheet-map';
import type { Form } from '@fuchi/guide/form';
import { formFoot, type GuideVersion } from '../form/form-foot.ts';
import { openPackage, type Part } from '../office/open-package.ts';
import { element, xmlPart, xmlText } from '../office/xml.ts';
import { formGrid } from './form-grid.ts';
import { cellAddress, fixedAddress, type GridCell, type SheetGrid } from './sheet-grid.ts';
import { SHEET_NAMESPACE, sheetStyles } from './sheet-styles.ts';
import { textCell } from './sheet-text.ts';
import { sheetXml } from './sheet-xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type InputCell = GridCell & { readonly input: NonNullable<GridCell['input']> };

/**
 * A form as a spreadsheet to fill in offline and to upload again, blank or half filled. It looks like the printed form;
 * a sheet that isn't shown says of which form and guide it is and which field each cell stands for. No macros, no
 * formulas; the same filling gives the same bytes.
 * @example writeXlsx(form, blankFilling('1-8'), { id: 'jiangsu-2022', version: '1.0.0', digest: '6f1a…' })
 */
export function writeXlsx(form: Form, filling: Filling, guide: GuideVersion): Uint8Array {
  const grid = formGrid(form, filling);
  const inputs = grid.cells.filter((cell): cell is InputCell => cell.input !== undefined);
  const name = `附件${form.id}`;
  const { version, digest } = formFoot(form, filling, guide);
  const foot = `&L${printed(`${version}　校验码 ${digest}`)}&R第&P页　共&N页`;
  const identity = {
    guide: guide.id,
    version: guide.version,
    digest: guide.digest,
    year: form.year,
    form: form.id,
  };
  const addresses = inputs.map(({ input }): FieldAddress => input.address);
  const workbook: Part = {
    path: 'xl/workbook.xml',
    type: `${TYPE}.sheet.main+xml`,
    content: xmlPart(workbookXml(name, grid, inputs)),
    relations: [
      { id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'rId2', kind: 'worksheet', target: 'worksheets/sheet2.xml' },
      { id: 'rId3', kind: 'styles', target: 'styles.xml' },
    ],
  };
  return openPackage(
    [
      workbook,
      sheetPart(1, sheetXml(grid, foot)),
      sheetPart(2, mapXml(mapLines(identity, addresses))),
      {
        path: 'xl/styles.xml',
        type: `${TYPE}.styles+xml`,
        content: sheetStyles(),
        relations: [],
      },
    ],
    { title: `${form.title.join('')}（${form.year}）`, language: 'zh-CN' },
  );
}

function sheetPart(number: number, content: string): Part {
  const path = `xl/worksheets/sheet${number}.xml`;
  return { path, type: `${TYPE}.worksheet+xml`, content, relations: [] };
}

/** In a foot “&” begins a code. */
function printed(text: string): string {
  return text.replaceAll('&', '&&');
}

function workbookXml(name: string, grid: SheetGrid, inputs: readonly InputCell[]): string {
  const title = `$${grid.titles + 1}`;
  const names: [string, string][] = inputs.map(({ row, column }, i) => [
    cellName(i),
    `'${name}'!${fixedAddress(row, column)}`,
  ]);
  return element(
    'workbook',
    { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONS },
    element('bookViews', {}, element('workbookView', { activeTab: 0 })),
    element(
      'sheets',
      {},
      element('sheet', { name, sheetId: 1, 'r:id': 'rId1' }),
      element('sheet', { name: MAP_SHEET, sheetId: 2, state: 'veryHidden', 'r:id': 'rId2' }),
    ),
    element(
      'definedNames',
      {},
      element(
        'definedName',
        { name: '_xlnm.Print_Titles', localSheetId: 0 },
        xmlText(`'${name}'!${title}:${title}`),
      ),
      ...names.map(([cell, place]) => element('definedName', { name: cell }, xmlText(place))),
    ),
  );
}

function mapXml(lines: readonly (readonly [string, string])[]): string {
  const rows = lines.map((line, row) =>
    element(
      'row',
      { r: row + 1 },
      ...line.map((text, column) => textCell(cellAddress(row, column), text, 'plain')),
    ),
  );
  return xmlPart(
    element('worksheet', { xmlns: SHEET_NAMESPACE }, element('sheetData', {}, ...rows)),
  );
}
