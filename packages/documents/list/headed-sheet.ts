import { element, xmlPart } from '../office/xml.ts';
import { type CellStyle, SHEET_NAMESPACE, styleNumber } from '../xlsx/sheet-styles.ts';
import { textRow } from '../xlsx/text-sheet.ts';

interface HeadedSheet {
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */
    readonly width: number;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** How cells look in which nothing stands yet; undefined for the program's own way. */
  readonly empty?: CellStyle;
  /** What stands behind the rows, as XML: a filter, rules of what may be written. */
  readonly behind: string;
}

/** A sheet whose headings stay where they are while the rows below go by. */
export function headedSheet({ columns, rows, empty, behind }: HeadedSheet): string {
  const frozen = { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' };
  const style = empty && styleNumber(empty);
  const heads = columns.map(({ title }) => title);
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
          element('col', { min: i + 1, max: i + 1, width, style, customWidth: 1 }),
        ),
      ),
      element(
        'sheetData',
        {},
        textRow(0, heads, 'label'),
        ...rows.map((texts, i) => textRow(i + 1, texts, 'input-left')),
      ),
      behind,
    ),
  );
}
