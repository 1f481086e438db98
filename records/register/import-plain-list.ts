import { Readable } from 'node:stream';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { change } from '@fuchi/record-event/change';
import type { EventBy } from '@fuchi/record-event/event';
import { keepVersion } from './keep-version.ts';
import { readListFile } from './read-list-file.ts';
import { currentVersion } from './register-version-store.ts';
import { valueContext } from './value-context.ts';

/** A list written down in the program: of invented firms, for the demonstration and for tests. */
export interface PlainList {
  /** Id of the register. */
  readonly register: string;
  /** For a list that is yearly. */
  readonly year?: string;
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  /** Cells by the register's columns; code and name are two of them. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export interface ListKeeper {
  readonly account: string;
  readonly by: EventBy;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Keeps a list as the version that answers from now on, with the spreadsheet it would have come in. Rows without a
 * credit code, and with one that fails its check digit, are kept.
 * @returns the version's id and number
 * @throws for a list that has a fault: the program wrote it
 * @example await importPlainList(db, files, guide, { register: 'dishonest', source: '示例', asOf: '2022-03-01', rows }, { account, by }, now)
 */
export async function importPlainList(
  db: Database,
  files: FileStore,
  guide: CheckedGuide,
  plain: PlainList,
  { account, by }: ListKeeper,
  now: Date,
): Promise<{ readonly id: string; readonly number: number }> {
  const register = guide.registers.find(({ id }) => id === plain.register);
  if (!register) throw new Error(`no such register: ${plain.register}`);
  const columns = register.columns.map(({ spec }) => spec.id);
  const stray = plain.rows.flatMap((row) => Object.keys(row)).find((id) => !columns.includes(id));
  if (stray !== undefined) throw new Error(`${plain.register} has no column ${stray}`);
  const table = {
    title: register.title,
    columns: columns.map((title) => ({ title, width: 20 })),
    rows: plain.rows.map((row) => columns.map((id) => row[id] ?? '')),
  };
  const bytes = Buffer.from(listXlsx(table));
  const read = readListFile(register, bytes, valueContext(guide));
  if (!read.ok) throw new Error(`${plain.register}: ${read.code}`);
  const { list } = read;
  if (list.missing.length > 0 || list.faultyRows > 0) {
    throw new Error(
      `${plain.register}: ${JSON.stringify([list.missing, list.faults.slice(0, 5)])}`,
    );
  }
  const put = await files.put(Readable.from([bytes]), MOST_BYTES);
  if (!put.ok) throw new Error(`${plain.register}: ${put.code}`);
  const which = { register: register.id, year: plain.year ?? '' };
  return change(db, by, now, async (work, record) => {
    await work
      .insertInto('stored_file')
      .values({ digest: put.digest, size: String(put.size), type: XLSX, stored_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const base = await currentVersion(work, which);
    const kept = await keepVersion(
      work,
      record,
      {
        ...which,
        source: plain.source,
        asOf: plain.asOf,
        file: { name: `${register.title}.xlsx`, digest: put.digest },
        rows: list.rows,
        leftOut: 0,
        vouched: list.doubts['check-digit'].length,
        base: base?.id ?? null,
      },
      account,
      now,
    );
    if ('refused' in kept) throw new Error(`${plain.register}: ${kept.refused.code}`);
    return kept;
  });
}
