import type { Run } from '../text-run.ts';
import { printableText, TICKED } from './printable-text.ts';

/**
 * A stretch of text as the template takes it: a text, or what needs a hand: a word that may be wider than its place,
 * a ticked box, a line's end.
 */
export type Piece = string | readonly ['word', string] | readonly ['tick'] | readonly ['end'];

/** A run in one appearance. Short names: the plan is written and read for each document. */
export interface TypeRun {
  readonly p: readonly Piece[];
  readonly b?: true;
  readonly u?: true;
}

/**
 * What no line break cuts from eight characters on: shorter ones fit the narrowest column. Chinese breaks anywhere but
 * before its closing marks and after its opening ones.
 */
const LONG_WORD = /[^\s\u2e80-\u{3ffff}]{8,}|[\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef]{8,}/gu;

/** Runs as the template takes them. @example typeRuns([{ text: '☑甲' }]) // [{ p: [['tick'], '甲'] }] */
export function typeRuns(runs: readonly Run[]): readonly TypeRun[] {
  return runs
    .filter((run) => run.text !== '')
    .map((run) => ({
      p: pieces(printableText(run.text)),
      ...(run.bold ? { b: true as const } : {}),
      ...(run.underline ? { u: true as const } : {}),
    }));
}

function pieces(text: string): Piece[] {
  return text
    .split(/(\n|☑)/)
    .filter((part) => part !== '')
    .flatMap((part): Piece[] => {
      if (part === '\n') return [['end']];
      if (part === TICKED) return [['tick']];
      return words(part);
    });
}

function words(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LONG_WORD)) {
    if (match.index > from) found.push(text.slice(from, match.index));
    found.push(['word', match[0]]);
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}
