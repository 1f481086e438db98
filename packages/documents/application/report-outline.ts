import { type Block, LETTER_PAGE, type OfficialDocument, paragraph } from '../document.ts';

/** 资金申请报告 as an applicant goes on writing it: what is known already, and what is to be written where. */
export interface ReportOutline {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly OutlineSection[];
  readonly applicant: string;
}

export interface OutlineSection {
  /** Without its number. */
  readonly heading: string;
  readonly parts: readonly OutlinePart[];
}

export type OutlinePart =
  /** A heading of the second level, with its number. */
  | { readonly kind: 'heading'; readonly text: string }
  /** What is known. */
  | { readonly kind: 'text'; readonly text: string }
  /** What somebody is to write here: stands in 【】 until they do. */
  | { readonly kind: 'prompt'; readonly text: string };

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** @example writeDocx(reportOutlineDocument(outline)) */
export function reportOutlineDocument(outline: ReportOutline): OfficialDocument {
  const { title, subtitle, sections, applicant } = outline;
  return {
    layout: 'letter',
    language: 'zh-CN',
    title: `${title}（${applicant}）`,
    page: LETTER_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'dashes' },
    blocks: [
      paragraph('title', title),
      paragraph('subtitle', subtitle),
      paragraph('subtitle', applicant),
      ...sections.flatMap(({ heading, parts }, i): readonly Block[] => [
        paragraph('heading-1', `${NUMERALS[i] ?? i + 1}、${heading}`),
        ...parts.map(partBlock),
      ]),
      { kind: 'stamp-place', lines: [`${applicant}（盖章）`], date: '　　　　年　　月　　日' },
    ],
  };
}

function partBlock({ kind, text }: OutlinePart): Block {
  if (kind === 'heading') return paragraph('heading-2', text);
  return paragraph('body', kind === 'prompt' ? `【${text}】` : text);
}
