import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { EXAMPLE_LETTER } from '@fuchi/documents/letter/example-letter.fixture';
import { letterDocument } from '@fuchi/documents/letter/letter-document';
import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { beforeAll, describe, expect, it } from 'vitest';
import { formPaper, GUIDE_VERSION, guideForms } from './forms.fixture.ts';
import { missingPictures } from './missing-pictures.ts';
import { HAS_OFFICE, officePdfs, pdfFacts, pdfText } from './rendering.ts';

const FORMS = await guideForms();
/** A batch of 70 files in one process. */
const PATIENCE = 300_000;

function written(): ReadonlyMap<string, Uint8Array> {
  const forms = FORMS.flatMap((form): [string, Uint8Array][] => [
    [`blank-${form.id}.docx`, writeDocx(formPaper(form, 'blank'))],
    [`filled-${form.id}.docx`, writeDocx(formPaper(form, 'filled'))],
    [`sheet-${form.id}.xlsx`, writeXlsx(form, filledForm(form), GUIDE_VERSION)],
  ]);
  return new Map([['letter.docx', writeDocx(letterDocument(EXAMPLE_LETTER))], ...forms]);
}

describe.skipIf(!HAS_OFFICE)('LibreOffice opens', () => {
  let opened: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    opened = officePdfs(written());
  }, PATIENCE);

  function pdf(name: string): Uint8Array {
    const found = opened.get(name);
    if (!found) throw new Error(`LibreOffice didn't open ${name}`);
    return found;
  }

  it.each(FORMS)('$id blank, on as many pages as it is printed on', (form) => {
    const facts = pdfFacts(pdf(`blank-${form.id}.docx`));
    expect(Number(facts.get('Pages'))).toBe(1 + form.pagesBefore.length);
    expect(facts.get('Title')).toBe(`${form.title.join('')}（${form.year}）`);
  });

  it.each(FORMS)('$id filled in: everything typed is there and can be seen', (form) => {
    const file = pdf(`filled-${form.id}.docx`);
    const text = pdfText(file);
    const { goals, own, header } = filledForm(form);
    const typed = [...Object.values(goals), ...own.map((row) => row.name)];
    const names = Object.values(header).filter((value) => !/^\d/.test(value));
    for (const each of [...typed, ...names]) expect(text).toContain(each);
    const { missing, looked } = missingPictures(file);
    expect(missing).toEqual([]);
    expect(looked.size).toBeGreaterThan(60);
  });

  it.each(FORMS)('$id as a spreadsheet, with what was filled in', (form) => {
    const text = pdfText(pdf(`sheet-${form.id}.xlsx`));
    for (const goal of Object.values(filledForm(form).goals)) expect(text).toContain(goal);
    expect(text).toContain('校验码');
  });

  it('the letter, its pages numbered outside', () => {
    const file = pdf('letter.docx');
    expect(pdfFacts(file).get('Pages')).toBe('2');
    const text = pdfText(file);
    for (const part of ['〔2022〕000号', '抄送：', '—1—', '—2—', '附件：1.']) {
      expect(text).toContain(part);
    }
  });
});
