import type { OfficialDocument } from '../document.ts';
import { documentTexts } from './document-texts.ts';
import { allCoverage, type Coverage, fontCoverage } from './font-coverage.ts';
import { charactersWithoutPicture, printableText } from './printable-text.ts';
import { typePlan } from './type-plan.ts';
import { TYPST_FLOW } from './typst-flow.ts';
import { TYPST_PAGE, TYPST_PLAN } from './typst-page.ts';
import { TYPST_TABLE } from './typst-table.ts';
import { TYPST_TEXT } from './typst-text.ts';

/**
 * What sets Typst source. It is given from outside, since the compiler is native and looks at the machine; it sets the
 * same source and inputs to the same bytes.
 */
export interface Typesetter {
  /** Sets `source`, which reads `inputs` as `sys.inputs`. Throws where the source is faulty. */
  typeset(source: string, inputs: Readonly<Record<string, string>>): TypesetPdf;
  /** The files of all faces it has, as bytes. */
  readonly fonts: readonly Uint8Array[];
}

export interface TypesetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export type WrittenPdf = ({ readonly kind: 'pdf' } & TypesetPdf) | UnprintableText;

/** A refusal: the document holds characters that no embedded face can show; nothing is printed in their place. */
export interface UnprintableText {
  readonly kind: 'unprintable';
  readonly characters: readonly UnprintableCharacter[];
}

export interface UnprintableCharacter {
  readonly character: string;
  /** U+1F600 */
  readonly code: string;
  /** The text it stands in, at most 40 characters of it. */
  readonly within: string;
}

export interface PdfWriter {
  write(document: OfficialDocument): WrittenPdf;
}

const TEMPLATE = TYPST_PLAN + TYPST_TEXT + TYPST_TABLE + TYPST_FLOW + TYPST_PAGE;
/** Codes are made for so many pages before their number is known. */
const GUESSED_PAGES = 12;
const CODE_DIGITS = 4;
const SHOWN_TEXT = 40;

/**
 * A writer of PDF. The same document gives the same bytes, since neither a clock nor chance comes in. Throws where a
 * font is unreadable.
 * @example pdfWriter(typesetter).write(document) // { kind: 'pdf', bytes, pages: 2 }
 */
export function pdfWriter(typesetter: Typesetter): PdfWriter {
  const coverage = allCoverage(typesetter.fonts.map(fontCoverage));
  return {
    write(document) {
      const characters = unprintableCharacters(document, coverage);
      if (characters.length > 0) return { kind: 'unprintable', characters };
      const set = (pages: number) =>
        typesetter.typeset(TEMPLATE, { plan: JSON.stringify(typePlan(document, pages)) });
      const first = set(GUESSED_PAGES);
      const short = isPaged(document) && first.pages > GUESSED_PAGES;
      // Codes don't move what stands on the pages: there are as many the second time.
      return { kind: 'pdf', ...(short ? set(first.pages) : first) };
    },
  };
}

function isPaged({ furniture: { foot } }: OfficialDocument): boolean {
  return foot !== undefined && typeof foot.code !== 'string';
}

/** Each character once, with the first text that holds it. */
function unprintableCharacters(
  document: OfficialDocument,
  coverage: Coverage,
): readonly UnprintableCharacter[] {
  const found = new Map<string, UnprintableCharacter>();
  for (const text of documentTexts(document).map(printableText)) {
    for (const character of charactersWithoutPicture(text, coverage)) {
      const code = character.codePointAt(0) ?? 0;
      if (found.has(character)) continue;
      found.set(character, {
        character,
        code: `U+${code.toString(16).toUpperCase().padStart(CODE_DIGITS, '0')}`,
        within: [...text].slice(0, SHOWN_TEXT).join(''),
      });
    }
  }
  return [...found.values()];
}
