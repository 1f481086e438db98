import { type ZipFile, zipStream } from '@fuchi/documents/zip/zip-stream';
import type { FileType } from './contract-purpose.ts';

/** The smallest files of each type that a reader would open, or nearly so. */
export async function fileOf(type: FileType, says = ''): Promise<Buffer> {
  switch (type) {
    case 'pdf':
      return Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Says (${says}) >>\nendobj\ntrailer\n<<>>\n%%EOF\n`,
      );
    case 'png':
      return Buffer.concat([
        Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
        Buffer.from(says),
        Buffer.from('0000000049454e44ae426082', 'hex'),
      ]);
    case 'jpeg':
      return Buffer.concat([
        Buffer.from('ffd8ffe000104a464946', 'hex'),
        Buffer.from(says),
        Buffer.from('ffd9', 'hex'),
      ]);
    case 'ofd':
      return archive(['OFD.xml', 'Doc_0/Document.xml'], says);
    case 'docx':
      return archive(['[Content_Types].xml', 'word/document.xml'], says);
    case 'xlsx':
      return archive(['[Content_Types].xml', 'xl/workbook.xml'], says);
    case 'zip':
      return archive(['材料/一.pdf'], says);
  }
}

/** A ZIP archive of files that all say the same. */
export async function archive(names: readonly string[], says = ''): Promise<Buffer> {
  const bytes = new Uint8Array(Buffer.from(says));
  const pieces: Uint8Array[] = [];
  const files = names.map((name): ZipFile => ({ name, bytes }));
  for await (const piece of zipStream(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}
