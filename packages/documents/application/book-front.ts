import { type Block, type OfficialDocument, type Paragraph, paragraph } from '../document.ts';
import { coverTable, type Pair } from './pair-table.ts';
import { PRINT_PAGE, pageTextWidth } from './print-furniture.ts';
import { textTables } from './text-table.ts';

/** A line of the catalogue. */
export interface BookEntry {
  /** With its number: 3. 专项审计报告. */
  readonly title: string;
  /** Where it begins; 电子文件 for what isn't bound in. */
  readonly page: string;
}

/** 合订本, what stands before its first numbered page. */
export interface BookFront {
  /** 2022年度江苏省工业和信息产业转型升级专项资金 */
  readonly fund: string;
  readonly title: string;
  readonly cover: readonly Pair[];
  readonly entries: readonly BookEntry[];
  /** Below the catalogue. */
  readonly note?: string;
}

/**
 * Cover and catalogue of a merged book. They have no page numbers of their own: the book counts from what follows.
 * @example pdf.write(bookFrontDocument({ fund, title: '申报材料合订本', cover: [], entries: [{ title: '申报书', page: '1' }] }))
 */
export function bookFrontDocument({
  fund,
  title,
  cover,
  entries,
  note,
}: BookFront): OfficialDocument {
  const width = pageTextWidth(PRINT_PAGE);
  return documentOf(title, [
    ...blank(5),
    paragraph('title', fund),
    ...blank(1),
    paragraph('title', title),
    ...blank(6),
    coverTable(cover, width),
    { kind: 'page-break' },
    paragraph('title', '目　录'),
    ...textTables(
      {
        columns: [
          { title: '名称', align: 'left', share: 84, names: true },
          { title: '页码', align: 'center', share: 16 },
        ],
        rows: entries.map((entry) => [entry.title, entry.page]),
      },
      width,
    ),
    ...(note === undefined ? [] : [paragraph('caption', note)]),
  ]);
}

/** What stands alone on the page before a paper. */
export interface BookTitle {
  readonly number: string;
  readonly title: string;
  /** Who issues it, which files follow. */
  readonly lines: readonly string[];
}

/**
 * The title pages of a book, one each.
 * @example bookTitlesDocument([{ number: '材料1', title: '备案通知书', lines: ['备案.pdf（2页）'] }])
 */
export function bookTitlesDocument(titles: readonly BookTitle[]): OfficialDocument {
  return documentOf(
    '材料',
    titles.flatMap(({ number, title, lines }, i): readonly Block[] => [
      ...(i === 0 ? [] : [{ kind: 'page-break' } as const]),
      ...blank(9),
      paragraph('subtitle', number),
      ...blank(1),
      paragraph('title', title),
      ...blank(2),
      ...lines.map((line) => paragraph('caption', line)),
    ]),
  );
}

function documentOf(title: string, blocks: readonly Block[]): OfficialDocument {
  return {
    layout: 'report',
    language: 'zh-CN',
    title,
    page: PRINT_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'none' },
    blocks,
  };
}

function blank(lines: number): readonly Paragraph[] {
  return Array.from({ length: lines }, () => paragraph('body', ''));
}
