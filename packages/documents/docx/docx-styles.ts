import type { OfficialDocument } from '../document.ts';
import { element } from '../office/xml.ts';
import { FACES, type Face, type ParagraphStyle } from '../style-sheet.ts';
import { styleProperties, wordFonts } from './docx-text.ts';
import { WORD_NAMESPACE } from './docx-units.ts';

/** Names in Word's list of styles. The built-in ones make its navigation pane and contents work. */
const STYLE_NAMES: Readonly<Record<ParagraphStyle, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  'annex-mark': '附件序号',
  'heading-1': 'heading 1',
  'heading-2': 'heading 2',
  'heading-3': 'heading 3',
  body: 'Body Text',
  note: '说明',
  caption: 'caption',
  cell: '表格文字',
  'issuer-mark': '发文机关标志',
  'document-number': '发文字号',
  recipient: '主送机关',
  attachment: '附件说明',
  annotation: '附注',
  signature: '署名',
  imprint: '版记',
  furniture: 'footer',
};
const STYLES = Object.keys(STYLE_NAMES).filter(
  (name): name is ParagraphStyle => name in STYLE_NAMES,
);

/** styles.xml: the style sheet of the document's layout. */
export function wordStyles({ layout, language }: OfficialDocument): string {
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        wordFonts('仿宋'),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': language, 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault', {}),
  );
  const normal = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'normal' },
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat', {}),
  );
  const styles = STYLES.map((style) =>
    element(
      'w:style',
      {
        'w:type': 'paragraph',
        'w:customStyle': isBuiltIn(style) ? undefined : 1,
        'w:styleId': style,
      },
      element('w:name', { 'w:val': STYLE_NAMES[style] }),
      element('w:basedOn', { 'w:val': 'normal' }),
      element('w:qFormat', {}),
      styleProperties(layout, style),
    ),
  );
  return element('w:styles', { 'xmlns:w': WORD_NAMESPACE }, defaults, normal, ...styles);
}

function isBuiltIn(style: ParagraphStyle): boolean {
  return /^[A-Za-z0-9 ]+$/u.test(STYLE_NAMES[style]);
}

/** What Word takes where a face isn't installed: newer machines have 仿宋 and 楷体 under other names. */
const SUBSTITUTES: Readonly<Record<Face, string>> = {
  小标宋: '方正小标宋_GBK',
  仿宋: '仿宋',
  黑体: 'SimHei',
  楷体: '楷体',
  宋体: 'SimSun',
};
/** GB 2312, hexadecimal. */
const CHINESE = '86';

/** fontTable.xml: the faces with their substitutes. */
export function wordFontTable(): string {
  const fonts = Object.entries(SUBSTITUTES).flatMap(([face, substitute]) =>
    isFace(face)
      ? [
          element(
            'w:font',
            { 'w:name': FACES[face] },
            element('w:altName', { 'w:val': substitute }),
            element('w:charset', { 'w:val': CHINESE }),
            element('w:family', { 'w:val': 'auto' }),
          ),
        ]
      : [],
  );
  return element('w:fonts', { 'xmlns:w': WORD_NAMESPACE }, ...fonts);
}

function isFace(face: string): face is Face {
  return face in FACES;
}
