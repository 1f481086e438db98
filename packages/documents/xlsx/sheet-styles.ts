import { element, xmlPart } from '../office/xml.ts';
import { FACES, type Face } from '../style-sheet.ts';

export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The appearances of cells, in the order of their numbers in styles.xml; 0 is the spreadsheet's own. */
const STYLES = [
  'plain',
  'annex-mark',
  'title',
  'subtitle',
  'label',
  'label-left',
  'label-vertical',
  'input',
  'input-left',
  'input-long',
  'note',
  'unused',
] as const;
export type CellStyle = (typeof STYLES)[number];

/** @example styleNumber('title') // 2 */
export function styleNumber(style: CellStyle): number {
  return STYLES.indexOf(style);
}

interface Appearance {
  readonly font: number;
  readonly lined: boolean;
  readonly input: boolean;
  readonly horizontal: 'left' | 'center' | undefined;
  readonly vertical: 'top' | 'center';
  readonly upright: boolean;
  readonly shaded: boolean;
}

const FONTS: readonly (readonly [Face, number])[] = [
  ['仿宋', 10.5],
  ['黑体', 14],
  ['小标宋', 18],
  ['仿宋', 12],
];
/** Where a row has nothing to fill in. */
const UNUSED = 'FFEDEDED';
/** Stacked characters. */
const UPRIGHT = 255;
/** The number format “@”: what is typed stays text, so that nothing becomes a number, a date or a formula. */
const TEXT = 49;

const LABEL: Appearance = {
  font: 0,
  lined: true,
  input: false,
  horizontal: 'center',
  vertical: 'center',
  upright: false,
  shaded: false,
};
const APPEARANCES: Readonly<Record<CellStyle, Appearance>> = {
  plain: { ...LABEL, lined: false, horizontal: undefined },
  'annex-mark': { ...LABEL, font: 1, lined: false, horizontal: 'left' },
  title: { ...LABEL, font: 2, lined: false },
  subtitle: { ...LABEL, font: 3, lined: false },
  label: LABEL,
  'label-left': { ...LABEL, horizontal: 'left' },
  'label-vertical': { ...LABEL, upright: true },
  input: { ...LABEL, input: true },
  'input-left': { ...LABEL, input: true, horizontal: 'left' },
  'input-long': { ...LABEL, input: true, horizontal: 'left', vertical: 'top' },
  note: { ...LABEL, lined: false, horizontal: 'left' },
  unused: { ...LABEL, shaded: true },
};

/** styles.xml: only what is filled in is unlocked. */
export function sheetStyles(): string {
  const fonts = FONTS.map(([face, size]) =>
    element(
      'font',
      {},
      element('sz', { val: String(size) }),
      element('name', { val: FACES[face] }),
      element('charset', { val: 134 }),
    ),
  );
  const none = ['left', 'right', 'top', 'bottom', 'diagonal'].map((edge) => element(edge, {}));
  const thin = ['left', 'right', 'top', 'bottom'].map((edge) =>
    element(edge, { style: 'thin' }, element('color', { auto: 1 })),
  );
  const fills = [
    ...['none', 'gray125'].map((patternType) => element('patternFill', { patternType })),
    element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: UNUSED })),
  ].map((fill) => element('fill', {}, fill));
  const formats = STYLES.map((style) => cellFormat(APPEARANCES[style]));
  return xmlPart(
    element(
      'styleSheet',
      { xmlns: SHEET_NAMESPACE },
      element('fonts', { count: fonts.length }, ...fonts),
      element('fills', { count: fills.length }, ...fills),
      element(
        'borders',
        { count: 2 },
        element('border', {}, ...none),
        element('border', {}, ...thin, element('diagonal', {})),
      ),
      element(
        'cellStyleXfs',
        { count: 1 },
        element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
      ),
      element('cellXfs', { count: formats.length }, ...formats),
      element(
        'cellStyles',
        { count: 1 },
        element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
      ),
    ),
  );
}

function cellFormat(appearance: Appearance): string {
  const { font, lined, input, horizontal, vertical, upright, shaded } = appearance;
  return element(
    'xf',
    {
      numFmtId: input ? TEXT : 0,
      fontId: font,
      fillId: shaded ? 2 : 0,
      borderId: lined ? 1 : 0,
      xfId: 0,
      applyNumberFormat: input ? 1 : undefined,
      applyFont: 1,
      applyFill: shaded ? 1 : undefined,
      applyBorder: lined ? 1 : undefined,
      applyAlignment: 1,
      applyProtection: input ? 1 : undefined,
    },
    element('alignment', {
      horizontal,
      vertical,
      textRotation: upright ? UPRIGHT : undefined,
      wrapText: 1,
    }),
    input ? element('protection', { locked: 0 }) : '',
  );
}
