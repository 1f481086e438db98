import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { saveFile } from '@fuchi/platform-browser/save-file';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { fileName } from '../../file-name.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const;

export type OfficeFile = keyof typeof TYPES;

/**
 * Makes a form's Word or Excel file in the page, whose writer is fetched only now, and gives it to the person. What is
 * filled in doesn't leave the machine.
 */
export async function saveForm(
  { guide }: CheckedGuide,
  form: Form,
  filling: Filling,
  as: OfficeFile,
): Promise<void> {
  saveFile(fileName(form, as), TYPES[as], await written(guide, form, filling, as));
}

async function written(
  guide: CheckedGuide['guide'],
  form: Form,
  filling: Filling,
  as: OfficeFile,
): Promise<Uint8Array> {
  if (as === 'xlsx') {
    const { writeXlsx } = await import('@fuchi/documents/xlsx/xlsx-writer');
    return writeXlsx(form, filling, guide);
  }
  const [{ writeDocx }, { formDocument }] = await Promise.all([
    import('@fuchi/documents/docx/docx-writer'),
    import('@fuchi/documents/form/form-document'),
  ]);
  return writeDocx(formDocument(form, filling, guide));
}
