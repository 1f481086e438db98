import { formDocument } from '@fuchi/documents/form/form-document';
import { allCoverage, fontCoverage } from '@fuchi/documents/pdf/font-coverage';
import { pdfWriter } from '@fuchi/documents/pdf/pdf-writer';
import { blankFilling, type Filling, NO_TARGET } from '@fuchi/forms/filling';
import { type Form, indicatorsOf } from '@fuchi/guide/form';
import { readFonts, typesetter } from '@fuchi/platform-server/documents/typesetter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDE_VERSION, guideForms } from './forms.fixture.ts';
import { HAS_POPPLER, pdfPictures, pdfText } from './rendering.ts';

const FORM = (await guideForms()).find(({ id }) => id === '1-17');
const FONTS = await readFonts();
const WRITER = pdfWriter(typesetter(FONTS));
const COVERAGE = allCoverage(FONTS.map(fontCoverage));

/** What would be code, a reference or an escape if it were read as markup. */
const MARKUP = [
  '#panic("读到了")',
  '#sys.version',
  '#read("/etc/passwd")',
  '#pagebreak()',
  '$x^2$',
  '*粗* _斜_ `码`',
  '```typ #foo```',
  '\\u{41}\\',
  ']#text(red)[',
  '") #panic() #("',
  '= 标题',
  '<label> @label',
  '// 注释 /* 注释 */',
  '~ -- --- ...',
  'https://example.invalid/a?b=c#d',
  '{"text":"\\"}',
];

const printable = fc.constantFrom(...'绩效目标示例（）、。“”—…□☑№㎡①龘㛃Az09%./-_ ');
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.string({ unit: printable, maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '😀',
      '𠮷',
      '\u0007',
      '\u202e',
      '\ud800',
      '\u200d',
      '葛󠄀',
      'e\u0301',
      '\ufdfd',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('W', 'i', '示', '。', '（', '—', ' ', '\n'), fc.nat(900))
      .map(([character, times]) => character.repeat(times)),
  },
);
const texts = fc.array(hostile, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

/** The same text in every place of a form that takes one. */
function everywhere(form: Form, text: string): Filling {
  const [first] = indicatorsOf(form);
  return {
    ...blankFilling(form.id),
    header: Object.fromEntries(form.header.flat().map(({ name }) => [name, text])),
    goals: Object.fromEntries(form.goals.map((goal) => [goal, text])),
    targets: first ? { [first.indicator.id]: [{ ...NO_TARGET, value: text, about: text }] } : {},
    own: [{ name: text, unit: text, value: text, years: {} }],
  };
}

function write(text: string) {
  if (!FORM) throw new Error('no form');
  return WRITER.write(formDocument(FORM, everywhere(FORM, text), GUIDE_VERSION));
}

/** As a reader sees it: without what shows nothing. */
function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u0085\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('☑', '√')
    .replaceAll('☐', '□');
}

describe('whatever somebody writes into a form', () => {
  it('is printed, or refused with the characters that have no picture', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = write(text);
        if (written.kind === 'pdf') {
          for (const character of visible(text)) {
            expect(COVERAGE.has(character.codePointAt(0) ?? 0)).toBe(true);
          }
          return;
        }
        expect(written.characters.length).toBeGreaterThan(0);
        for (const { character, code } of written.characters) {
          expect(text.normalize('NFC')).toContain(character);
          expect(code).toBe(
            `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
          );
          expect(/^\p{C}$/u.test(character) || !COVERAGE.has(character.codePointAt(0) ?? 0)).toBe(
            true,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(['😀', '𠮷', '\u0007', '\ud800', '\ufdfd'])('%j is named in the refusal', (character) => {
    const [place] = [`甲${character}乙`];
    expect(write(place)).toEqual({
      kind: 'unprintable',
      characters: [expect.objectContaining({ character, within: place })],
    });
  });

  it('comes through to the reader word for word', { skip: !HAS_POPPLER }, () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: printable, maxLength: 40 })),
          { minLength: 1, maxLength: 3 },
        ),
        (parts) => {
          const text = parts.join('');
          const written = write(text);
          if (written.kind !== 'pdf') throw new Error(JSON.stringify(written.characters));
          expect(pdfText(written.bytes)).toContain(visible(text));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stays within the lines of its cell', { skip: !HAS_POPPLER }, () => {
    for (const word of ['W', 'i', '—', '。', '（']) {
      const written = write(word.repeat(300));
      if (written.kind !== 'pdf') throw new Error(JSON.stringify(written.characters));
      for (const page of pdfPictures(written.bytes, 50)) {
        expect(inkBeyond(page, 0.1)).toBe(0);
      }
    }
  });
});

/** Dark pixels in the margins left and right, of `share` of the width each. */
function inkBeyond(page: ReturnType<typeof pdfPictures>[number], share: number): number {
  const margin = Math.floor(page.width * share);
  return page.pixels.reduce((count, grey, at) => {
    const x = at % page.width;
    return grey < 200 && (x < margin || x >= page.width - margin) ? count + 1 : count;
  }, 0);
}
