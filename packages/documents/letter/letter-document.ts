import { type Block, LETTER_PAGE, type OfficialDocument, paragraph } from '../document.ts';

/**
 * An official letter (公文) in the parts of GB/T 9704-2012. Texts are without their marks: those (〔〕, 附件：, 抄送：)
 * and all distances are the layout's.
 */
export interface Letter {
  /** 发文机关标志: 示例省工业和信息化厅文件 */
  readonly issuerMark: string;
  /** 发文字号 */
  readonly number: { readonly agency: string; readonly year: string; readonly sequence: string };
  /** 标题, as the lines it stands on: a word isn't cut. */
  readonly title: readonly string[];
  /** 主送机关, without the colon; '' where there is none. */
  readonly recipients: string;
  readonly body: readonly LetterParagraph[];
  /** 附件说明: the annexes' names, without numbers. */
  readonly annexes: readonly string[];
  /** 发文机关署名 */
  readonly signedBy: readonly string[];
  /** 成文日期: 2022年3月16日 */
  readonly date: string;
  /** 附注, without brackets; '' where there is none. */
  readonly annotation: string;
  /** 版记 */
  readonly copiesTo: string;
  readonly printedBy: string;
  readonly printedOn: string;
}

/** A paragraph of the text and its level: 一、 is level 1, （一） level 2, 1. level 3; 0 for plain text. */
export interface LetterParagraph {
  readonly level: 0 | 1 | 2 | 3;
  readonly text: string;
}

const LEVELS = ['body', 'heading-1', 'heading-2', 'heading-3'] as const;

/**
 * The letter as a document: red mark and line, number in 〔〕, title, text, the list of annexes, signature with room for
 * the stamp, date, 版记 at the foot of the last page, page numbers outside as “— 1 —”.
 * @example writeDocx(letterDocument(letter))
 */
export function letterDocument(letter: Letter): OfficialDocument {
  const { agency, year, sequence } = letter.number;
  return {
    layout: 'letter',
    language: 'zh-CN',
    title: letter.title.join(''),
    page: LETTER_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'dashes' },
    blocks: [
      paragraph('issuer-mark', letter.issuerMark),
      paragraph('document-number', `${agency}〔${year}〕${sequence}号`),
      { kind: 'rule', colour: 'red' },
      paragraph('title', letter.title.join('\n')),
      ...(letter.recipients === '' ? [] : [paragraph('recipient', `${letter.recipients}：`)]),
      ...letter.body.map(({ level, text }) => paragraph(LEVELS[level], text)),
      ...annexList(letter.annexes),
      { kind: 'stamp-place', lines: letter.signedBy, date: letter.date },
      ...(letter.annotation === '' ? [] : [paragraph('annotation', `（${letter.annotation}）`)]),
      {
        kind: 'imprint',
        copiesTo: letter.copiesTo,
        printedBy: letter.printedBy,
        printedOn: `${letter.printedOn}印发`,
      },
    ],
  };
}

/** One annex has no number; several count from 1, each below the other: the style's lines begin there. */
function annexList(annexes: readonly string[]): readonly Block[] {
  if (annexes.length === 0) return [];
  const names = annexes.length === 1 ? annexes : annexes.map((name, i) => `${i + 1}. ${name}`);
  return [paragraph('attachment', `附件：${names.join('\n')}`)];
}
