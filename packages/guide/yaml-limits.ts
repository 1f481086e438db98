import type { Place } from './place.ts';

/** Limits of one guide file: what a person writes is far below them. */
export const MAX_CHARACTERS = 200_000;
export const MAX_DEPTH = 24;
/** What the YAML parser may be given: deeper, it would recurse until it runs out of memory. */
const MAX_BRACKETS = 200;
const MAX_INDENT = 400;

export interface LimitFault {
  readonly at: Place;
  readonly code: 'file-too-large' | 'file-not-text' | 'too-deep';
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Why a file isn't given to the YAML parser at all: too large, no text, or nested beyond all use.
 * @example limitFault('a.yaml', '[[[[…') // { at, code: 'too-deep', facts: { limit: '24' } }
 */
export function limitFault(file: string, source: string): LimitFault | undefined {
  if (source.length > MAX_CHARACTERS) {
    const facts = { limit: String(MAX_CHARACTERS) };
    return { at: { file, line: 1, column: 1 }, code: 'file-too-large', facts };
  }
  let line = 1;
  let lineStart = 0;
  let brackets = 0;
  let indent = 0;
  let indenting = true;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    const at = { file, line, column: i - lineStart + 1 };
    if (isNoText(source, i)) return { at, code: 'file-not-text', facts: {} };
    if (c === 0x0a) {
      line++;
      lineStart = i + 1;
      indent = 0;
      indenting = true;
      continue;
    }
    // Indicators in a row open one level each: `- - ? - : `.
    indenting = indenting && ' \t-?:'.includes(source[i] ?? '');
    if (indenting) indent++;
    if (c === 0x5b || c === 0x7b) brackets++;
    else if ((c === 0x5d || c === 0x7d) && brackets > 0) brackets--;
    if (indent > MAX_INDENT || brackets > MAX_BRACKETS) {
      return { at, code: 'too-deep', facts: { limit: String(MAX_DEPTH) } };
    }
  }
  return undefined;
}

/** Control characters, half a surrogate pair, and what stands for bytes that are no UTF-8. */
function isNoText(source: string, i: number): boolean {
  const c = source.charCodeAt(i);
  if (c < 0x20) return c !== 0x09 && c !== 0x0a && c !== 0x0d;
  if (c >= 0x7f && c < 0xa0) return c !== 0x85;
  if (c >= 0xfffd) return true;
  if (c < 0xd800 || c > 0xdfff) return false;
  return (source.codePointAt(c < 0xdc00 ? i : i - 1) ?? 0) <= 0xffff;
}
