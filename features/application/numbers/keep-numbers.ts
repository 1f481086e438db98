import type { Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Application } from '@fuchi/record-application/application-store';
import type { FieldSave, FieldValue } from '@fuchi/record-application/contract';
import { pathOf, stepsOf } from '@fuchi/record-application/contract-path';
import type { NumberKind } from '@fuchi/values/used-number';
import { sql } from 'kysely';
import { AUDIT_CODE, auditKey } from './audit-code.ts';
import {
  companionOf,
  type NumberKey,
  numberColumns,
  numberKey,
  numbersIn,
  plainNumbers,
} from './written-numbers.ts';

/**
 * Keeps the numbers of the rows that were written, in the transaction that wrote them: a number that was changed or
 * whose row was removed is free again.
 */
export async function keepNumbers(
  work: Work,
  guide: CheckedGuide,
  { id }: Pick<Application, 'id'>,
  saves: readonly FieldSave[],
): Promise<void> {
  const places = [
    ...placesOfLists(guide, saves),
    ...placesOfFacts(guide, saves),
    ...placesOfAudits(saves),
  ];
  if (places.length === 0) return;
  const asked = places.flatMap(({ row, place, code, beside }) => [
    ...[row, place, ...beside],
    ...(code ? [code] : []),
  ]);
  const fields = await work
    .selectFrom('application_field')
    .select(['path', 'value'])
    .where('application_id', '=', id)
    .where('path', '=', sql<string>`any(${asked})`)
    .execute();
  const told = new Map(fields.map(({ path, value }) => [path, value as FieldValue]));
  const kept = places.flatMap(({ kind, row, place, code, beside, keysOf }) => {
    if ((told.get(row) ?? null) === null) return [];
    const companion = companionOf(beside.map((path) => textOf(told.get(path))));
    const found = keysOf(textOf(told.get(code ?? '')), textOf(told.get(place)));
    const keys = new Set(found.flatMap((one) => (one.state === 'key' ? [one.key] : [])));
    return [...keys].map((key) => ({ application_id: id, kind, key, place, companion }));
  });
  await work
    .deleteFrom('used_number')
    .where('application_id', '=', id)
    .where('place', '=', sql<string>`any(${places.map(({ place }) => place)})`)
    .execute();
  if (kept.length > 0) await work.insertInto('used_number').values(kept).execute();
}

/** Where a number stands that is to be kept. */
interface NumberPlace {
  readonly kind: NumberKind | 'audit';
  readonly row: string;
  readonly place: string;
  readonly code: string | undefined;
  /** Where that stands which tells the same number of two makers apart. */
  readonly beside: readonly string[];
  readonly keysOf: (code: string, number: string) => readonly NumberKey[];
}

function placesOfLists(guide: CheckedGuide, saves: readonly FieldSave[]): readonly NumberPlace[] {
  return numberColumns(guide).flatMap(({ list, kind, number, code, beside }) =>
    [...rowsWritten(saves, list.id)].map((row) => ({
      kind,
      row: pathOf('fact', [list.id, row]),
      place: pathOf('fact', [list.id, row, number.id]),
      code: code && pathOf('fact', [list.id, row, code.id]),
      beside: beside.map(({ id }) => pathOf('fact', [list.id, row, id])),
      keysOf: (before: string, text: string) =>
        numbersIn(kind, text).map((one) => numberKey(kind, before, one)),
    })),
  );
}

function placesOfFacts(guide: CheckedGuide, saves: readonly FieldSave[]): readonly NumberPlace[] {
  const written = new Set(saves.map(({ path }) => path));
  return plainNumbers(guide).flatMap(({ fact, kind }): readonly NumberPlace[] => {
    const place = pathOf('fact', [fact.id]);
    if (!written.has(place)) return [];
    const keysOf = (_before: string, text: string) => [numberKey(kind, '', text)];
    return [{ kind, row: place, place, code: undefined, beside: [], keysOf }];
  });
}

function placesOfAudits(saves: readonly FieldSave[]): readonly NumberPlace[] {
  const rows = saves.flatMap(({ path }) => {
    const read = stepsOf(path);
    return read?.part === 'audit' ? read.steps.slice(0, 1) : [];
  });
  return [...new Set(rows)].map((row) => ({
    kind: 'audit',
    row: pathOf('audit', [row]),
    place: pathOf('audit', [row, AUDIT_CODE]),
    code: undefined,
    beside: [],
    keysOf: (_before: string, text: string) => [auditKey(text)],
  }));
}

/** Keys of the rows of a list in which something was written. */
function rowsWritten(saves: readonly FieldSave[], list: string): ReadonlySet<string> {
  return new Set(
    saves.flatMap(({ path }) => {
      const read = stepsOf(path);
      const [fact, row] = read?.part === 'fact' ? read.steps : [];
      return fact === list && row !== undefined ? [row] : [];
    }),
  );
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
