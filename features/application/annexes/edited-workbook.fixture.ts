import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody put into a cell: a text, a number as a spreadsheet keeps it, or a formula with the value it had. */
export type Put = string | number | { readonly formula: string; readonly value: number };

/** A spreadsheet as it comes back: some cells of a sheet (from 1) hold something else now. */
export function edited(
  bytes: Uint8Array,
  changes: Readonly<Record<number, Readonly<Record<string, Put>>>>,
): Buffer {
  const parts = unzipSync(bytes);
  for (const [sheet, cells] of Object.entries(changes)) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    let xml = strFromU8(parts[path] ?? new Uint8Array());
    for (const [at, put] of Object.entries(cells)) {
      const cell = new RegExp(`<c r="${at}"(?:[^>]*/>|[^>]*>.*?</c>)`, 'su');
      if (!cell.test(xml)) throw new Error(`no cell ${at} on sheet ${sheet}`);
      xml = xml.replace(cell, cellXml(at, put));
    }
    parts[path] = strToU8(xml);
  }
  return Buffer.from(zipSync(parts));
}

function cellXml(at: string, put: Put): string {
  if (typeof put === 'string') {
    return `<c r="${at}" t="inlineStr"><is><t>${put}</t></is></c>`;
  }
  if (typeof put === 'number') return `<c r="${at}"><v>${put}</v></c>`;
  return `<c r="${at}"><f>${put.formula}</f><v>${put.value}</v></c>`;
}
