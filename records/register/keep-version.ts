import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { sql } from 'kysely';
import type { RegisterRow } from './list-row.ts';
import { currentVersion } from './register-version-store.ts';

/** A list as it was read, to become a version. */
export interface NewVersion {
  readonly register: string;
  readonly year: string;
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  /** Lies in the file store, and the database knows it. */
  readonly file: { readonly name: string; readonly digest: string };
  readonly rows: readonly RegisterRow[];
  /** Rows of the file that were left out because of their faults. */
  readonly leftOut: number;
  /** Rows whose code fails its check digit, kept because somebody vouched for them. */
  readonly vouched: number;
  /** Id of the version it was compared with; null where there was none. */
  readonly base: string | null;
}

export type KeepRefused = { readonly code: 'other-base' };

/** Rows that go to the database in one statement. */
const PIECE = 5000;

/**
 * Makes a list the version that answers from now on. Two imports of one list at once are kept one after the other; the
 * second is refused, since its person saw another one before.
 * @returns its id and number
 */
export async function keepVersion(
  work: Work,
  record: Recorder,
  list: NewVersion,
  account: string,
  now: Date,
): Promise<{ readonly id: string; readonly number: number } | { readonly refused: KeepRefused }> {
  const { register, year } = list;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register ${register} ${year}`}, 0))`.execute(
    work,
  );
  const before = await currentVersion(work, list);
  if ((before?.id ?? null) !== list.base) return { refused: { code: 'other-base' } };
  const { number } = await work
    .selectFrom('register_version')
    .select((e) => e.fn.coalesce(e.fn.max('number'), sql<number>`0`).as('number'))
    .where('register', '=', register)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  const { id } = await work
    .insertInto('register_version')
    .values({
      register,
      year,
      number: number + 1,
      source: list.source,
      as_of: list.asOf,
      file_name: list.file.name,
      file_digest: list.file.digest,
      entries: list.rows.length,
      imported_at: now,
      imported_by: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let at = 0; at < list.rows.length; at += PIECE) {
    await insertRows(work, id, list.rows.slice(at, at + PIECE));
  }
  await record({
    subject: { kind: 'register', id: register },
    kind: 'register-imported',
    ...(before && { before: { version: before.id, year, number: before.number } }),
    after: {
      version: id,
      year,
      number: number + 1,
      source: list.source,
      asOf: list.asOf,
      file: list.file.digest,
      entries: list.rows.length,
      leftOut: list.leftOut,
      vouched: list.vouched,
    },
  });
  return { id, number: number + 1 };
}

async function insertRows(
  work: Work,
  version: string,
  rows: readonly RegisterRow[],
): Promise<void> {
  const { rows: kept } = await sql<{ id: string; sheet_row: number }>`
    insert into register_entry (version_id, sheet_row, credit_code, name, data)
    select ${version}, r.sheet_row, r.credit_code, r.name, r.data::jsonb
    from unnest(
      ${rows.map(({ row }) => row)}::int[],
      ${rows.map(({ creditCode }) => creditCode)}::text[],
      ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ cells }) => JSON.stringify(cells))}::text[]
    ) as r (sheet_row, credit_code, name, data)
    returning id, sheet_row`.execute(work);
  const numbers = new Map(rows.flatMap(({ row, number }) => (number ? [[row, number]] : [])));
  const keyed = kept.flatMap(({ id, sheet_row }) => {
    const number = numbers.get(sheet_row);
    return number ? [{ id, ...number }] : [];
  });
  if (keyed.length === 0) return;
  await sql`
    insert into register_number (entry_id, kind, key)
    select * from unnest(
      ${keyed.map(({ id }) => id)}::bigint[],
      ${keyed.map(({ kind }) => kind)}::text[],
      ${keyed.map(({ key }) => key)}::text[]
    )`.execute(work);
}
