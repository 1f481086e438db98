import { type PagePicture, type PdfWord, pdfPictures, pdfWords } from './rendering.ts';

const DOTS_PER_INCH = 120;
const DOTS_PER_POINT = DOTS_PER_INCH / 72;
/** Characters that are as wide as high in print. */
const FULL_WIDTH = /^[\u4e00-\u9fff（）、。：]+$/u;
/** Below this a pixel has ink. */
const INK = 160;
/** How much narrower or wider than its neighbours' a character's share of a word may be before the word is passed over. */
const UNEVEN = 0.02;

export interface Seen {
  /** Characters the text layer has where the page shows nothing. */
  readonly missing: readonly string[];
  /** Characters that were looked at. */
  readonly looked: ReadonlySet<string>;
}

/**
 * Holds the text layer of a PDF against its pixels: in each Chinese word every character must have ink in its own
 * share of the word's place. A writer that drops a character's outline leaves the text layer as it is.
 */
export function missingPictures(pdf: Uint8Array): Seen {
  const pictures = pdfPictures(pdf, DOTS_PER_INCH);
  const missing = new Set<string>();
  const looked = new Set<string>();
  pdfWords(pdf).forEach((words, page) => {
    const picture = pictures[page];
    const even = words.filter(({ word }) => FULL_WIDTH.test(word));
    const usual = median(even.map(shape));
    for (const word of even.filter((each) => Math.abs(shape(each) / usual - 1) < UNEVEN)) {
      const width = (word.right - word.left) / word.word.length;
      [...word.word].forEach((character, i) => {
        looked.add(character);
        const left = word.left + i * width;
        if (!picture || !hasInk(picture, { ...word, left, right: left + width }))
          missing.add(character);
      });
    }
  });
  return { missing: [...missing].sort(), looked };
}

/** A character's width by its height. */
function shape({ left, right, top, bottom, word }: PdfWord): number {
  return (right - left) / word.length / (bottom - top);
}

function hasInk(picture: PagePicture, place: PdfWord): boolean {
  const [top, bottom, left, right] = [place.top, place.bottom, place.left, place.right].map(
    (points) => Math.round(points * DOTS_PER_POINT),
  );
  if (top === undefined || bottom === undefined || left === undefined || right === undefined)
    return false;
  // A cell's line may touch the place of a character; what belongs to it stands inside.
  const edge = 3;
  for (let y = top + edge; y < bottom - edge; y += 1) {
    for (let x = left + 1; x < right - 1; x += 1) {
      if ((picture.pixels[y * picture.width + x] ?? 255) < INK) return true;
    }
  }
  return false;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
