import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { formDocument } from '@fuchi/documents/form/form-document';
import type { UnprintableCharacter } from '@fuchi/documents/pdf/pdf-writer';
import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';

/** The kinds of file a form is given out as, with what each is on the web. */
export const FILE_KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
export type FileKind = keyof typeof FILE_KINDS;

export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(FILE_KINDS, text);
}

/** A form as a file, or the characters no embedded face can show. */
export type FormFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly characters: readonly UnprintableCharacter[] };

/**
 * A form, blank or filled in, as docx, xlsx or PDF: the same filling gives the same bytes.
 * @example await formFile('xlsx', guide, form, blankFilling('1-8'), pdfService())
 */
export async function formFile(
  kind: FileKind,
  guide: Guide,
  form: Form,
  filling: Filling,
  pdf: PdfService,
): Promise<FormFile> {
  if (kind === 'xlsx') return { ok: true, bytes: writeXlsx(form, filling, guide) };
  const document = formDocument(form, filling, guide);
  if (kind === 'docx') return { ok: true, bytes: writeDocx(document) };
  const written = await pdf.write(document);
  if (written.kind === 'pdf') return { ok: true, bytes: written.bytes };
  return { ok: false, characters: written.characters };
}

/** Why a PDF can't be written, for whoever typed the characters. */
export function unprintableText(characters: readonly UnprintableCharacter[]): string {
  const named = characters
    .slice(0, 10)
    .map(({ character, code, within }) => `“${character}”（${code}，在“${within}”里）`);
  return `PDF 的字体里没有这些字：${named.join('、')}。请换一个字，或者改用 Word`;
}
