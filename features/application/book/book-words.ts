import { bookFrontDocument, bookTitlesDocument } from '@fuchi/documents/application/book-front';
import type { OfficialDocument } from '@fuchi/documents/document';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { type ZipFile, zipStream } from '@fuchi/documents/zip/zip-stream';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { printDocuments } from '../prints/print-documents.ts';
import type { BookPlan } from './book-plan.ts';
import { catalogueName, isBound, titlePages } from './book-titles.ts';

/**
 * What the portal writes of a version's book as Word, one after the other as it stands there, in a ZIP archive:
 * 00 封面和目录.docx, 01 申报书.docx …, at last the papers' title pages. On which page a part begins only the book knows.
 * @throws where the guide isn't the content's
 */
export async function bookWords(
  content: ApplicationContent,
  guide: CheckedGuide,
  plan: BookPlan,
): Promise<Buffer> {
  const papers = plan.parts.filter((part) => part.kind === 'paper');
  const entries = plan.parts.map((part) => ({
    title: catalogueName(part, papers),
    page: part.kind === 'paper' && !isBound(part) ? '电子文件' : '',
  }));
  const documents: readonly [title: string, document: OfficialDocument][] = [
    ['封面和目录', bookFrontDocument({ ...plan, entries, note: '页码见PDF合订本' })],
    ...printDocuments(content, guide).map(({ title, document }): [string, OfficialDocument] => [
      title,
      document,
    ]),
    ...(papers.length === 0
      ? []
      : [
          ['材料隔页', bookTitlesDocument(titlePages(papers))] satisfies [string, OfficialDocument],
        ]),
  ];
  const files = documents.map(([title, document], i): ZipFile => {
    const number = String(i).padStart(2, '0');
    return { name: `${number} ${title}.docx`, bytes: writeDocx(document) };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}
