import { encode } from 'uqr';

/** Modules of quiet zone around the code; a reader needs them white. */
const QUIET = 2;

/**
 * A QR code as an SVG of one path, black on nothing; fault correction M or, where as many modules take it, better,
 * since a stamp may touch it.
 * @example qrDrawing('FUCHI:1-8') // '<svg xmlns=…'
 */
export function qrDrawing(code: string): string {
  const { data, size } = encode(code, { ecc: 'M', boostEcc: true, border: 0 });
  const bars = data.flatMap((row, y) =>
    barsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  const side = size + QUIET * 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${QUIET} -${QUIET} ${side} ${side}"><path d="${bars.join('')}"/></svg>`;
}

/** Where black begins and how far it goes. */
function barsOf(row: readonly boolean[]): [x: number, width: number][] {
  const bars: [number, number][] = [];
  row.forEach((black, x) => {
    const last = bars.at(-1);
    if (!black) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else bars.push([x, 1]);
  });
  return bars;
}
