/** Characters of a letter's width: figures and Latin letters take a little more than half of a Chinese one. */
const NARROW = 0.56;
/** Capitals, of which credit codes have several. */
const CAPITAL = 0.7;
/** What a line break doesn't cut: figures, dates, numbers of invoices. */
const UNBROKEN = /[!-~]+/gu;

/** How wide a text is on one line, in characters as wide as high. @example textWidth('甲1') // 1.56 */
export function textWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + widthOf(c), 0);
}

function widthOf(character: string): number {
  if (character >= 'A' && character <= 'Z') return CAPITAL;
  return character < '\u0100' ? NARROW : 1;
}

/** The widest stretch of a text that stays on one line, in characters; at least one. */
export function unbrokenWidth(text: string): number {
  const words = text.match(UNBROKEN) ?? [];
  return Math.max(1, ...words.map(textWidth));
}
