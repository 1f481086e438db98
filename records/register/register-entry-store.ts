import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { RegisterCells } from '@fuchi/policy/register/register-row';

/** A row of a version, as it is looked up. */
export interface RegisterEntry {
  readonly id: string;
  readonly version: string;
  /** The row of the file. */
  readonly row: number;
  readonly creditCode: string | null;
  readonly name: string;
  readonly cells: RegisterCells;
}

/** Whom rows are looked for. */
export interface Unit {
  readonly creditCode: string;
  readonly name: string;
}

/** The rows of some versions about a unit, by its credit code. */
export async function entriesByCode(
  db: Database | Work,
  versions: readonly string[],
  creditCode: string,
): Promise<readonly RegisterEntry[]> {
  if (versions.length === 0) return [];
  const rows = await entries(db)
    .where('credit_code', '=', creditCode)
    .where('version_id', 'in', [...versions])
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(entryOf);
}

/** Rows of the same name whose code is another or missing: a hint that somebody has to look at, never an answer. */
export async function entriesByNameOnly(
  db: Database | Work,
  versions: readonly string[],
  { creditCode, name }: Unit,
): Promise<readonly RegisterEntry[]> {
  if (versions.length === 0 || name.trim() === '') return [];
  const rows = await entries(db)
    .where('version_id', 'in', [...versions])
    .where('name', 'in', [...namesLike(name)])
    .where((e) => e.or([e('credit_code', 'is', null), e('credit_code', '<>', creditCode)]))
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(entryOf);
}

export interface EntrySearch {
  readonly version: string;
  /** Part of a name, or the beginning of a code; '' for all. */
  readonly text: string;
  /** How many are passed over. */
  readonly from: number;
  readonly most: number;
}

/** Rows of a version by code or name, in the order of the file. */
export async function searchEntries(
  db: Database | Work,
  { version, text, from, most }: EntrySearch,
): Promise<{ readonly total: number; readonly entries: readonly RegisterEntry[] }> {
  const wanted = text.trim();
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const found = entries(db)
    .where('version_id', '=', version)
    .$if(wanted !== '', (query) =>
      query.where((e) =>
        e.or([e('name', 'like', like), e('credit_code', 'like', like.slice(1).toUpperCase())]),
      ),
    );
  const { total } = await found
    .clearSelect()
    .select((e) => e.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found.orderBy('sheet_row').orderBy('id').offset(from).limit(most).execute();
  return { total: Number(total), entries: rows.map(entryOf) };
}

/** More rows about one unit than this is no list of ours. */
const MOST = 1000;

/** Lists write brackets in either width. */
function namesLike(name: string): readonly string[] {
  const plain = name.trim();
  const half = plain.replaceAll('（', '(').replaceAll('）', ')');
  return [...new Set([plain, half, half.replaceAll('(', '（').replaceAll(')', '）')])];
}

function entries(db: Database | Work) {
  return db
    .selectFrom('register_entry')
    .select(['id', 'version_id', 'sheet_row', 'credit_code', 'name', 'data']);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function entryOf({ id, version_id, sheet_row, credit_code, name, data }: Row): RegisterEntry {
  return {
    id,
    version: version_id,
    row: sheet_row,
    creditCode: credit_code,
    name,
    cells: data as RegisterCells,
  };
}
