import { sheetCells } from '@fuchi/ui/pasted-cells';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * What was copied out of a spreadsheet, as a file. @returns undefined for what isn't at least a row below its headings
 * @example await pastedFile('严重失信主体名单', '单位名称\t列入日期\n示例公司\t2021-12-01')
 */
export async function pastedFile(title: string, text: string): Promise<File | undefined> {
  const [headings = [], ...rows] = sheetCells(text).filter((row) =>
    row.some((cell) => cell !== ''),
  );
  if (rows.length === 0) return undefined;
  const width = Math.max(headings.length, ...rows.map((row) => row.length));
  const full = (row: readonly string[]) => Array.from({ length: width }, (_, i) => row[i] ?? '');
  // Loaded only when something is pasted.
  const { listXlsx } = await import('@fuchi/documents/list/list-xlsx');
  const bytes = listXlsx({
    title,
    columns: full(headings).map((heading) => ({ title: heading, width: 20 })),
    rows: rows.map(full),
  });
  return new File([new Uint8Array(bytes)], `${title}（粘贴）.xlsx`, { type: XLSX });
}
