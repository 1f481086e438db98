import { readFileSync } from 'node:fs';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ColumnPlaces } from '@fuchi/record-register/list-heading';
import { type ListFile, readListFile } from '@fuchi/record-register/read-list-file';
import { valueContext } from '@fuchi/record-register/value-context';

/** A file of the store to be read as a register's list. */
export interface ListTask {
  readonly path: string;
  readonly register: string;
  readonly places: ColumnPlaces | null;
}

export type ListTold = ListFile;

/** Reads lists of a guide's registers: what a thread of `apps/server/list-worker.ts` does. */
export function listReading(guide: CheckedGuide): (task: ListTask) => ListTold {
  const context = valueContext(guide);
  return ({ path, register, places }) => {
    const found = guide.registers.find(({ id }) => id === register);
    if (!found) throw new Error(`no such register: ${register}`);
    return readListFile(found, readFileSync(path), context, places ?? undefined);
  };
}
