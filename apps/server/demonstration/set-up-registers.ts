import { Readable } from 'node:stream';
import type { ListTable } from '@fuchi/documents/list/list-table';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Recorder } from '@fuchi/record-event/change';
import { keepVersion, type NewVersion } from '@fuchi/record-register/keep-version';
import { readListFile } from '@fuchi/record-register/read-list-file';
import { valueContext } from '@fuchi/record-register/value-context';
import { type DemonstrationList, LISTS } from './register-lists.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list that lies in the file store and is read. */
export interface ReadyList {
  readonly version: NewVersion;
  readonly size: number;
}

/**
 * Puts the lists into the file store as the spreadsheets they would have come as, and reads them as an import does.
 * Lists that the guide knows no register for are left out.
 */
export async function prepareRegisters(
  files: FileStore,
  guide: CheckedGuide,
): Promise<readonly ReadyList[]> {
  const ready: ReadyList[] = [];
  for (const list of LISTS) {
    const register = guide.registers.find(({ id }) => id === list.register);
    if (!register) continue;
    const table = listTable(list, register.title);
    const content = Buffer.from(listXlsx(table));
    const read = readListFile(register, content, valueContext(guide));
    if (!read.ok) throw new Error(`the example of ${list.register} can't be read: ${read.code}`);
    const kept = await files.put(Readable.from([content]), content.length);
    if (!kept.ok) throw new Error(`the example of ${list.register} can't be kept`);
    const { year, source, asOf } = list;
    const version: NewVersion = {
      register: list.register,
      year,
      source,
      asOf,
      file: { name: `${table.title}.xlsx`, digest: kept.digest },
      rows: read.list.rows,
      leftOut: read.list.faultyRows,
      vouched: 0,
      base: null,
    };
    ready.push({ version, size: kept.size });
  }
  return ready;
}

/** Imports the lists, in the name of an account. */
export async function importRegisters(
  work: Work,
  record: Recorder,
  ready: readonly ReadyList[],
  account: string,
  now: Date,
): Promise<void> {
  for (const { version, size } of ready) {
    const { digest } = version.file;
    await work
      .insertInto('stored_file')
      .values({ digest, size: String(size), type: XLSX, stored_at: now })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
    const kept = await keepVersion(work, record, version, account, now);
    if ('refused' in kept) throw new Error(`the example of ${version.register} is there already`);
  }
}

/** The spreadsheet a list comes as. */
export function listTable({ year, columns, rows }: DemonstrationList, title: string): ListTable {
  return {
    title: `${title}（示例）${year}`,
    columns: columns.map((column) => ({ title: column, width: 20 })),
    rows,
  };
}
