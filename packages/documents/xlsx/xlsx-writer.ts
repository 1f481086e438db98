import type { FieldAddress } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import { cellName, MAP_SHEET, mapLines } from '@fuchi/forms/sheet-map';
import type { Form } from '@fuchi/guide/form';
import { formFoot, type GuideVersion } from '../form/form-foot.ts';
import { element, xmlText } from '../office/xml.ts';
import { formGrid } from './form-grid.ts';
import { fixedAddress, type GridCell, type SheetGrid } from './sheet-grid.ts';
import { sheetXml } from './sheet-xml.ts';
import { textSheet } from './text-sheet.ts';
import { workbookPackage } from './workbook-package.ts';

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
  return workbookPackage(
    [
      { name, content: sheetXml(grid, foot) },
      {
        name: MAP_SHEET,
        content: textSheet(mapLines(identity, addresses), 'plain'),
        state: 'veryHidden',
      },
    ],
    `${form.title.join('')}（${form.year}）`,
    definedNames(name, grid, inputs),
  );
}

/** In a foot “&” begins a code. */
function printed(text: string): string {
  return text.replaceAll('&', '&&');
}

function definedNames(name: string, grid: SheetGrid, inputs: readonly InputCell[]): string {
  const title = `$${grid.titles + 1}`;
  const names: [string, string][] = inputs.map(({ row, column }, i) => [
    cellName(i),
    `'${name}'!${fixedAddress(row, column)}`,
  ]);
  return element(
    'definedNames',
    {},
    element(
      'definedName',
      { name: '_xlnm.Print_Titles', localSheetId: 0 },
      xmlText(`'${name}'!${title}:${title}`),
    ),
    ...names.map(([cell, place]) => element('definedName', { name: cell }, xmlText(place))),
  );
}
