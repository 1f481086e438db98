import { element, xmlPart } from '../office/xml.ts';
import { cellAddress } from './sheet-grid.ts';
import { type CellStyle, SHEET_NAMESPACE } from './sheet-styles.ts';
import { textCell } from './sheet-text.ts';

/** A row of texts in one style. @param at counted from 0 */
export function textRow(at: number, texts: readonly string[], style: CellStyle): string {
  const cells = texts.map((text, i) => textCell(cellAddress(at, i), text, style));
  return element('row', { r: at + 1 }, ...cells);
}

/** A sheet of nothing but texts. @example textSheet([['是', '设备'], ['否', '软件']], 'plain') */
export function textSheet(rows: readonly (readonly string[])[], style: CellStyle): string {
  const all = rows.map((texts, i) => textRow(i, texts, style));
  return xmlPart(
    element('worksheet', { xmlns: SHEET_NAMESPACE }, element('sheetData', {}, ...all)),
  );
}
