import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { type ZipFile, zipStream } from '@fuchi/documents/zip/zip-stream';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { printDocuments } from '../prints/print-documents.ts';

/**
 * The prints of a version as Word, one after the other as they stand in the book, in a ZIP archive: 01 申报书.docx …
 * @throws where the guide isn't the content's
 */
export async function bookWords(content: ApplicationContent, guide: CheckedGuide): Promise<Buffer> {
  const files = printDocuments(content, guide).map(({ title, document }, i): ZipFile => {
    const number = String(i + 1).padStart(2, '0');
    return { name: `${number} ${title}.docx`, bytes: writeDocx(document) };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}
