import type {
  Block,
  OfficialDocument,
  PageFurniture,
  PageSetup,
  Paragraph,
  QrImage,
} from '../document.ts';
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
  readonly page: { readonly width: number; readonly height: number; readonly margin: Margins };
  readonly text: { readonly width: number; readonly height: number };
  readonly styles: Readonly<Record<string, StylePlan>>;
  readonly lines: { readonly table: number; readonly red: number; readonly imprint: number };
  readonly stampRoom: number;
  readonly padding: { readonly x: number; readonly y: number };
  readonly furniture: FurniturePlan;
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
        readonly qr: string;
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

/** The document as data for the template. @example typePlan(document).blocks[0] // { kind: 'paragraph', … } */
export function typePlan(document: OfficialDocument): TypePlan {
  const page = pagePlan(document.page);
  const text = {
    width: page.width - page.margin.left - page.margin.right,
    height: page.height - page.margin.top - page.margin.bottom,
  };
  const [lang = 'zh', region = 'CN'] = document.language.split('-');
  return {
    title: document.title,
    language: { lang, region },
    page,
    text,
    styles: Object.fromEntries(STYLES.map((style) => [style, stylePlan(document.layout, style)])),
    lines: LINE_WEIGHT,
    stampRoom: STAMP_ROOM,
    padding: { x: CELL_PADDING.x * POINT, y: CELL_PADDING.y * POINT },
    furniture: furniturePlan(document.furniture),
    blocks: blockPlans(document),
  };
}

function pagePlan({ orientation, margins }: PageSetup): TypePlan['page'] {
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

function furniturePlan({ head, foot, pageNumber }: PageFurniture): FurniturePlan {
  return {
    head: typeRuns([{ text: head }]),
    foot: foot && {
      version: typeRuns([{ text: foot.version }]),
      digest: typeRuns([{ text: foot.digest }]),
      qr: qrDrawing(foot.code),
    },
    number: pageNumber,
  };
}

function blockPlans(document: OfficialDocument): BlockPlan[] {
  let deepest = 0;
  return document.blocks.map((block) => {
    const plan = blockPlan(document.layout, block);
    if (plan.kind !== 'paragraph' || plan.outline === 0) return plan;
    // A reader steps down one level at a time; PDF/UA demands it.
    deepest = Math.min(plan.outline, deepest + 1);
    return { ...plan, outline: deepest };
  });
}

function blockPlan(layout: Layout, block: Block): BlockPlan {
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
