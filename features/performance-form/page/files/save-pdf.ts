import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { saveFile } from '@fuchi/platform-browser/save-file';
import { sendBytes } from '@fuchi/platform-browser/send-bytes';
import { fileName } from '../../file-name.ts';
import { refusalOf } from './refused-request.ts';

/**
 * A form as PDF, which our own server sets: what is filled in is sent to it. Undefined for the blank form.
 * @throws RefusedRequest in the server's words
 */
export async function savePdf(form: Form, filling: Filling | undefined): Promise<void> {
  const path = `/api/forms/${form.id}`;
  const answer = await sendBytes(
    filling
      ? {
          method: 'POST',
          path: `${path}/document?as=pdf`,
          body: { type: 'application/json', content: JSON.stringify({ filling }) },
        }
      : { method: 'GET', path: `${path}/blank.pdf`, body: undefined },
  );
  if (!answer.ok) throw refusalOf(answer.body);
  saveFile(fileName(form, 'pdf'), 'application/pdf', answer.bytes);
}
