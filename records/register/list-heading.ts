import { nearest } from '@fuchi/guide/reader';
import type { CheckedColumn, CheckedRegister } from '@fuchi/policy/register/checked-register';

/** A heading of a file and the register's column it stands for. */
export interface ListHeading {
  /** Column of the sheet, A is 1. */
  readonly at: number;
  readonly text: string;
  /** Id of the register's column; null where no name is the same. */
  readonly column: string | null;
  /** The column it may be meant for, where none is the same: for a person to decide. */
  readonly suggested: string | null;
}

/** Which of the file's columns is read for each of the register's: id → column of the sheet, A is 1. */
export type ColumnPlaces = Readonly<Record<string, number>>;

/**
 * Finds the register's columns by their headings: their own names or those by which other lists call them. A heading
 * that is only near to a name is suggested, never taken.
 * @param headings text by column of the sheet
 * @example matchHeadings(register, new Map([[1, '企业名称']]))[0]?.column // '单位名称'
 */
export function matchHeadings(
  register: CheckedRegister,
  headings: ReadonlyMap<number, string>,
): readonly ListHeading[] {
  const free = new Map(register.columns.map((column) => [column.spec.id, namesOf(column)]));
  const found = new Map<number, string>();
  for (const [at, text] of headings) {
    const [id] = [...free].find(([, names]) => names.includes(bare(text))) ?? [];
    if (id === undefined) continue;
    found.set(at, id);
    free.delete(id);
  }
  return [...headings].map(([at, text]) => {
    const column = found.get(at) ?? null;
    return { at, text, column, suggested: column === null ? suggestion(text, free) : null };
  });
}

/** The places of what was found. */
export function placesOf(headings: readonly ListHeading[]): ColumnPlaces {
  return Object.fromEntries(
    headings.flatMap(({ at, column }): [string, number][] =>
      column === null ? [] : [[column, at]],
    ),
  );
}

/** Columns that must be there and have no place. */
export function missingColumns(
  register: CheckedRegister,
  places: ColumnPlaces,
): readonly CheckedColumn[] {
  return register.columns.filter(
    ({ required, spec }) => required && !Object.hasOwn(places, spec.id),
  );
}

function suggestion(text: string, free: ReadonlyMap<string, readonly string[]>): string | null {
  const heading = bare(text);
  const names = [...free.values()].flat();
  const part = names.find((name) => name.includes(heading) || heading.includes(name));
  const near = nearest(heading, names) ?? (heading.length > 1 ? part : undefined);
  const [id = null] =
    [...free].find(([, names]) => near !== undefined && names.includes(near)) ?? [];
  return id;
}

function namesOf({ spec, aliases }: CheckedColumn): readonly string[] {
  return [spec.id, spec.label, ...aliases].map(bare);
}

/** Without what lists add to a name: blanks, stars, a unit in brackets. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*:]/gu, '')
    .replace(/\((?:万元|元|个|家|%)\)$/u, '')
    .slice(0, 60);
}
