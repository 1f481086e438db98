import type { ListTable } from './list-table.ts';

/**
 * A list as CSV (RFC 4180) in UTF-8 with the mark by which Excel and WPS know it. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it, which makes it text again.
 * @example listCsv({ title: '单位', columns: [{ title: '名称', width: 20 }], rows: [['示例处']] })
 */
export function listCsv({ columns, rows }: ListTable): string {
  const lines = [columns.map((column) => column.title), ...rows];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
