import type { RegisterCells } from '@fuchi/policy/register/register-row';

/** A row as two versions of a list are compared by: whom it is about and what it says. */
export interface ComparedRow {
  readonly creditCode: string | null;
  readonly name: string;
  readonly cells: RegisterCells;
}

export interface RowChange {
  readonly kind: 'added' | 'gone' | 'changed';
  readonly creditCode: string | null;
  readonly name: string;
  /** What differs, by column; the name stands under 名称 where it is another. Empty for added and gone. */
  readonly columns: readonly {
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface RegisterChanges {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  /** The first of each kind. */
  readonly first: readonly RowChange[];
}

/** The name as a column among the others. */
export const NAME_COLUMN = '名称';
const TOLD = 100;

/**
 * Compares a version of a list with the one before. Rows of the same unit are the same where they say the same, then
 * paired in their order as changed; a unit without code is known by its name.
 * @param before rows of the version before, in pieces as they are read
 * @example await registerChanges(rows, entriesOf(db, version))
 */
export async function registerChanges(
  after: readonly ComparedRow[],
  before: AsyncIterable<readonly ComparedRow[]>,
): Promise<RegisterChanges> {
  const units = new Map<string, ComparedRow[]>();
  for (const row of after) push(units, unitOf(row), row);
  const gone = new Map<string, ComparedRow[]>();
  const counts = { added: 0, gone: 0, changed: 0, same: 0 };
  for await (const rows of before) {
    for (const row of rows) {
      const unit = unitOf(row);
      const own = units.get(unit) ?? [];
      const text = textOf(row);
      const at = own.findIndex((one) => textOf(one) === text);
      if (at < 0) push(gone, unit, row);
      else {
        own.splice(at, 1);
        counts.same += 1;
      }
    }
  }
  const first: RowChange[] = [];
  const tell = (change: RowChange) => {
    counts[change.kind] += 1;
    if (counts[change.kind] <= TOLD) first.push(change);
  };
  for (const [unit, lost] of gone) {
    const own = units.get(unit) ?? [];
    for (const row of lost) {
      const now = own.shift();
      if (now) tell(changed(row, now));
      else tell({ kind: 'gone', ...whose(row), columns: [] });
    }
  }
  for (const rows of units.values()) {
    for (const row of rows) tell({ kind: 'added', ...whose(row), columns: [] });
  }
  return { ...counts, first };
}

function changed(before: ComparedRow, after: ComparedRow): RowChange {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const columns = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((column) => ({ column, before: old[column] ?? '', after: now[column] ?? '' }))
    .filter((one) => one.before !== one.after);
  return { kind: 'changed', ...whose(after), columns };
}

function valuesOf({ name, cells }: ComparedRow): Record<string, string> {
  return { [NAME_COLUMN]: name, ...cells };
}

function whose({ creditCode, name }: ComparedRow) {
  return { creditCode, name };
}

function unitOf({ creditCode, name }: ComparedRow): string {
  return creditCode ?? `名:${name}`;
}

function textOf(row: ComparedRow): string {
  return JSON.stringify(Object.entries(valuesOf(row)).sort());
}

function push(map: Map<string, ComparedRow[]>, key: string, row: ComparedRow): void {
  const list = map.get(key);
  if (list) list.push(row);
  else map.set(key, [row]);
}
