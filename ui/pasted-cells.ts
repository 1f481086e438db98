/** Cells as a spreadsheet puts them on the clipboard: tabs between, quotes around what holds tabs or line breaks. */
export function sheetCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < body.length; i++) {
    const c = body[i] ?? '';
    if (quoted) {
      if (c !== '"') cell += c;
      else if (body[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else cell += c;
  }
  endCell();
  rows.push(row);
  return rows;
}

/** Whether a text is part of a sheet, not what one types into a cell. */
export function isSheet(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}

/** No table of an application is longer; what a slip pastes may be. */
export const MOST_PASTED = 2_000;

/**
 * A date as sheets show them, written as a field takes it; any other text as it is.
 * @example sheetDate('2021年3月1日') // '2021-03-01'
 */
export function sheetDate(text: string): string {
  const date = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(text);
  if (!date) return text;
  const [, year = '', month = '', day = ''] = date;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * An amount as accounts show it, written as a field takes it: without the sign of the currency, negative with a minus
 * instead of brackets; any other text as it is.
 * @example sheetAmount('(1,234.50)') // '-1,234.50'
 */
export function sheetAmount(text: string): string {
  const plain = text.replace(/^[¥￥]\s*/u, '');
  const negative = /^[(（]\s*[¥￥]?\s*([\d,，.]+)\s*[)）]$/u.exec(plain);
  return negative ? `-${negative[1]}` : plain;
}

const TOTAL = /^(?:合\s*计|小\s*计|总\s*计|累\s*计)(?:[:：]|[（(].*[）)])?$/u;

/**
 * Whether a row sums up others: taken along, their money would count twice.
 * @example isTotalRow(['合 计', '', '1312.5']) // true
 */
export function isTotalRow(cells: readonly string[]): boolean {
  return cells.some((text) => TOTAL.test(text.trim()));
}
