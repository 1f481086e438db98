import type { Align, Layout, ParagraphStyle } from './style-sheet.ts';
import type { Table } from './table.ts';
import type { Run } from './text-run.ts';

/**
 * An official document before it becomes docx, xlsx or PDF: what it says and which part each text is. Faces, sizes and
 * distances follow from `layout` and each paragraph's style (style-sheet.ts), so that every writer sets it alike.
 * Plain data, survives JSON; two equal documents give the same bytes.
 * @example
 * const document: OfficialDocument = {
 *   layout: 'letter', language: 'zh-CN', title: '关于示例的通知', page: LETTER_PAGE,
 *   furniture: { head: '', foot: undefined, pageNumber: 'dashes' },
 *   blocks: [{ kind: 'paragraph', style: 'title', runs: [{ text: '关于示例的通知' }] }],
 * };
 */
export interface OfficialDocument {
  readonly layout: Layout;
  readonly language: 'zh-CN';
  /** The title in the file's metadata, on one line. */
  readonly title: string;
  /** Of the first pages; a section changes it. */
  readonly page: PageSetup;
  readonly furniture: PageFurniture;
  readonly blocks: readonly Block[];
}

/** A4. Margins in millimetres. */
export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** GB/T 9704: 天头 37, 订口 28, 版心 156×225. */
export const LETTER_PAGE: PageSetup = {
  orientation: 'portrait',
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
};

/** What stands on every page outside the text. */
export interface PageFurniture {
  /** '' where nothing stands above the text. */
  readonly head: string;
  readonly foot: FootIdentity | undefined;
  /** dashes: “— 1 —”, outside as GB/T 9704 has it; of-total: 第1页 共3页; none. */
  readonly pageNumber: 'dashes' | 'of-total' | 'none';
}

/** By what a stamped scan is matched to what is in the system. */
export interface FootIdentity {
  /** What the paper is and which guide it follows: 附件1-8 · 2022年度 · 指南 2022-1. */
  readonly version: string;
  /** The first digits of the content's digest, as printed. */
  readonly digest: string;
  /** What the QR code says: ASCII, at most 150 characters, so that it is read from a 15 mm print. */
  readonly code: string | PagedCode;
}

/**
 * A code that differs from page to page: the page's number stands between the two. It is printed larger, since a scan
 * in black and white has to be read; Word can't number pictures, so that a Word file is without it.
 */
export interface PagedCode {
  readonly before: string;
  readonly after: string;
}

export type Block =
  | Paragraph
  | Table
  | StampPlace
  | Rule
  | Imprint
  | QrImage
  | PageBreak
  | SectionBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  /** Where it differs from the style. */
  readonly align?: Align;
  /** First line by two characters, where it differs from the style. */
  readonly indent?: boolean;
  /** Never the last one on a page. */
  readonly keepWithNext?: boolean;
}

/**
 * 印章位置: where a unit signs and stamps. Lines and date are centred on each other, four characters from the right,
 * with room for a stamp; the block isn't cut by a page end. In a letter the lines are 发文机关署名.
 */
export interface StampPlace {
  readonly kind: 'stamp-place';
  /** 申报单位（盖章） or the issuing authorities. */
  readonly lines: readonly string[];
  /** 成文日期 as printed: 2022年3月16日, or 年 月 日 with room to write. */
  readonly date: string;
}

/** A line over the whole width: red below 发文字号, black in 版记. */
export interface Rule {
  readonly kind: 'rule';
  readonly colour: 'red' | 'black';
}

/** 版记, at the foot of the last page: 抄送, 印发机关 and 印发日期 between black lines. */
export interface Imprint {
  readonly kind: 'imprint';
  /** Without 抄送：; empty where no copy is sent. */
  readonly copiesTo: string;
  readonly printedBy: string;
  /** 2022年3月16日印发 */
  readonly printedOn: string;
}

/** A QR code in the text, a square. */
export interface QrImage {
  readonly kind: 'qr';
  readonly code: string;
  /** What it is, read aloud where it can't be seen. */
  readonly says: string;
  /** Millimetres. */
  readonly side: number;
  readonly align: Align;
}

export interface PageBreak {
  readonly kind: 'page-break';
}

/** What follows stands on new pages of another kind: a wide table lies. */
export interface SectionBreak {
  readonly kind: 'section';
  readonly page: PageSetup;
}

/** A paragraph in one appearance. @example paragraph('note', '说明：1. …') */
export function paragraph(style: ParagraphStyle, text: string): Paragraph {
  return { kind: 'paragraph', style, runs: text === '' ? [] : [{ text }] };
}
