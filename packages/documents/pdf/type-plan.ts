import type {
  FootIdentity,
  OfficialDocument,
  PageFurniture,
  PageSetup,
  Paragraph,
  QrImage,
} from '../document.ts';
import { type FlowBlock, type Section, sectionsOf } from '../section.ts';
import {
  CELL_PADDING,
  type Layout,
  LINE_WEIGHT,
  type ParagraphStyle,
  STAMP_ROOM,
  styleRule,
} from '../style-sheet.ts';
import { POINT } from './point.ts';
import { qrDrawing } from './qr-drawing.ts';
import { type SheetPlan, sheetPlan } from './sheet-plan.ts';
import { type TypeRun, typeRuns } from './type-pieces.ts';

/** A document as the Typst template takes it: data only, every distance in points. */
export interface TypePlan {
  readonly title: string;
  readonly language: { readonly lang: string; readonly region: string };
  readonly styles: Readonly<Record<string, StylePlan>>;
  readonly lines: { readonly table: number; readonly red: number; readonly imprint: number };
  readonly stampRoom: number;
  readonly padding: { readonly x: number; readonly y: number };
  readonly furniture: FurniturePlan;
  readonly sections: readonly SectionPlan[];
}

interface SectionPlan {
  readonly page: { readonly width: number; readonly height: number; readonly margin: Margins };
  readonly text: { readonly width: number; readonly height: number };
  readonly blocks: readonly BlockPlan[];
}

interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface StylePlan {
  readonly font: 'serif' | 'sans';
  readonly weight: number;
  readonly size: number;
  readonly leading: number;
  readonly align: string;
  readonly indent: boolean;
  readonly hanging: number;
  readonly before: number;
  readonly after: number;
  readonly colour: string;
}

interface FurniturePlan {
  readonly head: readonly TypeRun[];
  readonly foot:
    | {
        readonly version: readonly TypeRun[];
        readonly digest: readonly TypeRun[];
        /** Of each page from the first on, or the one of all pages. */
        readonly codes: readonly string[];
        readonly paged: boolean;
      }
    | undefined;
  readonly number: PageFurniture['pageNumber'];
}

export type BlockPlan =
  | {
      readonly kind: 'paragraph';
      readonly style: string;
      readonly runs: readonly TypeRun[];
      readonly align: string;
      readonly indent: boolean;
      readonly keep: boolean;
      /** Level of the heading in the file's outline; 0 for other text. */
      readonly outline: number;
    }
  | SheetPlan
  | {
      readonly kind: 'stamp-place';
      readonly lines: readonly (readonly TypeRun[])[];
      readonly style: string;
    }
  | { readonly kind: 'rule'; readonly colour: 'red' | 'black' }
  | {
      readonly kind: 'imprint';
      readonly copies: readonly TypeRun[];
      readonly by: readonly TypeRun[];
      readonly on: readonly TypeRun[];
    }
  | {
      readonly kind: 'qr';
      readonly drawing: string;
      readonly says: string;
      readonly side: number;
      readonly align: string;
    }
  | { readonly kind: 'page-break' };

const A4 = { width: 210 * POINT, height: 297 * POINT };
const HEADING: Partial<Record<ParagraphStyle, number>> = {
  title: 1,
  'heading-1': 2,
  'heading-2': 3,
  'heading-3': 4,
};
const STYLES: readonly ParagraphStyle[] = [
  'title',
  'subtitle',
  'annex-mark',
  'heading-1',
  'heading-2',
  'heading-3',
  'body',
  'note',
  'caption',
  'cell',
  'issuer-mark',
  'document-number',
  'recipient',
  'attachment',
  'annotation',
  'signature',
  'imprint',
  'furniture',
];

/**
 * The document as data for the template.
 * @param pages how many pages have a code of their own, where each has one; those beyond stand without
 * @example typePlan(document, 1).sections[0]?.blocks[0] // { kind: 'paragraph', … }
 */
export function typePlan(document: OfficialDocument, pages: number): TypePlan {
  const [lang = 'zh', region = 'CN'] = document.language.split('-');
  const outline = { deepest: 0 };
  return {
    title: document.title,
    language: { lang, region },
    styles: Object.fromEntries(STYLES.map((style) => [style, stylePlan(document.layout, style)])),
    lines: LINE_WEIGHT,
    stampRoom: STAMP_ROOM,
    padding: { x: CELL_PADDING.x * POINT, y: CELL_PADDING.y * POINT },
    furniture: furniturePlan(document.furniture, pages),
    sections: sectionsOf(document).map((section) => sectionPlan(document.layout, section, outline)),
  };
}

function sectionPlan(
  layout: Layout,
  { page: setup, blocks }: Section,
  outline: { deepest: number },
): SectionPlan {
  const page = pagePlan(setup);
  const text = {
    width: page.width - page.margin.left - page.margin.right,
    height: page.height - page.margin.top - page.margin.bottom,
  };
  return { page, text, blocks: blockPlans(layout, blocks, outline) };
}

function pagePlan({ orientation, margins }: PageSetup): SectionPlan['page'] {
  const [width, height] =
    orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return {
    width,
    height,
    margin: {
      top: margins.top * POINT,
      right: margins.right * POINT,
      bottom: margins.bottom * POINT,
      left: margins.left * POINT,
    },
  };
}

/** 小标宋 is the heavy serif; 黑体 the sans; all other faces the regular serif. */
function stylePlan(layout: Layout, style: ParagraphStyle): StylePlan {
  const { face, bold, colour, ...rule } = styleRule(layout, style);
  const heavy = face === '小标宋' || bold;
  return {
    ...rule,
    font: face === '黑体' ? 'sans' : 'serif',
    weight: face === '黑体' ? SANS_WEIGHT : heavy ? 700 : 400,
    colour: `#${colour}`,
  };
}

const SANS_WEIGHT = 500;

function furniturePlan({ head, foot, pageNumber }: PageFurniture, pages: number): FurniturePlan {
  return {
    head: typeRuns([{ text: head }]),
    foot: foot && {
      version: typeRuns([{ text: foot.version }]),
      digest: typeRuns([{ text: foot.digest }]),
      codes: codesOf(foot, pages).map(qrDrawing),
      paged: typeof foot.code !== 'string',
    },
    number: pageNumber,
  };
}

function codesOf({ code }: FootIdentity, pages: number): readonly string[] {
  if (typeof code === 'string') return [code];
  return Array.from({ length: pages }, (_, i) => `${code.before}${i + 1}${code.after}`);
}

function blockPlans(
  layout: Layout,
  blocks: readonly FlowBlock[],
  outline: { deepest: number },
): BlockPlan[] {
  return blocks.map((block) => {
    const plan = blockPlan(layout, block);
    if (plan.kind !== 'paragraph' || plan.outline === 0) return plan;
    // A reader steps down one level at a time; PDF/UA demands it.
    outline.deepest = Math.min(plan.outline, outline.deepest + 1);
    return { ...plan, outline: outline.deepest };
  });
}

function blockPlan(layout: Layout, block: FlowBlock): BlockPlan {
  switch (block.kind) {
    case 'paragraph':
      return paragraphPlan(layout, block);
    case 'table':
      return sheetPlan(layout, block);
    case 'stamp-place':
      return {
        kind: 'stamp-place',
        lines: [...block.lines, block.date].map((text) => typeRuns([{ text }])),
        style: 'signature',
      };
    case 'imprint':
      return {
        kind: 'imprint',
        copies: typeRuns([{ text: block.copiesTo === '' ? '' : `抄送：${block.copiesTo}` }]),
        by: typeRuns([{ text: block.printedBy }]),
        on: typeRuns([{ text: block.printedOn }]),
      };
    case 'qr':
      return qrPlan(block);
    case 'rule':
    case 'page-break':
      return block;
  }
}

function paragraphPlan(layout: Layout, block: Paragraph): BlockPlan {
  const rule = styleRule(layout, block.style);
  return {
    kind: 'paragraph',
    style: block.style,
    runs: typeRuns(block.runs),
    align: block.align ?? rule.align,
    indent: block.indent ?? rule.indent,
    keep: block.keepWithNext ?? (block.style !== 'title' && block.style in HEADING),
    outline: HEADING[block.style] ?? 0,
  };
}

function qrPlan({ code, says, side, align }: QrImage): BlockPlan {
  return { kind: 'qr', drawing: qrDrawing(code), says, side: side * POINT, align };
}
