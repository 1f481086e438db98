import { placesOf } from './find.ts';
import { plainText } from './plain-text.ts';

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/**
 * A text parted where words were found.
 * @param around shows so many characters about the first place; the rest is left out
 */
export function marked(
  text: string,
  terms: readonly string[],
  around = Number.POSITIVE_INFINITY,
): Piece[] {
  const spans = spansOf(plainText(text), terms);
  const first = spans[0]?.from ?? 0;
  const from = first > around ? first - Math.floor(around / 2) : 0;
  const to = Math.min(text.length, from + 2 * around);
  const pieces: Piece[] = [];
  const push = (piece: string, found: boolean) => {
    if (piece !== '') pieces.push({ text: piece, found });
  };
  let at = from;
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue;
    push(text.slice(at, span.from), false);
    push(text.slice(Math.max(at, span.from), Math.min(span.to, to)), true);
    at = Math.min(span.to, to);
  }
  push(text.slice(at, to), false);
  if (from > 0) pieces.unshift({ text: '……', found: false });
  if (to < text.length) pieces.push({ text: '……', found: false });
  return pieces;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Places in order; what overlaps is one. */
function spansOf(plain: string, terms: readonly string[]): Span[] {
  const all = terms
    .flatMap((term) => placesOf(term, plain).map((from) => ({ from, to: from + term.length })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const spans: Span[] = [];
  for (const span of all) {
    const last = spans.at(-1);
    if (last && span.from <= last.to) {
      spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else spans.push(span);
  }
  return spans;
}
