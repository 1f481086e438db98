import { lookOfCode, lookOfNumber, type NumberLook } from './workbook-cell.ts';
import { readXml } from './xml-events.ts';

/** How each cell style shows a number, in the order cells refer to them; nothing for a file without styles. */
export function readStyles(part: Uint8Array | undefined): readonly NumberLook[] {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCells = false;
  if (!part) return looks;
  readXml(part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') codes.set(id, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const code = codes.get(id);
      looks.push(code === undefined ? lookOfNumber(id) : lookOfCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}
