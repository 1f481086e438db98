import { addressText, type FieldAddress, ownAt, targetAt } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import { hasOwnUnit } from '@fuchi/forms/measure-choice';
import type { Form } from '@fuchi/guide/form';
import { type FormLine, formLines, isOff } from './form-lines.ts';

/** The fields of the page row by row as they stand, for moving with the keyboard and for pasting. */
export type Grid = readonly GridRow[];

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Where the cursor goes from a row that has no field above or below this one's others. */
  readonly main: number;
  /** The label beside the row, by which a pasted sheet's row is known; '' where it has none. */
  readonly label: string;
  /** Whether the row belongs to a kind of project that isn't chosen. */
  readonly off: boolean;
}

export interface GridCell {
  readonly address: FieldAddress;
  /** The field's id on the page. */
  readonly field: string;
  /** Fields of one column stand one below the other. */
  readonly column: string;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** @param years the years whose columns are shown */
export function gridOf(form: Form, filling: Filling, years: readonly string[]): Grid {
  const lines = formLines(form, filling);
  return [
    ...form.header.map((fields) =>
      rowOf(
        fields.map(({ name }, i) => cellOf({ kind: 'header', name }, `header ${i}`)),
        fields[0]?.name ?? '',
      ),
    ),
    ...form.goals.map((name) => rowOf([cellOf({ kind: 'goal', name }, 'value')], name)),
    ...lines.flatMap((line) => lineRow(form, line, years) ?? []),
    ...filling.own.map((_, index) => ownRow(index, years)),
  ];
}

/** A row of 个性指标, also one that isn't there yet. */
export function ownRow(index: number, years: readonly string[]): GridRow {
  const cells = [
    cellOf(ownAt(index, 'name'), 'about'),
    cellOf(ownAt(index, 'value'), 'value'),
    cellOf(ownAt(index, 'unit'), 'unit'),
    ...years.map((year) => cellOf(ownAt(index, 'year', year), year)),
  ];
  return rowOf(cells, '', 1);
}

function lineRow(form: Form, line: FormLine, years: readonly string[]): GridRow | undefined {
  const { indicator, index } = line;
  if (index === undefined) return undefined;
  const at = (part: 'about' | 'measure' | 'value' | 'unit') =>
    cellOf(targetAt(indicator.id, index, part), part);
  const box = line.group !== undefined && form.grouping?.boxes;
  const several = indicator.measures.length > 1;
  const byUnit = indicator.measures.every((m) => m.name === '');
  const before = [
    ...(box ? [boxCell(line)] : []),
    ...(indicator.repeated > 0 ? [at('about')] : []),
    ...(several && !byUnit ? [at('measure')] : []),
  ];
  const after = [
    ...(several && byUnit ? [at('measure')] : []),
    ...(hasOwnUnit(indicator) ? [at('unit')] : []),
    ...(indicator.yearly === undefined ? [] : years).map((year) =>
      cellOf(targetAt(indicator.id, index, 'year', year), year),
    ),
  ];
  const row = rowOf([...before, at('value'), ...after], line.label, before.length);
  return { ...row, off: isOff(line) };
}

function boxCell(line: FormLine): GridCell {
  const address: FieldAddress = { kind: 'kind', name: line.kind };
  return { address, field: boxField(line), column: 'kind' };
}

/** The box of a kind of project stands wherever rows of that kind begin: under each part of the form a field of its own. */
export function boxField({ kind, levels }: FormLine): string {
  return `${addressText({ kind: 'kind', name: kind })} ${levels.join(' ')}`;
}

function rowOf(cells: readonly GridCell[], label: string, main = 0): GridRow {
  return { cells, main, label, off: false };
}

function cellOf(address: FieldAddress, column: string): GridCell {
  return { address, field: addressText(address), column };
}

/** Where a field stands in the grid. */
export function placeIn(grid: Grid, field: string): { row: number; cell: number } | undefined {
  for (const [row, { cells }] of grid.entries()) {
    const cell = cells.findIndex((c) => c.field === field);
    if (cell >= 0) return { row, cell };
  }
  return undefined;
}

/**
 * The field one step away, over rows that aren't asked; undefined at the edge. Up and down keep to the column where
 * the next row has it, and go to the row's main field where it hasn't.
 */
export function moved(grid: Grid, field: string, to: Direction): string | undefined {
  const at = placeIn(grid, field);
  if (!at) return undefined;
  const cells = grid[at.row]?.cells ?? [];
  if (to === 'left' || to === 'right') {
    return cells[at.cell + (to === 'left' ? -1 : 1)]?.field;
  }
  const column = cells[at.cell]?.column;
  const step = to === 'up' ? -1 : 1;
  for (let r = at.row + step; grid[r] !== undefined; r += step) {
    const row = grid[r];
    const open = row?.cells.filter((c) => !row.off || c.column === 'kind') ?? [];
    const next =
      open.find((c) => c.column === column) ?? (row?.off ? undefined : row?.cells[row.main]);
    if (next) return next.field;
  }
  return undefined;
}
