import { zipNames } from '@fuchi/documents/zip/zip-name';
import type { ZipFile } from '@fuchi/documents/zip/zip-stream';
import { zipStream } from '@fuchi/documents/zip/zip-stream';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import { type FileKind, formFile, unprintableText } from './form-file.ts';

/** A form that goes into an archive, under a title for people: the applicant and the project. */
export interface ArchivedForm {
  readonly title: string;
  readonly form: Form;
  readonly filling: Filling;
}

const REMARKS = '未能生成的申报表';

/**
 * Any number of forms as one zip, piece by piece: each is asked for and written when those before it have been taken.
 * A form that can't be printed doesn't spoil the others: the last file of the archive says which and why.
 * @example Readable.from(formArchive('pdf', guide, forms, pdf)).pipe(response)
 */
export function formArchive(
  kind: FileKind,
  guide: Guide,
  forms: AsyncIterable<ArchivedForm> | Iterable<ArchivedForm>,
  pdf: PdfService,
): AsyncGenerator<Uint8Array, void, undefined> {
  return zipStream(archiveFiles(kind, guide, forms, pdf));
}

async function* archiveFiles(
  kind: FileKind,
  guide: Guide,
  forms: AsyncIterable<ArchivedForm> | Iterable<ArchivedForm>,
  pdf: PdfService,
): AsyncGenerator<ZipFile, void, undefined> {
  const name = zipNames();
  const remarks: string[] = [];
  for await (const { title, form, filling } of forms) {
    const file = await formFile(kind, guide, form, filling, pdf);
    if (file.ok) yield { name: name(title, kind), bytes: file.bytes };
    else remarks.push(`${title}：${unprintableText(file.characters)}。`);
  }
  if (remarks.length === 0) return;
  // Notepad takes a text without the mark for one in another encoding.
  const text = `\ufeff${remarks.join('\r\n')}\r\n`;
  yield { name: name(REMARKS, 'txt'), bytes: new TextEncoder().encode(text) };
}
