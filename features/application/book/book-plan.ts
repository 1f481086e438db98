import type { BookFront } from '@fuchi/documents/application/book-front';
import type { FileType } from '@fuchi/record-upload/contract-purpose';

/** A file that goes into a book, and where it lies. */
export interface BookFile {
  readonly name: string;
  readonly type: FileType;
  readonly path: string;
  readonly size: number;
}

/** A print as it was sealed where all its pages came back, otherwise as it was printed. */
export interface BookPrint {
  readonly kind: 'print';
  readonly title: string;
  /** In their order; pages of one file count from 1, null stands for all of it. */
  readonly pages: readonly { readonly file: BookFile; readonly page: number | null }[];
}

/** What was handed in as one of the papers, behind a title page. */
export interface BookPaper {
  readonly kind: 'paper';
  readonly title: string;
  readonly issuer: string;
  readonly files: readonly BookFile[];
}

/** A book before it is made: what is bound in which order. */
export interface BookPlan extends Pick<BookFront, 'fund' | 'title' | 'cover'> {
  readonly parts: readonly (BookPrint | BookPaper)[];
  /** Of the version: it stands in the file's metadata, so that the same version gives the same book. */
  readonly frozenAt: string;
}

/** broken: no reader opens it; encrypted: it asks for a password. */
export interface UnboundFile {
  readonly name: string;
  readonly code: 'broken' | 'encrypted';
}

export type MadeBook =
  | { readonly ok: true; readonly pages: number; readonly size: number }
  | { readonly ok: false; readonly files: readonly UnboundFile[] };
