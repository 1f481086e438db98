import { type Block, type OfficialDocument, type Paragraph, paragraph } from '../document.ts';
import { coverTable, type Pair, pairTable } from './pair-table.ts';
import {
  PRINT_PAGE,
  type PrintIdentity,
  pageTextWidth,
  printFurniture,
  WIDE_PAGE,
} from './print-furniture.ts';
import { type TextTable, textTables } from './text-table.ts';

/** 申报书 in words: everything an application says, ready to print. */
export interface ApplicationForm {
  readonly identity: PrintIdentity;
  /** 2022年度江苏省工业和信息产业转型升级专项资金 */
  readonly fund: string;
  readonly cover: readonly Pair[];
  readonly parts: readonly FormPart[];
  /** 附表: lists with many columns, on pages that lie. */
  readonly sheets: readonly FormSheet[];
  /** What whoever signs confirms. */
  readonly declaration: string;
  readonly applicant: string;
}

export interface FormPart {
  /** Without its number. */
  readonly heading: string;
  readonly blocks: readonly FormBlock[];
}

export type FormBlock =
  | { readonly kind: 'pairs'; readonly title: string; readonly pairs: readonly Pair[] }
  | { readonly kind: 'table'; readonly title: string; readonly table: TextTable }
  /** A sentence; its first words may stand out. */
  | { readonly kind: 'text'; readonly lead: string; readonly text: string };

export interface FormSheet {
  /** With its number: 附表1　项目固定资产贷款. */
  readonly title: string;
  readonly note: string;
  readonly tables: readonly { readonly title: string; readonly table: TextTable }[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
export const BLANK_DATE = '　　　　年　　月　　日';

/**
 * 申报书: cover, parts, the page that is signed and sealed, and the lists. Every page carries its code.
 * @example pdf.write(applicationFormDocument(form))
 */
export function applicationFormDocument(form: ApplicationForm): OfficialDocument {
  const width = pageTextWidth(PRINT_PAGE);
  const parts = form.parts.filter(({ blocks }) => blocks.length > 0);
  return {
    layout: 'report',
    language: 'zh-CN',
    title: `${form.identity.title}（${form.applicant}）`,
    page: PRINT_PAGE,
    furniture: printFurniture(form.identity),
    blocks: [
      ...coverBlocks(form, width),
      ...parts.flatMap((part, i) => partBlocks(part, i, width)),
      ...signingBlocks(form, parts.length),
      ...form.sheets.flatMap(sheetBlocks),
    ],
  };
}

function coverBlocks({ fund, cover, identity }: ApplicationForm, width: number): readonly Block[] {
  return [
    ...blank(5),
    paragraph('title', fund),
    ...blank(1),
    paragraph('title', [...identity.title].join('　')),
    ...blank(6),
    coverTable(cover, width),
    ...blank(2),
    paragraph(
      'note',
      '本申报书由申报系统按定稿内容打印，每页页脚印有版本、校验码和二维码；改动任何一处都须重新定稿、重新打印。',
    ),
    { kind: 'page-break' },
  ];
}

function blank(lines: number): readonly Paragraph[] {
  return Array.from({ length: lines }, () => paragraph('body', ''));
}

function partBlocks(part: FormPart, index: number, width: number): readonly Block[] {
  return [
    paragraph('heading-1', `${NUMERALS[index] ?? index + 1}、${part.heading}`),
    ...part.blocks.flatMap((block) => formBlocks(block, width)),
  ];
}

function formBlocks(block: FormBlock, width: number): readonly Block[] {
  switch (block.kind) {
    case 'pairs':
      return [...heading(block.title), pairTable(block.pairs, width)];
    case 'text':
      return [leadText(block.lead, block.text)];
    case 'table':
      return [...heading(block.title), ...textTables(block.table, width)];
  }
}

function heading(title: string): readonly Paragraph[] {
  return title === '' ? [] : [paragraph('heading-2', title)];
}

function leadText(lead: string, text: string): Paragraph {
  const runs = [...(lead === '' ? [] : [{ text: lead, bold: true }]), { text }];
  return { kind: 'paragraph', style: 'body', runs };
}

function signingBlocks(
  { declaration, applicant }: ApplicationForm,
  parts: number,
): readonly Block[] {
  return [
    paragraph('heading-1', `${NUMERALS[parts] ?? parts + 1}、申报单位签章`),
    { ...paragraph('body', declaration), keepWithNext: true },
    {
      kind: 'stamp-place',
      lines: ['法定代表人（签字）：　　　　　　　　', `申报单位：${applicant}（盖章）`],
      date: BLANK_DATE,
    },
  ];
}

function sheetBlocks({ title, note, tables }: FormSheet): readonly Block[] {
  const width = pageTextWidth(WIDE_PAGE);
  return [
    { kind: 'section', page: WIDE_PAGE },
    paragraph('heading-1', title),
    ...(note === '' ? [] : [{ ...paragraph('note', note), keepWithNext: true }]),
    ...tables.flatMap(({ title: own, table }): readonly Block[] => [
      ...heading(own),
      ...textTables(table, width),
    ]),
  ];
}
