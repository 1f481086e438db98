import type { BookTitle } from '@fuchi/documents/application/book-front';
import { FILE_TYPES } from '@fuchi/record-upload/contract-purpose';
import type { BookFile, BookPaper, BookPlan } from './book-plan.ts';

const BINDABLE: readonly string[] = ['pdf', 'png', 'jpeg'];
/** Names on a title page; a page holds no more. */
const MOST_NAMES = 20;

/** Whether a file's pages can stand in a book; a workbook comes along as it is. */
export function isBindable({ type }: Pick<BookFile, 'type'>): boolean {
  return BINDABLE.includes(type);
}

export function isBound({ files }: BookPaper): boolean {
  return files.some(isBindable);
}

/** What a part is called in the catalogue. @example catalogueName(part, papers) // '材料2　备案通知书' */
export function catalogueName(
  part: BookPlan['parts'][number],
  papers: readonly BookPaper[],
): string {
  return part.kind === 'paper' ? `材料${papers.indexOf(part) + 1}　${part.title}` : part.title;
}

/** The pages before the papers: what follows, who issued it, in which files. */
export function titlePages(papers: readonly BookPaper[]): readonly BookTitle[] {
  return papers.map(({ title, issuer, files }, i) => {
    const names = files.map((file) =>
      isBindable(file) ? file.name : `${file.name}（${FILE_TYPES[file.type].name}，另附电子文件）`,
    );
    const more = names.length > MOST_NAMES ? [`等${names.length}个文件`] : [];
    return {
      number: `材料${i + 1}`,
      title,
      lines: [
        ...(issuer === '' ? [] : [`出具单位：${issuer}`]),
        ...names.slice(0, MOST_NAMES),
        ...more,
      ],
    };
  });
}
