import type { OfficialDocument } from '@fuchi/documents/document';
import { type PdfWriter, pdfWriter, type WrittenPdf } from '@fuchi/documents/pdf/pdf-writer';
import { readFonts, typesetter } from './typesetter.ts';

/** Writes PDF for everybody in this process with one compiler, opened at the first document and warm from then on. */
export interface PdfService {
  write(document: OfficialDocument): Promise<WrittenPdf>;
}

/**
 * One compiler and its fonts take 150 MB and a second to open, a form then 30 ms: a process opens one service.
 * A document that can't be printed is a refusal; a promise is rejected where the fonts or the compiler are broken.
 * @example (await pdfService().write(formDocument(form, filling, guide))).kind // 'pdf'
 */
export function pdfService(): PdfService {
  let writer: Promise<PdfWriter> | undefined;
  return {
    async write(document) {
      writer ??= readFonts().then((fonts) => pdfWriter(typesetter(fonts)));
      return (await writer).write(document);
    },
  };
}
