import { allCoverage, fontCoverage } from '@fuchi/documents/pdf/font-coverage';
import { surelyOneLine } from '@fuchi/documents/pdf/line-width';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFonts, typesetter } from './typesetter.ts';

const FONTS = await readFonts();
const SETTER = typesetter(FONTS);
const HEAD = `#set document(title: "t", date: none)
#set text(font: ("Noto Serif SC", "Noto Sans SC"), lang: "zh", fallback: false)
`;

/** Typst sets the text, or refuses it since a character has no picture. */
function shows(text: string): boolean {
  try {
    SETTER.typeset(`${HEAD}#text(sys.inputs.text)`, { text });
    return true;
  } catch (error) {
    if (String(error).includes('could not be displayed')) return false;
    throw error;
  }
}

describe('the typesetter', () => {
  it('refuses source at fault, naming it', () => {
    expect(() => SETTER.typeset('#nothing', {})).toThrow(/unknown variable: nothing/);
  });

  it('refuses a face it was not given', () => {
    const source = '#set text(font: "No Such Face", fallback: false)\nx';
    expect(() => SETTER.typeset(source, {})).toThrow(/unknown font family: no such face/);
  });

  it('prints no box where a character has no picture', () => {
    expect(() => SETTER.typeset(`${HEAD}甲\u{20bb7}乙`, {})).toThrow(/could not be displayed/);
    expect(shows('甲乙')).toBe(true);
  });

  it('takes the faces it was given before those of the machine', () => {
    const [serif] = FONTS;
    if (!serif) throw new Error('no font');
    // The same face twice: the first given is the one that is used, as with a face the machine has too.
    const bytes = (fonts: readonly Buffer[]) => typesetter(fonts).typeset(`${HEAD}示例`, {}).bytes;
    expect(bytes([...FONTS, serif])).toEqual(bytes(FONTS));
  });
});

describe('which characters the faces show', () => {
  it('is read from the fonts as Typst reads it', () => {
    const coverage = allCoverage(FONTS.map(fontCoverage));
    const letter = fc
      .oneof(
        fc.integer({ min: 0x20, max: 0x7e }),
        fc.integer({ min: 0xa1, max: 0x33ff }),
        fc.integer({ min: 0x3400, max: 0xd7ff }),
        fc.integer({ min: 0xf900, max: 0xffef }),
        fc.integer({ min: 0x10000, max: 0x323af }),
      )
      .filter((code) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(code)))
      .filter((code) => !/^\p{Default_Ignorable_Code_Point}$/u.test(String.fromCodePoint(code)));
    fc.assert(
      fc.property(letter, (code) => {
        const character = String.fromCodePoint(code);
        const shown = shows(`甲${character}`);
        // What is put together from others Typst may show by its parts; the program asks for less.
        if (character.normalize('NFD') === character) expect(shown).toBe(coverage.has(code));
        else if (coverage.has(code)) expect(shown).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text that surely stands on one line', () => {
  it('stands on one line when it is set', () => {
    const character = fc.constantFrom(...'绩效目标（）、。：；“”Aiw01%. -/□');
    const texts = fc.array(character, { minLength: 1, maxLength: 14 }).map((each) => each.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 14 }), (text, width) => {
        fc.pre(surelyOneLine(text, width));
        const source = `${HEAD}#set text(size: 10pt, top-edge: 8.8pt, bottom-edge: -1.2pt)
#set par(leading: 0pt)
#context assert(measure(width: ${width * 10}pt, text(sys.inputs.text)).height < 11pt)`;
        SETTER.typeset(source, { text });
      }),
      { numRuns: 300 },
    );
  });
});
