import type { OfficialDocument, PageSetup } from '../document.ts';
import { openPackage, type Part, type Relation } from '../office/open-package.ts';
import { element, xmlPart } from '../office/xml.ts';
import { type Section, sectionsOf } from '../section.ts';
import { emptyParagraph, wordBlocks } from './docx-blocks.ts';
import { type FootSide, wordFoot } from './docx-foot.ts';
import { DocxImages } from './docx-image.ts';
import { wordFontTable, wordStyles } from './docx-styles.ts';
import { wordParagraph } from './docx-text.ts';
import { pageSize, twips, WORD_NAMESPACE } from './docx-units.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = {
  'xmlns:w': WORD_NAMESPACE,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
};
/** Of Word 2013 and later: a table's lines stand at the margins. */
const COMPATIBILITY = '15';
/** Millimetres from the paper's edge. GB/T 9704: the number stands 7 mm below the text. */
const FOOT_EDGE = { letter: 25, form: 8, report: 8, statement: 8 };
const HEAD_EDGE = 12;

/**
 * A document as a file of Word (ECMA-376, transitional). The same document gives the same bytes: no date, no program's
 * name, ids counted from 1.
 * @example writeDocx(formDocument(form, filling, guide))
 */
export function writeDocx(document: OfficialDocument): Uint8Array {
  const sides: readonly FootSide[] =
    document.furniture.pageNumber === 'dashes' ? ['odd', 'even'] : ['odd'];
  const heads = document.furniture.head === '' ? [] : [headPart(document)];
  const images = new DocxImages('text');
  const sections = sectionsOf(document).map((section, i) => ({
    section,
    feet: sides.map((side) => ({
      side,
      id: footId(i, side),
      parts: footPart(document, section, i, side),
    })),
  }));
  const feet = sections.flatMap((each) => each.feet);
  const body = sections.map(({ section, feet: own }, i) => {
    const references = [
      ...heads.flatMap(() => sides.map((side) => reference('header', side, 'rIdHead1'))),
      ...own.map(({ side, id }) => reference('footer', side, id)),
    ];
    const properties = sectionProperties(document, section.page, references.join(''));
    const blocks = wordBlocks(document, section, images);
    if (i < sections.length - 1) return blocks + sectionEnd(properties);
    const last = section.blocks.at(-1)?.kind;
    const end = last === 'paragraph' || last === 'stamp-place' ? '' : emptyParagraph(1);
    return blocks + end + properties;
  });
  const relations: Relation[] = [
    { id: 'rIdStyles', kind: 'styles', target: 'styles.xml' },
    { id: 'rIdFonts', kind: 'fontTable', target: 'fontTable.xml' },
    { id: 'rIdSettings', kind: 'settings', target: 'settings.xml' },
    ...heads.map((part, i) => ({ id: `rIdHead${i + 1}`, kind: 'header', target: inWord(part) })),
    ...feet.map(({ id, parts: [part] }) => ({ id, kind: 'footer', target: inWord(part) })),
    ...imageRelations(images),
  ];
  const main = wordPart(
    'document',
    'document.main',
    element('w:document', NAMESPACES, element('w:body', {}, ...body)),
  );
  return openPackage(
    [
      { ...main, relations },
      wordPart('styles', 'styles', wordStyles(document)),
      wordPart('fontTable', 'fontTable', wordFontTable()),
      wordPart('settings', 'settings', settings(document, sides)),
      ...heads,
      ...feet.flatMap(({ parts }) => parts),
      ...imageParts(images),
    ],
    document,
  );
}

function footId(section: number, side: FootSide): string {
  return `rIdFoot${section + 1}${side}`;
}

/** A section ends in a paragraph that says of which kind its pages were; it shows nothing. */
function sectionEnd(properties: string): string {
  const spacing = { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' };
  return element('w:p', {}, element('w:pPr', {}, element('w:spacing', spacing), properties));
}

function wordPart(name: string, type: string, root: string): Part {
  return {
    path: `word/${name}.xml`,
    type: `${TYPE}.${type}+xml`,
    content: xmlPart(root),
    relations: [],
  };
}

function footPart(
  document: OfficialDocument,
  { page }: Section,
  index: number,
  side: FootSide,
): [Part, ...Part[]] {
  const name = index === 0 ? side : `${side}-${index + 1}`;
  const images = new DocxImages(`foot-${name}-`);
  const content = element('w:ftr', NAMESPACES, wordFoot(document, page, side, images));
  const part = wordPart(`footer-${name}`, 'footer', content);
  return [{ ...part, relations: imageRelations(images) }, ...imageParts(images)];
}

function headPart({ furniture }: OfficialDocument): Part {
  const line = wordParagraph('furniture', [{ text: furniture.head }], { align: 'center' });
  return wordPart('header', 'header', element('w:hdr', NAMESPACES, line));
}

function imageRelations(images: DocxImages): readonly Relation[] {
  return images.files().map(({ id, path }) => ({ id, kind: 'image', target: path }));
}

function imageParts(images: DocxImages): readonly Part[] {
  return images.files().map(({ path, bytes }) => ({
    path: `word/${path}`,
    type: 'image/png',
    content: bytes,
    relations: [],
  }));
}

function inWord(part: Part): string {
  return part.path.slice('word/'.length);
}

function reference(kind: 'header' | 'footer', side: FootSide, id: string): string {
  const type = side === 'odd' ? 'default' : 'even';
  return element(`w:${kind}Reference`, { 'w:type': type, 'r:id': id });
}

function sectionProperties(
  document: OfficialDocument,
  page: PageSetup,
  references: string,
): string {
  const { margins, orientation } = page;
  const { width, height } = pageSize(page);
  return element(
    'w:sectPr',
    {},
    references,
    element('w:pgSz', {
      'w:w': twips(width),
      'w:h': twips(height),
      'w:orient': orientation === 'landscape' ? 'landscape' : undefined,
    }),
    element('w:pgMar', {
      'w:top': twips(margins.top),
      'w:right': twips(margins.right),
      'w:bottom': twips(margins.bottom),
      'w:left': twips(margins.left),
      'w:header': twips(HEAD_EDGE),
      'w:footer': twips(FOOT_EDGE[document.layout]),
      'w:gutter': 0,
    }),
  );
}

function settings({ language }: OfficialDocument, sides: readonly FootSide[]): string {
  return element(
    'w:settings',
    { 'xmlns:w': WORD_NAMESPACE },
    sides.length > 1 ? element('w:evenAndOddHeaders', {}) : '',
    element(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': COMPATIBILITY,
      }),
    ),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': language }),
  );
}
