import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { type KeptPrint, printsOf, scansOf } from '@fuchi/record-application/seal-store';
import type { KeptVersion } from '@fuchi/record-application/version-store';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import { momentText } from '@fuchi/ui/moment-text';
import { REPORT_PAPER } from '../papers/contract.ts';
import type { ReadContent } from '../prints/read-content.ts';
import type { BookFile, BookPaper, BookPlan, BookPrint } from './book-plan.ts';

/**
 * What a version's book binds, in which order: the prints, sealed where all their pages came back; the report; the
 * papers as the line lists them; what else came along.
 */
export async function planOfVersion(
  db: Database | Work,
  files: Pick<FileStore, 'pathOf'>,
  { number }: KeptVersion,
  read: ReadContent<ApplicationContent>,
): Promise<BookPlan> {
  const { content, guide, line } = read;
  const of = { application: content.application, version: number };
  const fileOf = (file: {
    readonly name: string;
    readonly type: FileType;
    readonly digest: string;
    readonly size: number;
  }): BookFile => ({
    name: file.name,
    type: file.type,
    path: files.pathOf(file.digest),
    size: file.size,
  });
  const sealed = new Map<string, { readonly file: BookFile; readonly page: number }>();
  for (const scan of await scansOf(db, of)) {
    scan.pages.forEach((page, i) => {
      if ('kind' in page) {
        sealed.set(`${page.kind} ${page.page}`, { file: fileOf(scan), page: i + 1 });
      }
    });
  }
  const printOf = ({ kind, title, digest, pages }: KeptPrint): BookPrint => {
    const all = Array.from({ length: pages }, (_, i) => sealed.get(`${kind} ${i + 1}`));
    const whole = all.flatMap((page) => page ?? []);
    const clean = fileOf({ name: `${title}.pdf`, type: 'pdf', digest, size: 0 });
    return {
      kind: 'print',
      title,
      pages: whole.length === pages ? whole : [{ file: clean, page: null }],
    };
  };
  return {
    fund: `${guide.guide.year}年度\n${guide.guide.fund}`,
    title: '申报材料合订本',
    cover: [
      { label: '项目类别', text: `${line.section} ${line.title}` },
      { label: '项目名称', text: content.title },
      { label: '申报单位', text: content.organisation.name },
      { label: '统一社会信用代码', text: content.organisation.creditCode ?? '' },
      { label: '项目推荐单位', text: content.recommender?.name ?? '' },
      { label: '申报号和版本', text: `${content.application}　第${content.version}版` },
      { label: '定稿时间', text: momentText(content.frozenAt) },
    ],
    parts: [...(await printsOf(db, of)).map(printOf), ...papersOf(read, fileOf)],
    frozenAt: content.frozenAt,
  };
}

function papersOf(
  { content, papers }: ReadContent<ApplicationContent>,
  fileOf: (file: ApplicationContent['papers'][number] & { readonly type: FileType }) => BookFile,
): readonly BookPaper[] {
  const listed = papers.map(({ paper }) => paper.name);
  const others = content.papers.map(({ paper }) => paper).filter((name) => !listed.includes(name));
  const names = [...new Set([REPORT_PAPER, ...listed, ...others])];
  return names.flatMap((title): readonly BookPaper[] => {
    const all = content.papers.flatMap(({ paper, type, ...file }) =>
      paper === title && isFileType(type) ? [fileOf({ ...file, paper, type })] : [],
    );
    const issuer = papers.find(({ paper }) => paper.name === title)?.paper.issuer ?? '';
    return all.length === 0 ? [] : [{ kind: 'paper', title, issuer, files: all }];
  });
}
