/**
 * letter: GB/T 9704; form: an annex to fill in; report: what the system tells an enterprise, and long papers with
 * tables; statement: a page somebody signs, set like a letter with a foot that names the print.
 */
export type Layout = 'letter' | 'form' | 'report' | 'statement';

export type Align = 'left' | 'center' | 'right' | 'justify';

/**
 * The faces of official documents. docx names them as the field does; a writer that embeds fonts takes its substitute:
 * 小标宋 and 宋 a serif in heavy and regular weight, 仿宋 and 楷 the serif, 黑 the sans.
 */
export const FACES = {
  小标宋: '方正小标宋简体',
  仿宋: '仿宋_GB2312',
  黑体: '黑体',
  楷体: '楷体_GB2312',
  宋体: '宋体',
} as const;
export type Face = keyof typeof FACES;

export type ParagraphStyle =
  | 'title'
  | 'subtitle'
  /** 附件1-1, above the title. */
  | 'annex-mark'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'body'
  | 'note'
  | 'caption'
  | 'cell'
  /** 发文机关标志 */
  | 'issuer-mark'
  /** 发文字号 */
  | 'document-number'
  /** 主送机关 */
  | 'recipient'
  /** 附件说明 */
  | 'attachment'
  /** 附注 */
  | 'annotation'
  | 'signature'
  | 'imprint'
  | 'furniture';

/** Sizes and distances in points. */
export interface StyleRule {
  readonly face: Face;
  readonly size: number;
  readonly bold: boolean;
  readonly align: Align;
  /** Distance from line to line. */
  readonly leading: number;
  /** First line by two characters. */
  readonly indent: boolean;
  /** All other lines further in than the first, in characters. */
  readonly hanging: number;
  readonly before: number;
  readonly after: number;
  readonly colour: string;
}

/** 号 in points: 小初 36, 二号 22, 三号 16, 小三 15, 四号 14, 小四 12, 五号 10.5, 小五 9. */
const SIZE = {
  smallInitial: 36,
  two: 22,
  smallTwo: 18,
  three: 16,
  four: 14,
  smallFour: 12,
  five: 10.5,
  smallFive: 9,
};
/** GB/T 9704: 22 lines on 225 mm. */
const LETTER_LEADING = 28.95;
const RED = 'FF0000';
const BLACK = '000000';

const PLAIN: StyleRule = {
  face: '仿宋',
  size: SIZE.three,
  bold: false,
  align: 'left',
  leading: LETTER_LEADING,
  indent: false,
  hanging: 0,
  before: 0,
  after: 0,
  colour: BLACK,
};

const LETTER: Readonly<Record<ParagraphStyle, StyleRule>> = {
  title: { ...PLAIN, face: '小标宋', size: SIZE.two, align: 'center', leading: 33, before: 29 },
  subtitle: { ...PLAIN, face: '楷体', align: 'center' },
  'annex-mark': { ...PLAIN, face: '黑体' },
  'heading-1': { ...PLAIN, face: '黑体', indent: true },
  'heading-2': { ...PLAIN, face: '楷体', indent: true },
  'heading-3': { ...PLAIN, bold: true, indent: true },
  body: { ...PLAIN, align: 'justify', indent: true },
  note: { ...PLAIN, size: SIZE.four, leading: 24, align: 'justify' },
  caption: { ...PLAIN, size: SIZE.four, leading: 24, align: 'center' },
  cell: { ...PLAIN, size: SIZE.smallFour, leading: 16 },
  'issuer-mark': {
    ...PLAIN,
    face: '小标宋',
    size: SIZE.smallInitial,
    align: 'center',
    leading: 50,
    before: 20,
    colour: RED,
  },
  'document-number': { ...PLAIN, align: 'center', before: 58 },
  recipient: { ...PLAIN, before: 29 },
  attachment: { ...PLAIN, indent: true, hanging: 3, before: 29 },
  annotation: { ...PLAIN, indent: true },
  signature: { ...PLAIN, align: 'center' },
  imprint: { ...PLAIN, size: SIZE.four, leading: 24 },
  furniture: { ...PLAIN, face: '宋体', size: SIZE.four, leading: 18 },
};

const FORM_CELL: StyleRule = { ...PLAIN, size: SIZE.five, leading: 14 };

const FORM: Readonly<Record<ParagraphStyle, StyleRule>> = {
  ...LETTER,
  title: { ...PLAIN, face: '小标宋', size: SIZE.smallTwo, align: 'center', leading: 26 },
  subtitle: { ...FORM_CELL, size: SIZE.smallFour, align: 'center', leading: 20, after: 4 },
  'annex-mark': { ...PLAIN, face: '黑体', size: SIZE.four, leading: 20 },
  note: { ...FORM_CELL, align: 'justify', before: 2 },
  caption: { ...FORM_CELL, align: 'center' },
  cell: FORM_CELL,
  signature: { ...FORM_CELL, size: SIZE.smallFour, align: 'center', leading: 22 },
  furniture: { ...PLAIN, face: '宋体', size: SIZE.smallFive, leading: 12 },
};

const REPORT: Readonly<Record<ParagraphStyle, StyleRule>> = {
  ...FORM,
  title: { ...PLAIN, face: '小标宋', size: SIZE.two, align: 'center', leading: 33 },
  subtitle: { ...FORM_CELL, size: SIZE.smallFour, align: 'center', leading: 20, after: 8 },
  'heading-1': { ...PLAIN, face: '黑体', size: SIZE.four, leading: 24, before: 10, after: 2 },
  'heading-2': {
    ...PLAIN,
    face: '楷体',
    size: SIZE.smallFour,
    bold: true,
    leading: 20,
    before: 8,
    after: 2,
  },
  'heading-3': { ...PLAIN, size: SIZE.smallFour, bold: true, leading: 20, before: 4 },
  body: { ...PLAIN, size: SIZE.smallFour, align: 'justify', leading: 20, indent: true },
};

const STATEMENT_TEXT: StyleRule = { ...PLAIN, size: SIZE.four, leading: 26 };

const STATEMENT: Readonly<Record<ParagraphStyle, StyleRule>> = {
  ...LETTER,
  title: { ...LETTER.title, before: 8, after: 10 },
  recipient: { ...STATEMENT_TEXT, before: 8 },
  body: { ...STATEMENT_TEXT, align: 'justify', indent: true },
  signature: { ...STATEMENT_TEXT, align: 'center', leading: 30 },
  furniture: FORM.furniture,
};

const LAYOUTS: Readonly<Record<Layout, Readonly<Record<ParagraphStyle, StyleRule>>>> = {
  letter: LETTER,
  form: FORM,
  report: REPORT,
  statement: STATEMENT,
};

/** How a paragraph is set. @example styleRule('form', 'title').size // 18 */
export function styleRule(layout: Layout, style: ParagraphStyle): StyleRule {
  return LAYOUTS[layout][style];
}

/** Millimetres between a cell's text and its lines. */
export const CELL_PADDING = { x: 1.2, y: 0.6 };
/** Points. */
export const LINE_WEIGHT = { table: 0.5, red: 1.5, imprint: 1 };
/** Points above the lines of a stamp place: a stamp is larger than what it covers. */
export const STAMP_ROOM = 28;
