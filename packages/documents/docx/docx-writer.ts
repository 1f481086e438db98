import type { OfficialDocument } from '../document.ts';
import { openPackage, type Part, type Relation } from '../office/open-package.ts';
import { element, xmlPart } from '../office/xml.ts';
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
const FOOT_EDGE = { letter: 25, form: 8, report: 8 };
const HEAD_EDGE = 12;

/**
 * A document as a file of Word (ECMA-376, transitional). The same document gives the same bytes: no date, no program's
 * name, ids counted from 1.
 * @example writeDocx(formDocument(form, filling, guide))
 */
export function writeDocx(document: OfficialDocument): Uint8Array {
  const sides: readonly FootSide[] =
    document.furniture.pageNumber === 'dashes' ? ['odd', 'even'] : ['odd'];
  const feet = sides.map((side) => footPart(document, side));
  const heads = document.furniture.head === '' ? [] : [headPart(document)];
  const images = new DocxImages('text');
  const blocks = wordBlocks(document, images);
  const last = document.blocks.at(-1)?.kind;
  const end = last === 'paragraph' || last === 'stamp-place' ? '' : emptyParagraph(1);
  const references = [
    ...heads.flatMap(() => sides.map((side) => reference('header', side, 'rIdHead1'))),
    ...sides.map((side, i) => reference('footer', side, `rIdFoot${i + 1}`)),
  ];
  const body = element('w:body', {}, blocks, end, section(document, references.join('')));
  const relations: Relation[] = [
    { id: 'rIdStyles', kind: 'styles', target: 'styles.xml' },
    { id: 'rIdFonts', kind: 'fontTable', target: 'fontTable.xml' },
    { id: 'rIdSettings', kind: 'settings', target: 'settings.xml' },
    ...heads.map((part, i) => ({ id: `rIdHead${i + 1}`, kind: 'header', target: inWord(part) })),
    ...feet.map(([part], i) => ({ id: `rIdFoot${i + 1}`, kind: 'footer', target: inWord(part) })),
    ...imageRelations(images),
  ];
  const main = wordPart('document', 'document.main', element('w:document', NAMESPACES, body));
  return openPackage(
    [
      { ...main, relations },
      wordPart('styles', 'styles', wordStyles(document)),
      wordPart('fontTable', 'fontTable', wordFontTable()),
      wordPart('settings', 'settings', settings(document, sides)),
      ...heads,
      ...feet.flat(),
      ...imageParts(images),
    ],
    document,
  );
}

function wordPart(name: string, type: string, root: string): Part {
  return {
    path: `word/${name}.xml`,
    type: `${TYPE}.${type}+xml`,
    content: xmlPart(root),
    relations: [],
  };
}

function footPart(document: OfficialDocument, side: FootSide): [Part, ...Part[]] {
  const images = new DocxImages(`foot-${side}-`);
  const content = element('w:ftr', NAMESPACES, wordFoot(document, side, images));
  const part = wordPart(`footer-${side}`, 'footer', content);
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

function section(document: OfficialDocument, references: string): string {
  const { margins, orientation } = document.page;
  const { width, height } = pageSize(document);
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
