import { compare } from '@fuchi/policy/bounds/compare';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { isRows, type RowsEntry } from '@fuchi/policy/facts/entry';
import { readValue } from '@fuchi/policy/facts/read-value';
import type { Regions } from '@fuchi/values/region';
import type { ConfirmedFigure, FieldSave, FieldValue } from './contract.ts';
import { entryOfFields, type Fields } from './contract-entry.ts';
import { listsOf } from './contract-judge.ts';

const FACT = 'fact/';
const CONFIRMED = 'confirmed/';

/** A cell of a list of which a third party confirmed what it is. */
export interface ConfirmedCell {
  readonly list: FactSpec;
  /** A list within its rows, and the row it lies in, from 1. */
  readonly within: { readonly list: FactSpec; readonly outer: number } | undefined;
  /** From 1. */
  readonly row: number;
  readonly column: FactSpec;
  /** What stands there now; '' for nothing. */
  readonly told: string;
  readonly figure: ConfirmedFigure;
  /** Whether what stands there is what was confirmed. */
  readonly holds: boolean;
}

/**
 * The fields that keep what was confirmed of cells. It stands beside the cells and not in them: a cell rests on it as
 * long as both say the same, whoever wrote the cell.
 */
export function confirmedSaves(
  cells: readonly { readonly path: string; readonly value: FieldValue }[],
  by: Omit<ConfirmedFigure, 'confirmed'>,
): readonly FieldSave[] {
  return cells.flatMap(({ path, value }): readonly FieldSave[] =>
    typeof value === 'string' && path.startsWith(FACT)
      ? [{ path: confirmedPath(path), value: { confirmed: value, ...by }, base: ANY }]
      : [],
  );
}

/** What was confirmed last counts, whatever came before. */
const ANY = Number.MAX_SAFE_INTEGER;

function confirmedPath(path: string): string {
  return `${CONFIRMED}${path.slice(FACT.length)}`;
}

/**
 * What third parties confirmed of the cells a draft or a version has; of rows that were taken away nothing.
 * @example confirmedCells(fields, guide, regions).filter(({ holds }) => !holds) // figures that were changed afterwards
 */
export function confirmedCells(
  fields: Fields,
  guide: CheckedGuide,
  regions: Regions,
): readonly ConfirmedCell[] {
  if (![...fields.keys()].some((path) => path.startsWith(CONFIRMED))) return [];
  const context = { units: new Set(guide.guide.units), regions };
  const entry = entryOfFields(fields, (fact) => listsOf(guide, fact));
  const cellsOf = (
    list: FactSpec,
    entered: RowsEntry,
    path: string,
    within: ConfirmedCell['within'],
  ): readonly ConfirmedCell[] =>
    entered.rows.flatMap(({ key, cells }, i) =>
      (within?.list ?? list).columns.flatMap((column): readonly ConfirmedCell[] => {
        const at = `${path}/${key}/${column.id}`;
        const cell = cells[column.id];
        if (isRows(cell)) return cellsOf(list, cell, at, { list: column, outer: i + 1 });
        const figure = fields.get(`${CONFIRMED}${at}`);
        if (!isFigure(figure)) return [];
        const told = typeof cell === 'string' ? cell : '';
        const [a, b] = [told, figure.confirmed].map((text) =>
          readValue(column, text, undefined, context),
        );
        const same = a?.ok === true && b?.ok === true && !compare('=', a.domain, b.domain).f;
        const holds = told === figure.confirmed || (told !== '' && same);
        return [{ list, within, row: i + 1, column, told, figure, holds }];
      }),
    );
  return Object.entries(entry).flatMap(([id, entered]) => {
    const list = Object.hasOwn(guide.facts, id) ? guide.facts[id] : undefined;
    return list && isRows(entered) ? cellsOf(list, entered, id, undefined) : [];
  });
}

function isFigure(value: FieldValue | undefined): value is ConfirmedFigure {
  return typeof value === 'object' && value !== null && 'confirmed' in value;
}
