import type { PagePicture } from './rendering.ts';

/** Millimetres: the two programs put the same line up to a row apart. */
const SQUARE = 3;
/** A stroke longer than any character's is a table's line. */
const LINE = 9;
const PAGE_WIDTH = 210;
/** Below this a pixel has ink. */
const INK = 160;
/** Pixels of ink that make a square printed on. */
const LEAST = 4;
const STRIDE = 1000;

/**
 * How much of what is printed on one page has something printed near it on the other: of the squares that letters
 * stand in on both pages, the share with letters in the same or a neighbouring square of the other page. 1 where both
 * look alike from afar. Lines of tables don't count: most of a page is near one.
 */
export function sameInk(a: PagePicture, b: PagePicture): number {
  const [first, second] = [squares(a), squares(b)];
  const met = [...first].filter((at) => nearby(at).some((other) => second.has(other))).length;
  const back = [...second].filter((at) => nearby(at).some((other) => first.has(other))).length;
  return (met + back) / (first.size + second.size);
}

/** The squares with ink of letters. */
function squares(page: PagePicture): ReadonlySet<number> {
  const { width, height } = page;
  const side = (width * SQUARE) / PAGE_WIDTH;
  const ink = letters(page);
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!ink[y * width + x]) continue;
      const at = Math.floor(y / side) * STRIDE + Math.floor(x / side);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST).map(([at]) => at));
}

/** Pixels with ink that belong to no line of a table. */
function letters({ width, height, pixels }: PagePicture): Uint8Array {
  const long = (width * LINE) / PAGE_WIDTH;
  const ink = Uint8Array.from(pixels, (grey) => (grey < INK ? 1 : 0));
  const kept = Uint8Array.from(ink);
  const erase = (from: number, step: number, count: number) => {
    let run = 0;
    for (let i = 0; i <= count; i += 1) {
      if (i < count && ink[from + i * step]) run += 1;
      else {
        if (run >= long) for (let k = i - run; k < i; k += 1) kept[from + k * step] = 0;
        run = 0;
      }
    }
  };
  for (let y = 0; y < height; y += 1) erase(y * width, 1, width);
  for (let x = 0; x < width; x += 1) erase(x, width, height);
  return kept;
}

function nearby(at: number): readonly number[] {
  return [-STRIDE, 0, STRIDE].flatMap((down) => [-1, 0, 1].map((right) => at + down + right));
}
