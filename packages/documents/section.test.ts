import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { expect, test } from 'vitest';
import { pageCodeText, pagedCode } from './application/page-code.ts';
import { LETTER_PAGE, type OfficialDocument, type PageSetup, paragraph } from './document.ts';
import { writeDocx } from './docx/docx-writer.ts';
import { unpacked } from './office/unpacked.fixture.ts';
import { typePlan } from './pdf/type-plan.ts';
import { sectionsOf } from './section.ts';

const LYING: PageSetup = { ...LETTER_PAGE, orientation: 'landscape' };
const CODE = { application: '12', version: 1, kind: 'application', digest: '0a1b2c3d4e5f' };

const DOCUMENT: OfficialDocument = {
  layout: 'report',
  language: 'zh-CN',
  title: '示例',
  page: LETTER_PAGE,
  furniture: {
    head: '',
    foot: { version: '申报书', digest: '0a1b 2c3d 4e5f', code: pagedCode(CODE) },
    pageNumber: 'of-total',
  },
  blocks: [
    paragraph('title', '示例'),
    { kind: 'section', page: LYING },
    paragraph('body', '横排。'),
    { kind: 'section', page: LETTER_PAGE },
    paragraph('body', '竖排。'),
  ],
};

test('a document is parted where the kind of page changes; a break at its head makes no empty page', () => {
  expect(sectionsOf(DOCUMENT).map(({ page, blocks }) => [page.orientation, blocks.length])).toEqual(
    [
      ['portrait', 1],
      ['landscape', 1],
      ['portrait', 1],
    ],
  );
  const headless = { ...DOCUMENT, blocks: DOCUMENT.blocks.slice(1) };
  expect(sectionsOf(headless).map(({ page }) => page.orientation)).toEqual([
    'landscape',
    'portrait',
  ]);
});

test('each page has a code of its own, and no page more than there are', async () => {
  const plan = typePlan(DOCUMENT, 3);
  expect(new Set(plan.furniture.foot?.codes).size).toBe(3);
  expect(pageCodeText({ ...CODE, page: 2 })).toBe('FUCHI1/12/1/APPLICATION/2/0A1B2C3D4E5F');
  const written = await pdfService().write(DOCUMENT);
  expect(written).toMatchObject({ kind: 'pdf', pages: 3 });
});

test('Word gets the same sections, with a foot as wide as each, and no code that would be wrong', () => {
  const files = unpacked(writeDocx(DOCUMENT));
  const main = files.get('word/document.xml') ?? '';
  expect(main.match(/<w:sectPr>/g)).toHaveLength(3);
  expect(main.match(/w:orient="landscape"/g)).toHaveLength(1);
  expect([...files.keys()].filter((name) => name.includes('footer'))).toHaveLength(3);
  expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual([]);
});
