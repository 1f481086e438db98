import type { Paragraph } from '../document.ts';
import { element, xmlText } from '../office/xml.ts';
import {
  type Align,
  FACES,
  type Face,
  type Layout,
  type ParagraphStyle,
  type StyleRule,
  styleRule,
} from '../style-sheet.ts';
import type { Run } from '../text-run.ts';
import { pointTwips } from './docx-units.ts';

/** Figures and Latin letters beside the Chinese faces. */
const LATIN = 'Times New Roman';
const JUSTIFIED = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;
const CHARACTERS = 100;
/** In 240ths of a line. */
const SINGLE_LINE = 240;

/** What a paragraph has beside its style; undefined where the style says it. In points where it is a distance. */
export interface Setting {
  readonly align?: Align;
  readonly indent?: boolean;
  readonly keepWithNext?: boolean;
  readonly keepLines?: boolean;
  /** As high as its content, against the style's fixed distance of lines: for a picture. */
  readonly asHigh?: boolean;
  readonly before?: number;
  readonly left?: number;
  readonly right?: number;
  readonly lineBelow?: { readonly weight: number; readonly colour: string };
}

/**
 * A paragraph of WordprocessingML. The properties stand in the order of the schema (CT_PPr).
 * @example wordParagraph('title', [{ text: '绩效目标申报表' }], {})
 */
export function wordParagraph(
  style: ParagraphStyle,
  runs: readonly Run[],
  setting: Setting,
): string {
  return wordParagraphOf(style, runs.map(wordRun).join(''), setting);
}

/** A paragraph whose content is WordprocessingML already. */
export function wordParagraphOf(style: ParagraphStyle, content: string, setting: Setting): string {
  const { lineBelow, before, align, indent, left, right } = setting;
  const properties = [
    element('w:pStyle', { 'w:val': style }),
    setting.keepWithNext ? element('w:keepNext', {}) : '',
    setting.keepLines ? element('w:keepLines', {}) : '',
    lineBelow
      ? element(
          'w:pBdr',
          {},
          element('w:bottom', {
            'w:val': 'single',
            'w:sz': lineBelow.weight * 8,
            'w:space': 1,
            'w:color': lineBelow.colour,
          }),
        )
      : '',
    spacingOf(before, setting.asHigh),
    indentOf(indent, left, right),
    align ? element('w:jc', { 'w:val': JUSTIFIED[align] }) : '',
  ];
  return element('w:p', {}, element('w:pPr', {}, ...properties), content);
}

/** A paragraph of the model. */
export function modelParagraph({ style, runs, ...differs }: Paragraph): string {
  const { align, indent, keepWithNext } = differs;
  return wordParagraph(style, runs, {
    ...(align ? { align } : {}),
    ...(indent === undefined ? {} : { indent }),
    ...(keepWithNext ? { keepWithNext } : {}),
  });
}

function spacingOf(before?: number, asHigh?: boolean): string {
  if (before === undefined && !asHigh) return '';
  return element('w:spacing', {
    'w:before': before === undefined ? undefined : pointTwips(before),
    'w:line': asHigh ? SINGLE_LINE : undefined,
    'w:lineRule': asHigh ? 'auto' : undefined,
  });
}

function indentOf(indent?: boolean, left?: number, right?: number): string {
  if (indent === undefined && left === undefined && right === undefined) return '';
  return element('w:ind', {
    'w:left': left === undefined ? undefined : pointTwips(left),
    'w:right': right === undefined ? undefined : pointTwips(right),
    'w:firstLineChars': indent === undefined ? undefined : indent ? 2 * CHARACTERS : 0,
    'w:firstLine': indent === false ? 0 : undefined,
  });
}

/** A run; “\n” is a line break within the paragraph, a tab a tab. */
function wordRun({ text, bold, underline }: Run): string {
  const properties = [
    bold ? element('w:b', {}) : '',
    underline ? element('w:u', { 'w:val': 'single' }) : '',
  ].join('');
  const pieces = text.split(/([\n\t])/u).map((piece) => {
    if (piece === '\n') return element('w:br', {});
    if (piece === '\t') return element('w:tab', {});
    return piece === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, xmlText(piece));
  });
  return element('w:r', {}, properties && element('w:rPr', {}, properties), ...pieces);
}

/** Faces by kind of script; the hint takes quotation marks and dashes from the Chinese face. */
export function wordFonts(face: Face): string {
  return element('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': LATIN,
    'w:hAnsi': LATIN,
    'w:eastAsia': FACES[face],
    'w:cs': LATIN,
  });
}

/** A style's rule as paragraph and run properties of styles.xml. */
export function styleProperties(layout: Layout, style: ParagraphStyle): string {
  const rule = styleRule(layout, style);
  const { hanging } = rule;
  const level = HEADINGS.indexOf(style);
  const paragraph = element(
    'w:pPr',
    {},
    level >= 0 ? element('w:keepNext', {}) : '',
    element('w:spacing', {
      'w:before': pointTwips(rule.before),
      'w:after': pointTwips(rule.after),
      'w:line': pointTwips(rule.leading),
      'w:lineRule': 'exact',
    }),
    hanging > 0 ? hangingIndent(rule) : rule.indent ? firstLineIndent(rule) : '',
    element('w:jc', { 'w:val': JUSTIFIED[rule.align] }),
    level >= 0 ? element('w:outlineLvl', { 'w:val': level }) : '',
  );
  const run = element(
    'w:rPr',
    {},
    wordFonts(rule.face),
    rule.bold ? element('w:b', {}) : '',
    element('w:color', { 'w:val': rule.colour }),
    element('w:sz', { 'w:val': Math.round(rule.size * 2) }),
    element('w:szCs', { 'w:val': Math.round(rule.size * 2) }),
  );
  return paragraph + run;
}

/** In characters, which follow the size of the text, and in twips for programs that don't count characters. */
function firstLineIndent({ size }: StyleRule): string {
  return element('w:ind', {
    'w:firstLineChars': 2 * CHARACTERS,
    'w:firstLine': pointTwips(2 * size),
  });
}

function hangingIndent({ size, hanging, indent }: StyleRule): string {
  const left = hanging + (indent ? 2 : 0);
  return element('w:ind', {
    'w:leftChars': left * CHARACTERS,
    'w:left': pointTwips(left * size),
    'w:hangingChars': hanging * CHARACTERS,
    'w:hanging': pointTwips(hanging * size),
  });
}

const HEADINGS: readonly ParagraphStyle[] = ['heading-1', 'heading-2', 'heading-3'];
