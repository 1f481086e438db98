import type { AnnexIdentity } from '@fuchi/documents/application/annex-map';
import type { OfficialDocument } from '@fuchi/documents/document';
import type { WrittenPdf } from '@fuchi/documents/pdf/pdf-writer';
import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import { regionsFrom } from '@fuchi/values/region';
import type { ApplicationAnnex } from './annexes/annex-content.ts';
import { type ReadAnnex, readAnnexWorkbook } from './annexes/read-annex-workbook.ts';
import type { BookPlan, MadeBook } from './book/book-plan.ts';
import { makeBook } from './book/make-book.ts';
import { type CountedPages, pagesOf } from './papers/pages-of.ts';
import { type ScanPart, type ScanReading, scanReader } from './seal/scan-reader.ts';
import { isUnsigned, type UnsignedPart } from './seal/unsigned-print.ts';
import { type JudgedSigned, judgeSigned, type SignedPart } from './signed/judge-signed.ts';

/** What an application asks of a thread of its own: what takes long, and what somebody sent. */
export type ApplicationTask =
  | { readonly kind: 'pdf'; readonly document: OfficialDocument }
  | {
      readonly kind: 'annex';
      readonly annex: ApplicationAnnex;
      readonly identity: AnnexIdentity;
      readonly bytes: Uint8Array;
      /** Of the guide the application is filled in under. */
      readonly units: readonly string[];
      readonly regions: unknown;
    }
  | { readonly kind: 'scan'; readonly part: ScanPart }
  | { readonly kind: 'unsigned'; readonly part: UnsignedPart }
  | { readonly kind: 'signed'; readonly part: SignedPart }
  | { readonly kind: 'pages'; readonly file: { readonly path: string; readonly type: FileType } }
  /** Written to `out`. */
  | { readonly kind: 'book'; readonly plan: BookPlan; readonly out: string };

export type ApplicationOutcome =
  | { readonly kind: 'pdf'; readonly written: WrittenPdf }
  | { readonly kind: 'annex'; readonly read: ReadAnnex }
  | { readonly kind: 'scan'; readonly reading: ScanReading }
  | { readonly kind: 'unsigned'; readonly is: boolean }
  | { readonly kind: 'signed'; readonly judged: JudgedSigned }
  | { readonly kind: 'pages'; readonly counted: CountedPages }
  | { readonly kind: 'book'; readonly made: MadeBook };

/** A way to have it done. */
export type ApplicationWork = (
  task: ApplicationTask,
  asking: Asking,
) => Promise<ApplicationOutcome>;

/** What the thread does. @example serveTasks(applicationWorking(pdfService())) */
export function applicationWorking(
  pdf: PdfService,
): (task: ApplicationTask) => Promise<ApplicationOutcome> {
  const scans = scanReader();
  return async (task) => {
    if (task.kind === 'scan') return { kind: 'scan', reading: await scans.read(task.part) };
    if (task.kind === 'unsigned') return { kind: 'unsigned', is: await isUnsigned(task.part) };
    if (task.kind === 'signed') return { kind: 'signed', judged: await judgeSigned(task.part) };
    if (task.kind === 'pages') return { kind: 'pages', counted: await pagesOf(task.file) };
    if (task.kind === 'book') {
      return { kind: 'book', made: await makeBook(task.plan, pdf, task.out) };
    }
    if (task.kind === 'pdf') return { kind: 'pdf', written: await pdf.write(task.document) };
    const { annex, identity, bytes, units } = task;
    const regions = regionsFrom(task.regions);
    if (!regions.ok) throw new Error(`the guide's regions: ${regions.code}`);
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const context = { units: new Set(units), regions: regions.value };
    return { kind: 'annex', read: readAnnexWorkbook(annex, identity, file, context) };
  };
}

/** The writer of PDF on somebody's behalf: the server's own thread stays free. */
export function pdfBy(work: ApplicationWork, asking: Asking): PdfService {
  return {
    async write(document) {
      const done = await work({ kind: 'pdf', document }, asking);
      if (done.kind !== 'pdf') throw new Error('a document was asked for');
      return done.written;
    },
  };
}
