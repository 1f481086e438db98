import { REFUSAL_WORDS } from '@fuchi/documents/workbook/refusal-words';
import type { FileRefusal } from '@fuchi/documents/workbook/refused-file';
import { REFUSED_FILE } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

/** Why a list that was sent as a spreadsheet isn't read, for whoever sent it. @example throw refusedWorkbook(error.code) */
export function refusedWorkbook(code: FileRefusal): HttpFault {
  const [message, fix] = REFUSAL_WORDS[code];
  return new HttpFault(REFUSED_FILE, {
    zh: `${message}。${fix}`,
    en: `The file is refused: ${code}`,
  });
}
