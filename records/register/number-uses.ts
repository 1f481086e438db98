import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type NumberKind, usedNumberKey, type WrittenNumber } from '@fuchi/values/used-number';
import { sql } from 'kysely';
import type { RegisterEntry } from './register-entry-store.ts';
import { isValid, versionText } from './register-version.ts';
import { currentVersions } from './register-version-store.ts';

/** What is known of a number's earlier use. */
export type NumberUse =
  /** Rows that hold it, and which lists they stand in; none: no list has it. */
  | { readonly state: 'looked-up'; readonly key: string; readonly uses: readonly EarlierUse[] }
  /** 未核: no list of such numbers is imported. */
  | { readonly state: 'unchecked' }
  /** It can't be such a number. */
  | { readonly state: 'unreadable'; readonly code: string };

export interface EarlierUse {
  readonly entry: RegisterEntry;
  /** Which list, as of when, which version. */
  readonly source: string;
}

const MOST_ASKED = 2000;

/**
 * Where numbers were used in earlier projects, by any unit. In the order in which they are asked.
 * @throws RangeError for more than 2000 at once
 * @example await earlierUses(db, guide, [{ kind: 'invoice', code: '3200192130', number: '00123456' }], today)
 */
export async function earlierUses(
  db: Database | Work,
  guide: CheckedGuide,
  asked: readonly WrittenNumber[],
  today: string,
): Promise<readonly NumberUse[]> {
  if (asked.length > MOST_ASKED) throw new RangeError(`more than ${MOST_ASKED} numbers at once`);
  const keys = asked.map((one) => ({ kind: one.kind, parsed: usedNumberKey(one) }));
  const registers = guide.registers.filter(({ numbers }) => numbers !== null);
  const versions = (await currentVersions(db)).flatMap((version) => {
    const register = registers.find(({ id }) => id === version.register);
    return register && isValid(register, version, today) ? [{ version, register }] : [];
  });
  const readable = keys.flatMap(({ kind, parsed }) =>
    parsed.ok ? [{ kind, key: parsed.value }] : [],
  );
  const ids = versions.map(({ version }) => version.id);
  const found = await rowsWith(db, ids, readable);
  const sourceOf = new Map(
    versions.map(({ version, register }) => [version.id, versionText(register, version)]),
  );
  return keys.map(({ kind, parsed }): NumberUse => {
    if (!parsed.ok) return { state: 'unreadable', code: parsed.code };
    if (versions.length === 0) return { state: 'unchecked' };
    const uses = (found.get(`${kind} ${parsed.value}`) ?? []).map((entry) => ({
      entry,
      source: sourceOf.get(entry.version) ?? '',
    }));
    return { state: 'looked-up', key: parsed.value, uses };
  });
}

async function rowsWith(
  db: Database | Work,
  versions: readonly string[],
  numbers: readonly { readonly kind: NumberKind; readonly key: string }[],
): Promise<ReadonlyMap<string, readonly RegisterEntry[]>> {
  const found = new Map<string, RegisterEntry[]>();
  if (versions.length === 0 || numbers.length === 0) return found;
  const { rows } = await sql<FoundRow>`
    select n.kind, n.key, e.id, e.version_id, e.sheet_row, e.credit_code, e.name, e.data
    from unnest(
      ${numbers.map(({ kind }) => kind)}::text[],
      ${numbers.map(({ key }) => key)}::text[]
    ) as asked (kind, key)
    join register_number n on n.kind = asked.kind and n.key = asked.key
    join register_entry e on e.id = n.entry_id
    where e.version_id = any (${[...versions]}::bigint[])
    order by e.id`.execute(db);
  for (const row of rows) {
    const key = `${row.kind} ${row.key}`;
    const list = found.get(key) ?? [];
    if (list.some(({ id }) => id === row.id)) continue;
    list.push({
      id: row.id,
      version: row.version_id,
      row: row.sheet_row,
      creditCode: row.credit_code,
      name: row.name,
      cells: row.data,
    });
    found.set(key, list);
  }
  return found;
}

interface FoundRow {
  readonly kind: string;
  readonly key: string;
  readonly id: string;
  readonly version_id: string;
  readonly sheet_row: number;
  readonly credit_code: string | null;
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}
