import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { ComparedRow } from './register-changes.ts';
import type { RegisterVersion } from './register-version.ts';

/** Which list: of a yearly one the year, '' for the others. */
export interface WhichList {
  readonly register: string;
  readonly year: string;
}

/** All versions, of one register where it is named, the newest first. */
export async function registerVersions(
  db: Database | Work,
  register?: string,
): Promise<readonly RegisterVersion[]> {
  const rows = await versions(db)
    .$if(register !== undefined, (query) => query.where('v.register', '=', register ?? ''))
    .orderBy('v.register')
    .orderBy('v.year', 'desc')
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** The version that answers for each list: the newest that isn't withdrawn. */
export async function currentVersions(db: Database | Work): Promise<readonly RegisterVersion[]> {
  const rows = await versions(db)
    .where('v.withdrawn_at', 'is', null)
    .distinctOn(['v.register', 'v.year'])
    .orderBy('v.register')
    .orderBy('v.year')
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map(versionOf);
}

export async function versionById(
  db: Database | Work,
  id: string,
): Promise<RegisterVersion | undefined> {
  const row = await versions(db).where('v.id', '=', id).executeTakeFirst();
  return row && versionOf(row);
}

/** The version that answers for one list; undefined where there is none. */
export async function currentVersion(
  db: Database | Work,
  { register, year }: WhichList,
  before?: number,
): Promise<RegisterVersion | undefined> {
  const row = await versions(db)
    .where('v.register', '=', register)
    .where('v.year', '=', year)
    .where('v.withdrawn_at', 'is', null)
    .$if(before !== undefined, (query) => query.where('v.number', '<', before ?? 0))
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && versionOf(row);
}

/**
 * Withdraws a version that is wrong: the one before answers again.
 * @returns false where there is none, or it is withdrawn already
 */
export async function withdrawVersion(
  work: Work,
  record: Recorder,
  { id, because }: { readonly id: string; readonly because: string },
  now: Date,
): Promise<boolean> {
  const row = await work
    .updateTable('register_version')
    .set({ withdrawn_at: now, withdrawn_because: because })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['register', 'year', 'number'])
    .executeTakeFirst();
  if (!row) return false;
  await record({
    subject: { kind: 'register', id: row.register },
    kind: 'register-withdrawn',
    before: { version: id, year: row.year, number: row.number },
    after: { because },
  });
  return true;
}

const PIECE = 5000;

/** The rows of a version, a piece at a time, so that a long list never stands in memory twice. */
export async function* rowsOfVersion(
  db: Database | Work,
  version: string,
): AsyncGenerator<readonly ComparedRow[]> {
  let after = '0';
  for (;;) {
    const rows = await db
      .selectFrom('register_entry')
      .select(['id', 'credit_code', 'name', 'data'])
      .where('version_id', '=', version)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE)
      .execute();
    if (rows.length > 0) {
      yield rows.map(({ credit_code, name, data }) => ({
        creditCode: credit_code,
        name,
        cells: data as Readonly<Record<string, string>>,
      }));
    }
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return;
    after = last.id;
  }
}

function versions(db: Database | Work) {
  return db
    .selectFrom('register_version as v')
    .innerJoin('account as a', 'a.id', 'v.imported_by')
    .select(['v.id', 'v.register', 'v.year', 'v.number', 'v.source', 'v.as_of', 'v.file_name'])
    .select(['v.file_digest', 'v.entries', 'v.imported_at', 'v.imported_by', 'a.name as importer'])
    .select(['v.withdrawn_at', 'v.withdrawn_because']);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function versionOf(row: Row): RegisterVersion {
  return {
    id: row.id,
    register: row.register,
    year: row.year,
    number: row.number,
    source: row.source,
    asOf: row.as_of,
    file: { name: row.file_name, digest: row.file_digest },
    entries: row.entries,
    importedAt: row.imported_at,
    importedBy: { account: row.imported_by, name: row.importer },
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, because: row.withdrawn_because ?? '' },
  };
}
