import { element, xmlText } from '../office/xml.ts';
import { type CellStyle, styleNumber } from './sheet-styles.ts';

/**
 * A text as a spreadsheet keeps it (ST_Xstring): what would be read as an escaped character is escaped itself, and a
 * carriage return is written as one, which XML would turn into a line end.
 * @example sheetText('_x0041_') // '_x005F_x0041_'
 */
function sheetText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_').replaceAll('\r', '_x000D_'));
}

/** A cell that holds text and nothing else: what begins with = + - or @ is no formula. */
export function textCell(address: string, text: string, style: CellStyle): string {
  const s = styleNumber(style);
  if (text === '') return element('c', { r: address, s });
  const inner = element('t', { 'xml:space': 'preserve' }, sheetText(text));
  return element('c', { r: address, s, t: 'inlineStr' }, element('is', {}, inner));
}
