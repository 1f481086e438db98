import { pdfWriter } from '@fuchi/documents/pdf/pdf-writer';
import { type Form, type Indicator, indicatorsOf } from '@fuchi/guide/form';
import { readFonts, typesetter } from '@fuchi/platform-server/documents/typesetter';
import { describe, expect, it } from 'vitest';
import { withoutOutlines } from './blank-outline.fixture.ts';
import { formPaper, guideForms, shippedWriter } from './forms.fixture.ts';
import { missingPictures } from './missing-pictures.ts';
import { HAS_POPPLER, pdfFaces, pdfFacts, pdfText } from './rendering.ts';

const FORMS = await guideForms();
const WRITER = await shippedWriter();
const FACES = ['NotoSansSC-Medium', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular'];

function written(form: Form, how: 'blank' | 'filled'): Uint8Array {
  const pdf = WRITER.write(formPaper(form, how));
  if (pdf.kind !== 'pdf') throw new Error(JSON.stringify(pdf.characters));
  return pdf.bytes;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Everything the annex prints on a form; the box in a label is ticked, √ in the text, where its row is filled in. */
function printedTexts(form: Form, how: 'blank' | 'filled'): readonly string[] {
  const labelOf = ({ label, onlyFor }: Indicator) =>
    onlyFor && how === 'filled' ? label.replace('□', '√') : label;
  return [
    ...form.title,
    `（${form.year}）`,
    ...form.header.flat().map(({ name }) => name),
    ...form.goals,
    form.common,
    ...form.headings,
    ...form.levels.flatMap(({ name, parts }) => [name, ...parts.map((two) => two.name)]),
    ...indicatorsOf(form).flatMap(({ group, indicator }) =>
      indicator.wide ? [labelOf(indicator)] : [group.name, labelOf(indicator)],
    ),
    form.own,
    ...form.notes.map(({ says }) => says),
  ];
}

describe.skipIf(!HAS_POPPLER)('a form as PDF', () => {
  it.each(FORMS)('$id: text layer, title, language, embedded faces', (form) => {
    for (const how of ['blank', 'filled'] as const) {
      const pdf = written(form, how);
      const facts = pdfFacts(pdf);
      expect(facts.get('Title')).toBe(`${form.title.join('')}（${form.year}）`);
      expect(facts.get('Tagged')).toBe('yes');
      expect(facts.get('CreationDate')).toBeUndefined();
      expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (zh-CN)');
      expect(
        pdfFaces(pdf)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(FACES);
      expect(pdfFaces(pdf).every(({ embedded }) => embedded)).toBe(true);
      const text = pdfText(pdf);
      for (const printed of printedTexts(form, how)) expect(text).toContain(withoutSpace(printed));
      expect(text).toContain('第1页');
    }
  });

  it.each(FORMS)('$id: every character of the text layer can be seen', (form) => {
    const { missing, looked } = missingPictures(written(form, 'filled'));
    expect(missing).toEqual([]);
    expect(looked.size).toBeGreaterThan(60);
  });

  it('a character whose outline got lost is found', async () => {
    const [form] = FORMS;
    if (!form) throw new Error('no form');
    const fonts = (await readFonts()).map((font) => withoutOutlines(font, '绩税'));
    const pdf = pdfWriter(typesetter(fonts)).write(formPaper(form, 'filled'));
    if (pdf.kind !== 'pdf') throw new Error('refused');
    expect(pdfText(pdf.bytes)).toContain('实缴税金');
    expect(missingPictures(pdf.bytes).missing).toEqual(['税', '绩'].sort());
  });
});

describe('a form as PDF', () => {
  it('has the same bytes for the same content, whatever was written before and by whichever writer', async () => {
    const other = await shippedWriter();
    const [first, second] = FORMS.filter(({ id }) => id === '1-8' || id === '1-17');
    if (!first || !second) throw new Error('no form');
    const before = written(first, 'filled');
    written(second, 'filled');
    expect(written(first, 'filled')).toEqual(before);
    expect(other.write(formPaper(first, 'filled'))).toMatchObject({ kind: 'pdf', bytes: before });
  });
});
