import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { formDocument } from '@fuchi/documents/form/form-document';
import { pdfWriter } from '@fuchi/documents/pdf/pdf-writer';
import { blankFilling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { readFonts, typesetter } from '@fuchi/platform-server/documents/typesetter';
import { loadGuide } from '@fuchi/platform-server/load-guide';

export const GUIDE_VERSION = {
  id: 'jiangsu-2022',
  version: '1.0.0',
  digest: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
};

/** The 23 forms of the guide, in the order of its annexes. */
export async function guideForms(): Promise<readonly Form[]> {
  const loaded = await loadGuide(`${import.meta.dirname}/../../guides/jiangsu-2022`);
  if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults');
  return loaded.checked.guide.forms;
}

/** A form as a document, blank or filled in for an invented firm. */
export function formPaper(form: Form, how: 'blank' | 'filled') {
  return formDocument(
    form,
    how === 'blank' ? blankFilling(form.id) : filledForm(form),
    GUIDE_VERSION,
  );
}

/** A writer with the faces the program ships. */
export async function shippedWriter() {
  return pdfWriter(typesetter(await readFonts()));
}
