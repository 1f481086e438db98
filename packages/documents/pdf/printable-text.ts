import type { Coverage } from './font-coverage.ts';

/**
 * Marks that say how text is joined or which way it runs and show nothing themselves; they come along with a paste.
 * What is printed stands in the order in which it is stored, so none of them may turn it round.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const LINE_END = /\r\n|[\r\v\f\x85\u2028\u2029]/g;

/** Boxes that no Chinese face has are drawn. */
export const TICKED = '☑';
const DRAWN = new Set([TICKED.codePointAt(0)]);

/** A text as it can be printed: letters composed (NFC), every line end is “\n”, a tab or a fixed space is a space, and nothing invisible is in it. */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINE_END, '\n')
    .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
    .replace(/☐/g, '□')
    .replace(INVISIBLE, '');
}

/** The characters of a printable text that no font has a picture for, each once: control characters and lone surrogates among them. */
export function charactersWithoutPicture(text: string, coverage: Coverage): readonly string[] {
  const missing = new Set<string>();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const shown = character === '\n' || DRAWN.has(code) || (!isControl(code) && coverage.has(code));
    if (!shown) missing.add(character);
  }
  return [...missing];
}

/** C0, C1 and lone surrogates: a font may map them, and still they show nothing. */
function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff);
}
