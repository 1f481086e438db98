import { setImmediate as turn } from 'node:timers/promises';
import type { OfficialDocument } from '@fuchi/documents/document';
import { type PdfWriter, pdfWriter, type WrittenPdf } from '@fuchi/documents/pdf/pdf-writer';
import { readFonts, typesetter } from './typesetter.ts';

/** Writes PDF for everybody in this process with one compiler, opened at the first document and warm from then on. */
export interface PdfService {
  write(document: OfficialDocument): Promise<WrittenPdf>;
}

/**
 * One compiler and its fonts take 200 MB and a second to open, a form then 30 ms: a process opens one service.
 * A document that can't be printed is a refusal; a promise is rejected where the fonts or the compiler are broken.
 * @example (await pdfService().write(formDocument(form, filling, guide))).kind // 'pdf'
 */
export function pdfService(): PdfService {
  let writer: Promise<PdfWriter> | undefined;
  return {
    async write(document) {
      writer ??= readFonts().then((fonts) => pdfWriter(typesetter(fonts)));
      const open = await writer;
      // Others get their turn between two documents, and so does Node's clearing of the compiler's results: it waits
      // for the loop to turn, and without that each document would leave a megabyte behind.
      await turn();
      return open.write(document);
    },
  };
}
