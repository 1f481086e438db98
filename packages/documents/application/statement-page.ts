import { type OfficialDocument, type PageSetup, paragraph } from '../document.ts';
import { BLANK_DATE } from './application-form.ts';
import { PRINT_BOTTOM, type PrintIdentity, printFurniture } from './print-furniture.ts';

/** A page an applicant signs and seals: to whom, what is promised, by whom. */
export interface StatementPage {
  readonly identity: PrintIdentity;
  /** As the lines it stands on. */
  readonly title: readonly string[];
  /** Without the colon; '' where it is addressed to nobody. */
  readonly recipients: string;
  readonly opening: string;
  readonly points: readonly string[];
  readonly closing: string;
  readonly applicant: string;
}

const PAGE: PageSetup = {
  orientation: 'portrait',
  margins: { top: 28, right: 26, bottom: PRINT_BOTTOM, left: 28 },
};

/** @example statementDocument({ identity, title: ['信用承诺书'], … }) */
export function statementDocument(page: StatementPage): OfficialDocument {
  const { identity, title, recipients, opening, points, closing, applicant } = page;
  return {
    layout: 'statement',
    language: 'zh-CN',
    title: `${title.join('')}（${applicant}）`,
    page: PAGE,
    furniture: printFurniture(identity),
    blocks: [
      paragraph('title', title.join('\n')),
      ...(recipients === '' ? [] : [paragraph('recipient', `${recipients}：`)]),
      paragraph('body', opening),
      ...points.map((point, i) =>
        paragraph('body', points.length === 1 ? point : `${i + 1}. ${point}`),
      ),
      // A signature alone on a page could be put under another text.
      { ...paragraph('body', closing), keepWithNext: true },
      {
        kind: 'stamp-place',
        lines: ['法定代表人（签字）：　　　　　　', `承诺单位：${applicant}（盖章）`],
        date: BLANK_DATE,
      },
    ],
  };
}
