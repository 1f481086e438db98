import type { OfficialDocument } from '@fuchi/documents/document';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { EXAMPLE_LETTER } from '@fuchi/documents/letter/example-letter.fixture';
import { letterDocument } from '@fuchi/documents/letter/letter-document';
import { describe, expect, it } from 'vitest';
import { formPaper, guideForms, shippedWriter } from './forms.fixture.ts';
import { HAS_OFFICE, officePdf, type PagePicture, pdfPictures } from './rendering.ts';
import { sameInk } from './same-ink.ts';

const FORMS = await guideForms();
const WRITER = await shippedWriter();
const DOTS_PER_INCH = 80;
const ALIKE = 0.95;

function pages(document: OfficialDocument): readonly PagePicture[] {
  const pdf = WRITER.write(document);
  if (pdf.kind !== 'pdf') throw new Error(JSON.stringify(pdf.characters));
  return pdfPictures(pdf.bytes, DOTS_PER_INCH);
}

function officePages(document: OfficialDocument): readonly PagePicture[] {
  return pdfPictures(officePdf(writeDocx(document), 'docx'), DOTS_PER_INCH);
}

function paper(id: string, how: 'blank' | 'filled'): OfficialDocument {
  const form = FORMS.find((each) => each.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return formPaper(form, how);
}

/** Each page's likeness to the other's; a page that only one has is like nothing. */
function likeness(ours: readonly PagePicture[], theirs: readonly PagePicture[]): readonly number[] {
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, i) => {
    const [own, other] = [ours[i], theirs[i]];
    return own && other ? sameInk(own, other) : 0;
  });
}

describe.skipIf(!HAS_OFFICE)('docx as LibreOffice prints it, and PDF', () => {
  // Filled in, a docx breaks pages where its program does, and 1-17 and 1-19 where the PDF doesn't.
  it.each([
    ['1-1', 'blank'],
    ['1-1', 'filled'],
    ['1-8', 'blank'],
    ['1-8', 'filled'],
    ['1-17', 'blank'],
    ['1-19', 'blank'],
  ] as const)('%s, %s: the same pages with ink in the same places', (id, how) => {
    const document = paper(id, how);
    const found = likeness(pages(document), officePages(document));
    expect(
      found.every((likeness) => likeness > ALIKE),
      found.join(' '),
    ).toBe(true);
  });

  it('a letter: the same pages with ink in the same places', () => {
    const document = letterDocument(EXAMPLE_LETTER);
    const found = likeness(pages(document), officePages(document));
    expect(
      found.every((likeness) => likeness > ALIKE),
      found.join(' '),
    ).toBe(true);
  });

  it('another form has ink elsewhere', () => {
    const theirs = officePages(paper('1-17', 'blank'));
    for (const id of ['1-1', '1-8', '1-19']) {
      expect(Math.max(...likeness(pages(paper(id, 'blank')), theirs))).toBeLessThan(ALIKE);
    }
  });
});
