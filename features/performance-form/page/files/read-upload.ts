import type { Filling } from '@fuchi/forms/filling';
import { readFilling } from '@fuchi/forms/read/read-filling';
import type { Form } from '@fuchi/guide/form';
import { sendBytes } from '@fuchi/platform-browser/send-bytes';
import { refusalOf } from './refused-request.ts';

/** A form read back from its spreadsheet: what is good, and what isn't with its cell. */
export interface Upload {
  readonly name: string;
  readonly filling: Filling;
  readonly faults: readonly UploadFault[];
}

export interface UploadFault {
  /** The cell and what it asks: E14 项目总投入（万元）; '' where the fault is of neither. */
  readonly where: string;
  readonly says: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Sends a filled spreadsheet to our own server, which reads it and keeps nothing.
 * @throws RefusedRequest in the server's words: a file of another form, year or version, or none of ours
 */
export async function readUpload(form: Form, file: File): Promise<Upload> {
  const answer = await sendBytes({
    method: 'POST',
    path: `/api/forms/${form.id}/import`,
    body: { type: XLSX, content: file },
  });
  if (!answer.ok) throw refusalOf(answer.body);
  const reply: unknown = JSON.parse(new TextDecoder().decode(answer.bytes));
  return { name: file.name, ...readReply(form, reply) };
}

function readReply(form: Form, reply: unknown) {
  if (typeof reply !== 'object' || reply === null) throw new Error('the reply is no object');
  const faults: unknown = Reflect.get(reply, 'faults');
  return {
    filling: readFilling(form, Reflect.get(reply, 'filling')).filling,
    faults: Array.isArray(faults) ? faults.map(readFault) : [],
  };
}

function readFault(fault: unknown): UploadFault {
  const text = (key: string): string =>
    typeof fault === 'object' && fault !== null ? String(Reflect.get(fault, key) ?? '') : '';
  const [cell, label, fix] = [text('cell'), text('label'), text('fix')];
  const where = `${cell} ${label}`.trim();
  return { where, says: `${text('message')}。${fix === '' ? '' : `${fix}。`}` };
}
